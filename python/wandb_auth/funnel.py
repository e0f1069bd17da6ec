"""Where each line of the SDK's versions looks for a key."""

import importlib
import os
import sys

from wandb_auth.hook import PassedOver

FUNNELS = {
    "wandb/sdk/lib/wbauth/wbnetrc.py": "def read_netrc_auth_with_source(*, host: HostUrl)",
    "wandb/sdk/lib/apikey.py": "def api_key(settings: Settings | None = None)",
}
"""The files of the functions that are patched, and how these begin there; the first that is there counts."""


def is_known(packages):
    """Tell whether the SDK that is installed in a folder of packages is one that can be patched."""
    for file, start in FUNNELS.items():
        try:
            with open(os.path.join(packages, *file.split("/")), encoding="utf-8") as source:
                return start in source.read()
        except OSError:
            continue
    return False


def patch():
    """Patch the SDK, which is loaded. False, and nothing is changed, where its functions are not there."""
    import wandb

    if not is_known(os.path.dirname(os.path.dirname(os.path.abspath(wandb.__file__)))):
        return False
    try:
        wbnetrc = importlib.import_module("wandb.sdk.lib.wbauth.wbnetrc")
    except ModuleNotFoundError:
        _patch_apikey(importlib.import_module("wandb.sdk.lib.apikey"))
    else:
        _patch_wbnetrc(wbnetrc)
    return True


def _has_credential_of_environment():
    """Such a credential comes first, and is none of our business."""
    return bool(os.environ.get("WANDB_API_KEY") or os.environ.get("WANDB_IDENTITY_TOKEN_FILE"))


def _key(address):
    """The key, or None where there is none. Raises PassedOver where the SDK is on its own."""
    if _has_credential_of_environment():
        raise PassedOver
    from wandb_auth import ask

    return ask.key(address.rstrip("/"))


def _asked():
    """What asks, where it was loaded for a question."""
    return sys.modules.get("wandb_auth.ask")


def _forget():
    if _asked():
        _asked().forget()


def _patch_wbnetrc(wbnetrc):
    """SDK 0.24 and later: one function for all, behind the variables."""
    from wandb.sdk.lib import wbauth

    original = wbnetrc.read_netrc_auth_with_source
    unauthenticate = wbauth.unauthenticate_session

    def read_netrc_auth_with_source(*, host):
        try:
            key = _key(host.url)
        except PassedOver:
            return original(host=host)
        if key is None:
            return None
        return wbnetrc.AuthWithSource(auth=wbnetrc.AuthApiKey(host=host, api_key=key), source="wandb-auth")

    def unauthenticate_session(**options):
        _forget()
        return unauthenticate(**options)

    wbnetrc.read_netrc_auth_with_source = read_netrc_auth_with_source
    wbauth.unauthenticate_session = unauthenticate_session
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: _log_out_copy(wbauth.authenticate))


def _log_out_copy(authenticate):
    """A copy of the process begins with new settings, without the key; the SDK takes it for logged in, and would use none."""
    session = getattr(authenticate, "_session_auth", None)
    if session is not None and _asked() and _asked().has_given(getattr(session, "api_key", None)):
        authenticate._session_auth = None


def _patch_apikey(apikey):
    """SDK 0.22 and 0.23: a function for logins, and netrc by the library ``requests`` for the rest.

    Their service process reads netrc by itself unless the settings hold the key.
    """
    import requests.utils
    from wandb.sdk import wandb_setup

    original = apikey.api_key
    original_netrc = requests.utils.get_netrc_auth
    teardown = wandb_setup._WandbSetup._teardown

    def api_key(settings=None):
        settings = settings or wandb_setup.singleton().settings
        address = settings.base_url.rstrip("/")
        if settings.api_key and not (_asked() and _asked().is_of_another(settings.api_key, address)):
            return settings.api_key
        try:
            settings.api_key = _key(settings.base_url)
        except PassedOver:
            return original(settings)
        return settings.api_key

    def get_netrc_auth(url, raise_errors=False):
        if not sys._getframe(1).f_globals.get("__name__", "").startswith("wandb."):
            return original_netrc(url, raise_errors)
        explicit = wandb_setup._singleton and wandb_setup._singleton.settings
        try:
            # A login with an explicit key would have written it to netrc by now.
            key = explicit.api_key if explicit and explicit.api_key and explicit.base_url == url else _key(url)
        except PassedOver:
            return original_netrc(url, raise_errors)
        return key and ("user", key)

    def forgetting_teardown(self, *arguments, **options):
        _forget()
        return teardown(self, *arguments, **options)

    apikey.api_key = api_key
    requests.utils.get_netrc_auth = get_netrc_auth
    wandb_setup._WandbSetup._teardown = forgetting_teardown
