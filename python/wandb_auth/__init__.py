"""The login for Weights & Biases servers: the program ``wandb-auth``, and the hook that gives the Python SDK its key."""

import os


def activate():
    """Let the SDK of this process get its key from ``wandb-auth``, whether ``import wandb`` has run or not."""
    from wandb_auth import hook

    hook.activate()


def find(path=None, target=None):
    """Find the SDK for the import system, to be patched once it is loaded; the line of the ``.pth`` file asks."""
    try:
        from wandb_auth import hook
    except Exception:  # whatever is wrong with us, the SDK goes on
        return None
    return hook.find(path, target)


def load_ipython_extension(ipython):
    """``%load_ext wandb_auth``: the same in a notebook."""
    activate()


def program(package=os.path.dirname(os.path.abspath(__file__))):
    """Return the path of the program that was installed with this package, or put the package here.

    Raises FileNotFoundError where it is not where it was.
    """
    for path in _installed(package):
        if os.access(path, os.X_OK):
            return path
    raise FileNotFoundError(
        "the program is not where it was installed. Install it into an environment, not into a folder (--target)."
    )


def _installed(package):
    """By what lies beside this package, and nothing else: the working directory can be anybody's."""
    from importlib import metadata

    for found in metadata.distributions(name="wandb-auth", path=[os.path.dirname(package)]):
        for file in found.files or []:
            if file.name in ("wandb-auth", "wandb-auth.exe", "wandb-auth.cmd"):
                yield os.path.abspath(str(file.locate()))
    try:
        with open(os.path.join(package, "program"), encoding="utf-8", errors="surrogateescape") as recorded:
            yield recorded.read().rstrip("\n")
    except FileNotFoundError:
        pass
