"""``python -m wandb_auth``: the same as ``wandb-auth``."""

import os
import signal
import sys

from wandb_auth import program


def main():
    try:
        path = program()
    except FileNotFoundError as error:
        sys.exit(f"wandb-auth: {error}")
    arguments = [path, *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(_run(arguments))
    # Python ignores these, and what it becomes would, too.
    for name in ("SIGPIPE", "SIGXFSZ"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.execv(path, arguments)


def _run(arguments):
    """Wait for the program, which on Windows nothing can become, and leave Ctrl-C to it."""
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(arguments)


if __name__ == "__main__":
    main()
