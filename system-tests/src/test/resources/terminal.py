"""Runs a program on a pseudo-terminal of its own and types at its prompts.

Arguments: a JSON file with "command", "environment", "directory", "prompt" and "typed" (what to type at each prompt in
turn). Writes JSON to standard output: "exit_code", "screen" (all that the terminal showed), "prompts" (how often the
prompt came), "waiting" (whether the program was still waiting when everything had been typed) and "echo" (whether the
terminal shows what is typed again afterwards).
"""

import json
import os
import pty
import select
import signal
import sys
import termios
import time

PATIENCE = 30.0
QUIET = 3.0


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        run = json.load(file)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(run["directory"])
        redirected = run.get("stdout")
        if redirected:
            os.dup2(os.open(redirected, os.O_WRONLY | os.O_CREAT, 0o600), 1)
        os.execve(run["command"][0], run["command"], run["environment"])
    screen = b""
    prompt = run["prompt"].encode()
    answered = 0
    typed = [text.encode() for text in run["typed"]]
    deadline = time.monotonic() + PATIENCE
    last = time.monotonic()
    waiting = False
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 0.05)
        if ready:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            screen += data
            last = time.monotonic()
        if screen.count(prompt) > answered and answered < len(typed):
            time.sleep(0.1)
            os.write(terminal, typed[answered])
            answered += 1
            last = time.monotonic()
        if answered == len(typed) and time.monotonic() - last > QUIET:
            waiting = True
            break
    echo = bool(termios.tcgetattr(terminal)[3] & termios.ECHO)
    if waiting:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    print(
        json.dumps(
            {
                "exit_code": os.waitstatus_to_exitcode(status),
                "screen": screen.decode("utf-8", "replace"),
                "prompts": screen.count(prompt),
                "waiting": waiting,
                "echo": echo,
            }
        )
    )


main()
