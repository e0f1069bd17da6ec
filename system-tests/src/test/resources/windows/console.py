"""Runs a program on a pseudo-terminal of its own and types as soon as the screen shows what it is to show.

Arguments: a JSON file with the command and a list of steps: "shows", what to wait for after what the step before waited for;
"types", what to type then; with "reads", once somebody reads the terminal key by key. Writes JSON to standard output when
the program has ended: "exit_code" and "screen", all that the terminal showed. Both texts of the screen are without blanks and
line ends: Wine moves the cursor for them, and writes what some programs print letter by letter.
"""

import json
import os
import pty
import re
import select
import signal
import sys
import termios

LOOKING_AGAIN = 0.01


NOT_SHOWN = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|\s")


def reads_keys(terminal):
    return not termios.tcgetattr(terminal)[3] & termios.ICANON


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        run = json.load(file)
    child, terminal = pty.fork()
    if child == 0:
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)  # whoever started us in the background may ignore some
        os.execvp(run["command"][0], run["command"])
    written = b""
    screen = ""
    seen = 0
    steps = run["steps"]
    while True:
        found = screen.find(steps[0]["shows"], seen) if steps else -1
        if found >= 0 and (not steps[0].get("reads") or reads_keys(terminal)):
            step = steps.pop(0)
            seen = found + len(step["shows"])
            os.write(terminal, step["types"].encode())
            found = -1
        ready, _, _ = select.select([terminal], [], [], LOOKING_AGAIN if found >= 0 else None)
        if not ready:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        written += data
        screen = NOT_SHOWN.sub("", written.decode("utf-8", "replace"))
    _, status = os.waitpid(child, 0)
    print(json.dumps({"exit_code": os.waitstatus_to_exitcode(status), "screen": screen}))


main()
