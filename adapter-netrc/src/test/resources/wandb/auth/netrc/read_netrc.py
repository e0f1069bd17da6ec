"""Reads netrc files with Python's own module: a base64 text a line comes in, an answer in JSON a line goes out.

Bytes that are not UTF-8 are let through, so that the rules for words can be compared in such files too. All texts of
an answer hold one character a byte.
"""

import base64
import io
import json
import netrc
import sys

REFUSALS = ("bad toplevel", "bad follower", "missing", "Macro")


def bytewise(text):
    return text.encode("utf-8", "surrogateescape").decode("latin-1")


def reading(content):
    netrc.open = lambda path, encoding: io.TextIOWrapper(
        io.BytesIO(content), encoding="utf-8", errors="surrogateescape"
    )
    try:
        read = netrc.netrc("a file")
    except netrc.NetrcParseError as e:
        return {"refused": next(kind for kind in REFUSALS if e.msg.startswith(kind))}
    return {
        "hosts": {bytewise(host): [bytewise(word) for word in words] for host, words in read.hosts.items()},
        "macros": {bytewise(name): bytewise("".join(lines)) for name, lines in read.macros.items()},
    }


print(json.dumps({"version": list(sys.version_info[:2])}))
for line in sys.stdin:
    print(json.dumps(reading(base64.b64decode(line))))
