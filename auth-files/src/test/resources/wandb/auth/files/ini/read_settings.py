"""Reads settings files with Python's own module: a base64 text a line comes in, an answer in JSON a line goes out."""

import base64
import configparser
import io
import json
import sys


def values(parser, section):
    try:
        return dict(parser.items(section))
    except configparser.Error as e:
        return type(e).__name__


def reading(content):
    parser = configparser.ConfigParser()
    try:
        parser.read_file(io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"), "a file")
    except UnicodeDecodeError:
        return {"refused": "encoding", "line": 0}
    except configparser.MissingSectionHeaderError as e:
        return {"refused": "line", "line": e.lineno}
    except configparser.ParsingError as e:
        return {"refused": "line", "line": e.errors[0][0]}
    except configparser.Error as e:
        return {"refused": "other", "line": e.lineno}
    names = [parser.default_section] + parser.sections()
    return {
        "values": {name: values(parser, name) for name in names},
        "raw": {name: parser._sections.get(name, parser.defaults()) for name in names},
    }


print(json.dumps({"version": list(sys.version_info[:2])}))
for line in sys.stdin:
    print(json.dumps(reading(base64.b64decode(line))))
