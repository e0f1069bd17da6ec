"""Asks the program for a key, once a process and address."""

import os
import subprocess
import sys
import threading
import time

import wandb_auth
from wandb_auth.hook import PassedOver

_PATIENCE = 120
"""Seconds after which a question is given up. The program itself ends long before."""

_QUEUE = 20
"""Seconds that a process waits for its turn, while others of this machine ask. Whoever may read the files of this package can
keep it waiting for so long, and no longer."""

_ABSENT = 4
_TROUBLE = (3, 5, 6)

_keys = {}
_lock = threading.Lock()
_is_trouble_said = False


def key(address):
    """Return the key for a server by the lookup of ``wandb-auth``, or None where there is none.

    Raises the SDK's AuthenticationError, with the program's words, where there may be one that cannot be had, and
    PassedOver where the program is not there or does not work, which is said once.
    """
    with _lock:
        if address not in _keys:
            try:
                found = _asked(address)
            except PassedOver as trouble:
                _say(trouble)
                raise
            if found is None:
                return None
            _keys[address] = found
        return _keys[address]


def _say(trouble):
    global _is_trouble_said
    if not _is_trouble_said:
        _is_trouble_said = True
        _warn(f"The SDK looks for its key without wandb-auth: {trouble}")


def has_given(key):
    """Whether the key was given by this module. Takes no lock, which a copy of the process may never get."""
    return any(given == key for given in list(_keys.values()))


def is_of_another(key, address):
    """Whether the key was given by this module, and for another server."""
    with _lock:
        return any(given is key for given in _keys.values()) and _keys.get(address) is not key


def forget():
    """Forget all keys, as the SDK does."""
    with _lock:
        _keys.clear()


def _forked():
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


def _asked(address):
    program = _program()
    group = [] if os.path.splitext(os.path.basename(program))[0] == "wandb-auth" else ["auth"]
    with _Turn():
        answer = _run(program, *group, "token", "--for-sdk", "--host", address)
    said = _said(answer.stderr)
    if answer.returncode == 0 and answer.stdout.strip():
        return _key(answer.stdout, said)
    if answer.returncode == _ABSENT:
        for line in said:
            if line.startswith("Skipped "):
                _warn(line)
        return None
    if answer.returncode not in _TROUBLE:
        _check(program, answer.returncode)
    raise _error(" ".join(said) or f"wandb-auth ended with exit code {answer.returncode}.")


def _program():
    try:
        return wandb_auth.program()
    except (OSError, ValueError) as error:
        raise PassedOver(error) from None


def _run(program, *arguments):
    try:
        return subprocess.run(
            [program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise _error(f"wandb-auth did not answer within {_PATIENCE} seconds.") from None
    except (OSError, ValueError) as error:
        raise PassedOver(f"{program} cannot be run: {getattr(error, 'strerror', None) or error}") from None


def _key(output, said):
    lines = output.decode("ascii", "replace").splitlines()
    if len(lines) != 1 or not lines[0].isprintable() or " " in lines[0]:
        raise PassedOver("the program's answer is damaged. Install it again.")
    for line in said:
        _warn(line)
    return lines[0]


def _check(program, code):
    """Raise PassedOver where the program does not even tell its version, or is too old to know our question."""
    version = _run(program, "--version")
    if code == 2 or version.returncode != 0 or not version.stdout.startswith(b"wandb"):
        said = _said(version.stderr)
        raise PassedOver(" ".join(said) or f"{program} ends with exit code {code}. Install it again.")


def _said(errors):
    """What the program says, without its name before each line."""
    lines = []
    for line in errors.decode("utf-8", "replace").splitlines():
        for prefix in ("wandb-auth: ", "wandb: ", "ERROR ", "WARNING "):
            if line.startswith(prefix):
                line = line[len(prefix) :]
        if line.startswith("TRACE "):
            print(f"wandb-auth: {line}", file=sys.stderr)  # WANDB_AUTH_TRACE is for whoever looks on
        elif line.strip():
            lines.append(line)
    return lines


def _error(text):
    from wandb.errors import AuthenticationError

    return AuthenticationError(text)


def _warn(text):
    import wandb

    wandb.termwarn(text)


class _Turn:
    """A few processes of this machine at a time, so that many at once do not need the memory and time of as many programs.

    The locks are on files of this package, so nothing is left behind; where none can be had, it goes without.
    """

    _FILES = ("__init__.py", "ask.py", "funnel.py", "hook.py")

    def __enter__(self):
        self._held = None
        try:
            import fcntl

            end = time.monotonic() + _QUEUE
            while self._held is None and time.monotonic() < end:
                self._held = self._free(fcntl)
                if self._held is None:
                    time.sleep(0.01)
        except (ImportError, OSError):
            pass

    def _free(self, fcntl):
        for name in self._FILES:
            file = open(os.path.join(os.path.dirname(__file__), name), "rb")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return file
            except BlockingIOError:
                file.close()
        return None

    def __exit__(self, *_):
        if self._held is not None:
            self._held.close()
