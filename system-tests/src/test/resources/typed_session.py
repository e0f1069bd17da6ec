"""Types into a program on a pseudo-terminal of its own, such as an interactive shell.

Arguments: a JSON file with "program", "environment", "directory" and "steps", each a pair: ["until", TEXT] waits until the
terminal has shown the text since the last step that waited for one; ["type", TEXT]; ["echo", WANTED] waits until the
terminal shows what is typed, or does not; ["settings", "first"] waits until the terminal's settings are those that it had at the end
of the first of these waits; ["signal", NUMBER] goes to what the program runs. Nothing waits for a time. Writes
to standard output what the terminal showed, as JSON.
"""

import json
import os
import pty
import select
import sys
import termios

LOOKING_AGAIN = 0.01


class Terminal:
    def __init__(self, run):
        self.screen = ""
        self.seen = 0
        self.first = None
        self.program, self.descriptor = pty.fork()
        if self.program == 0:
            os.chdir(run["directory"])
            os.execve(run["program"][0], run["program"], run["environment"])

    def look(self):
        ready, _, _ = select.select([self.descriptor], [], [], LOOKING_AGAIN)
        if ready:
            self.screen += os.read(self.descriptor, 65536).decode("utf-8", "replace")

    def until(self, text):
        while self.screen.find(text, self.seen) < 0:
            self.look()
        self.seen = self.screen.find(text, self.seen) + len(text)
        self.first = self.first or termios.tcgetattr(self.descriptor)

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def echo(self, wanted):
        while bool(termios.tcgetattr(self.descriptor)[3] & termios.ECHO) != wanted:
            self.look()

    def settings(self, _):
        while termios.tcgetattr(self.descriptor) != self.first:
            self.look()

    def signal(self, number):
        with open("/proc/%d/task/%d/children" % (self.program, self.program)) as children:
            os.kill(int(children.read().split()[0]), number)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        run = json.load(file)
    terminal = Terminal(run)
    for step, argument in run["steps"]:
        getattr(terminal, step)(argument)
    os.kill(terminal.program, 9)
    os.waitpid(terminal.program, 0)
    print(json.dumps({"screen": terminal.screen}))


main()
