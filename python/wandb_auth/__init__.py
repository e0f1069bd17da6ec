"""The login for Weights & Biases servers, as the program ``wandb-auth``."""

import os
from importlib import metadata


def program():
    """Return the path of the program that was installed with this package.

    Raises FileNotFoundError where it is not where it was installed.
    """
    for path in _installed():
        if os.access(path, os.X_OK):
            return path
    raise FileNotFoundError(
        "the program is not where it was installed. Install it into an environment, not into a folder (--target)."
    )


def _installed():
    try:
        files = metadata.files("wandb-auth") or []
    except metadata.PackageNotFoundError:
        files = []
    return [os.path.abspath(str(file.locate())) for file in files if file.name == "wandb-auth"]
