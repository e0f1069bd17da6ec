"""Runs a program on a pseudo-terminal of its own and types at its prompts.

Arguments: a JSON file with "command", "environment", "directory", "prompt" and "question" (how the two kinds of prompts
end) and "typed" (what to type at each in turn). Something is typed when the prompt stands there and the program waits for it in a read of the terminal, however
long that takes. Writes JSON to standard output when the program has ended: "exit_code", "screen" (all that the terminal
showed), "prompts" (how often the prompt came) and "echo" (whether the terminal shows what is typed again afterwards).
"""

import json
import os
import platform
import pty
import select
import signal
import sys
import termios

LOOKING_AGAIN = 0.01
READ = {"x86_64": 0, "aarch64": 63}[platform.machine()]


def is_reading(process):
    """Whether a thread of the process waits in the system call read on the terminal."""
    for thread in os.listdir("/proc/%d/task" % process):
        try:
            with open("/proc/%d/task/%s/syscall" % (process, thread)) as file:
                call = file.read().split()
            if call[0] == str(READ) and is_terminal("/proc/%d/fd/%d" % (process, int(call[1], 16))):
                return True
        except OSError:
            continue  # it has ended, or closed the file
    return False


def is_terminal(descriptor):
    name = os.readlink(descriptor)
    return name == "/dev/tty" or name.startswith("/dev/pts/")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        run = json.load(file)
    child, terminal = pty.fork()
    if child == 0:
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)  # whoever started us in the background may ignore some
        os.chdir(run["directory"])
        redirected = run.get("stdout")
        if redirected:
            os.dup2(os.open(redirected, os.O_WRONLY | os.O_CREAT, 0o600), 1)
        os.execve(run["command"][0], run["command"], run["environment"])
    screen = b""
    prompt = run["prompt"].encode()
    question = run["question"].encode()
    typed = [text.encode() for text in run["typed"]]
    answered = 0
    while True:
        is_asked = screen.count(prompt) + screen.count(question) > answered and answered < len(typed)
        if is_asked and is_reading(child):
            os.write(terminal, typed[answered])
            answered += 1
            is_asked = False
        ready, _, _ = select.select([terminal], [], [], LOOKING_AGAIN if is_asked else None)
        if not ready:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        screen += data
    echo = bool(termios.tcgetattr(terminal)[3] & termios.ECHO)
    _, status = os.waitpid(child, 0)
    print(
        json.dumps(
            {
                "exit_code": os.waitstatus_to_exitcode(status),
                "screen": screen.decode("utf-8", "replace"),
                "prompts": screen.count(prompt),
                "echo": echo,
            }
        )
    )


main()
