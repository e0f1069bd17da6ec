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
    # Python ignores these, and what it becomes would, too.
    for name in ("SIGPIPE", "SIGXFSZ"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.execv(path, [path, *sys.argv[1:]])


if __name__ == "__main__":
    main()
