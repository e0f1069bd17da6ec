"""The login for Weights & Biases servers, as the program ``wandb-auth``."""

import os
from importlib import metadata


def program():
    """Return the path of the program that was installed with this package.

    Raises FileNotFoundError where its files were moved or deleted.
    """
    beside = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    # The last one is where `pip install --target` puts it, whatever its records say.
    for path in [*_recorded(), os.path.join(beside, "bin", "wandb-auth")]:
        if os.access(path, os.X_OK):
            return path
    raise FileNotFoundError("the program wandb-auth is not where it was installed: install it again")


def _recorded():
    try:
        files = metadata.files("wandb-auth") or []
    except metadata.PackageNotFoundError:
        files = []
    return [os.path.abspath(str(file.locate())) for file in files if file.name == "wandb-auth"]
