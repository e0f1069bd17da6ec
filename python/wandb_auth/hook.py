"""Patches the one function by which the SDK finds a key that is neither explicit nor in a variable.

What starts with every Python is one line of a ``.pth`` file; this module is loaded where ``wandb`` is imported.
"""

import sys

FINDER = "WandbAuthHook"
"""The name of what the import system asks; it is in the ``.pth`` file too."""


class PassedOver(Exception):
    """The SDK is to go on as if we were not here."""


def activate():
    """Patch the SDK: now where it is loaded, else as soon as it is."""
    if not any(_is_ours(finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, type(sys.implementation)(__name__=FINDER, find_spec=_find_spec))
    sdk = sys.modules.get("wandb")
    if sdk is not None and not getattr(sdk.__spec__, "_initializing", False):
        _patch(sdk)


def _find_spec(name, path=None, target=None):
    return find(path, target) if name == "wandb" else None


def _is_ours(finder):
    return getattr(finder, "__name__", "") == FINDER


def find(path=None, target=None):
    """Find the SDK as the other finders do, to be patched once it is loaded. None where they do not find one."""
    for finder in sys.meta_path:
        if _is_ours(finder) or not hasattr(finder, "find_spec"):
            continue
        spec = finder.find_spec("wandb", path, target)
        if spec is not None:
            return _patching(spec)
    return None


def _patching(spec):
    if spec.origin is None or not hasattr(spec.loader, "exec_module"):
        return spec  # a folder that is only called so, as the one with a project's runs
    execute = spec.loader.exec_module

    def exec_module(module):
        execute(module)
        _patch(module)

    try:
        spec.loader.exec_module = exec_module
    except AttributeError:
        pass  # an SDK that is no plain files, which the hook does not know
    return spec


def _patch(sdk):
    if getattr(sdk, "_wandb_auth", None) is not None:
        return
    try:
        from wandb_auth import funnel

        known = funnel.patch()
    except Exception as error:  # whatever is wrong with us, the SDK goes on
        known = False
        _warn(sdk, f"The hook of wandb-auth does not work with this SDK ({type(error).__name__}): it is left as it is.")
    else:
        if not known:
            _warn(
                sdk,
                "The hook of wandb-auth does not know SDK %s: it is left as it is. Update wandb-auth, or use"
                " 'wandb-auth exec'." % getattr(sdk, "__version__", "?"),
            )
    sdk._wandb_auth = known


def _warn(sdk, text):
    warn = getattr(sdk, "termwarn", None)
    if warn is None:
        print("wandb-auth: WARNING " + text, file=sys.stderr)
    else:
        warn(text)
