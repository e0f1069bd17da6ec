"""Switches the hook on and off in the environment of the Python that runs this file, or tells its state.

``wandb auth hook`` runs it, also from outside the environment: environment.py enable|disable|status PROGRAM [--json]
"""

import sys

sys.dont_write_bytecode = True

import json  # noqa: E402
import os  # noqa: E402
import py_compile  # noqa: E402
import shlex  # noqa: E402
import shutil  # noqa: E402
import sysconfig  # noqa: E402
from importlib import util  # noqa: E402

_OWN = os.path.dirname(os.path.abspath(__file__))


def _use_own_package():
    """The rest of this package is that beside this file, whatever the environment has under its name."""
    spec = util.spec_from_file_location(
        "wandb_auth", os.path.join(_OWN, "__init__.py"), submodule_search_locations=[_OWN]
    )
    sys.modules["wandb_auth"] = util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["wandb_auth"])


def _typed(path):
    """A path as a word of a command line."""
    return path if os.name == "nt" else shlex.quote(path)


_OLDEST = (3, 8)

# It costs one comparison an import until somebody imports wandb, and nothing is loaded before. It is short, since each start
# compiles it. Where the package is gone, or is of a version without the hook, it does nothing.
_LINE = (
    'import sys; sys.meta_path.insert(0, type(sys.implementation)(__name__="WandbAuthHook", find_spec=lambda n, p=None,'
    ' t=None: n == "wandb" and __import__("importlib.util").util.find_spec("wandb_auth") and'
    ' getattr(__import__("wandb_auth"), "find", lambda *_: None)(p, t) or None))\n'
)


class Environment:
    """The folder of packages of this Python, and what the hook has there."""

    def __init__(self):
        self.packages = sysconfig.get_path("purelib")
        self.switch = os.path.join(self.packages, "wandb_auth_hook.pth")
        self.package = os.path.join(self.packages, "wandb_auth")
        self.record = os.path.join(self.package, "program")

    def is_on(self):
        return os.path.isfile(self.switch) and os.path.isfile(os.path.join(self.package, "hook.py"))

    def has_wheel(self):
        """Whether the package is there by an installation, which is none of the hook's business."""
        return _version("wandb-auth", [self.packages]) is not None

    def check(self):
        """Root makes nothing that another user could change."""
        if hasattr(os, "geteuid") and os.geteuid() == 0 and os.stat(self.packages).st_uid != 0:
            raise Refusal("%s does not belong to root. Run this as the user whose environment it is." % self.packages)

    def enable(self, program):
        """Put in what is needed, and tell which files."""
        written = []
        if self.has_wheel():
            if not os.path.isfile(os.path.join(self.package, "hook.py")):
                raise Refusal(
                    "The package wandb-auth in %s is of a version without the hook. Update it: %s -m pip install"
                    " --upgrade wandb-auth" % (self.packages, _typed(sys.executable))
                )
        else:
            written.append(self._copy(program))
        _write(self.switch, _LINE)
        return written + [self.switch]

    def _copy(self, program):
        if os.path.lexists(self.package) and not os.path.isfile(self.record):
            raise Refusal("%s is there already, and not from this program. Take it away." % self.package)
        os.makedirs(self.package, exist_ok=True)
        _write(self.record, program + "\n")  # by which it is known as ours, whatever comes between
        for name in sorted(os.listdir(_OWN)):
            if name.endswith(".py"):
                file = os.path.join(self.package, name)
                with open(os.path.join(_OWN, name), encoding="utf-8") as source:
                    _write(file, source.read())
                py_compile.compile(file, quiet=2)  # as pip does: many a Python may not write here later
        return self.package

    def disable(self):
        """Take everything out again, and tell what."""
        removed = []
        if os.path.lexists(self.switch):
            os.remove(self.switch)
            removed.append(self.switch)
        if os.path.isfile(self.record) and not os.path.islink(self.package):
            if self.has_wheel():
                os.remove(self.record)
            else:
                shutil.rmtree(self.package)
            removed.append(self.record if self.has_wheel() else self.package)
        return removed

    def state(self):
        from wandb_auth import funnel

        sdk = _version("wandb", None)
        return {
            "environment": sys.prefix,
            "python": sys.executable,
            "python_version": "%d.%d.%d" % sys.version_info[:3],
            "sdk": None if sdk is None else sdk[0],
            "sdk_known": None if sdk is None else funnel.is_known(sdk[1]),
            "on": self.is_on(),
            "program": self._program(),
        }

    def _program(self):
        import wandb_auth

        if not self.is_on():
            return None
        try:
            return wandb_auth.program(self.package)
        except FileNotFoundError:
            return None


class Refusal(Exception):
    """Why nothing was done."""


def _version(name, path):
    """The version of an installed package and the folder that holds it, or None."""
    from importlib import metadata

    for found in metadata.distributions(name=name, path=sys.path if path is None else path):
        return found.version, str(found.locate_file(""))
    return None


def _write(path, text):
    """Write a file that is seen as a whole or not at all."""
    beside = "%s.%d" % (path, os.getpid())
    try:
        with open(beside, "x", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
        os.replace(beside, path)
    except OSError:
        if os.path.lexists(beside):
            os.remove(beside)
        raise


def _text(state):
    if state["sdk"] is None:
        sdk = "no SDK is installed"
    elif state["sdk_known"]:
        sdk = "SDK %s" % state["sdk"]
    else:
        sdk = "SDK %s, which the hook does not know: it is left as it is" % state["sdk"]
    if not state["on"]:
        hook = "off"
    elif state["program"] is None:
        hook = "on, but its program is gone: the SDK goes on without it"
    else:
        hook = "on, asks %s" % state["program"]
    return "%s\n    Python %s, %s\n    hook: %s" % (state["environment"], state["python_version"], sdk, hook)


def _change(environment, action, program):
    """What was done, in words, and the files by the name of what was done to them."""
    environment.check()
    if action == "enable":
        files = environment.enable(program)
        return ["Wrote %s." % file for file in files], {"written": files}
    files = environment.disable()
    return ["Removed %s." % file for file in files] or ["The hook was not on."], {"removed": files}


def _outlook(state):
    """What follows from the state after it was switched on."""
    if state["sdk"] is None:
        return "There is no SDK in %s yet; once it is installed, it gets its key from wandb-auth." % state["environment"]
    if not state["sdk_known"]:
        return (
            "The hook does not know SDK %s in %s, which is left as it is: use 'wandb auth exec' there."
            % (state["sdk"], state["environment"])
        )
    return "SDK %s in %s gets its key from wandb-auth now. Notebooks that run have to be restarted, or need: %%load_ext wandb_auth" % (
        state["sdk"],
        state["environment"],
    )


def main(action, program, *options):
    if sys.version_info < _OLDEST:
        raise Refusal("%s is Python %d.%d; the SDK and the hook need 3.8." % ((sys.executable,) + sys.version_info[:2]))
    _use_own_package()
    environment = Environment()
    lines, files = ([], {}) if action == "status" else _change(environment, action, program)
    state = environment.state()
    if "--json" in options:
        state.update(files)
        print(json.dumps(state))
    elif action == "status":
        print(_text(state))
    else:
        print("\n".join(lines + ([_outlook(state)] if action == "enable" else [])))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Refusal as refusal:
        sys.exit(str(refusal))
    except OSError as error:
        sys.exit("%s: %s" % (error.filename or sys.prefix, error.strerror or error))
