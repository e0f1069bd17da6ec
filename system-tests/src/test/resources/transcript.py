"""Runs command lines one after the other, each on a pseudo-terminal of its own, and tells what a person sees there.

Arguments: a JSON file with "columns", "directory", "environment", "masks" (pairs: what is replaced, by what, wherever it is
shown), "colours" (whether changes of the colours are shown) and "commands", each with "line" and "typed" (what is typed in
turn). Something is typed when a program waits for it in a read of the terminal, however long that takes; Enter follows,
unless it is a control character such as ^C. Writes JSON to standard output: for each command "exit_code" and "screen", the
rows that the terminal shows, in which what was typed stands between « and ».
"""

import fcntl
import json
import os
import platform
import pty
import re
import select
import signal
import struct
import sys
import termios
import unicodedata

LOOKING_AGAIN = 0.01
TIOCGPTN = 0x80045430
READ = {"x86_64": 0, "aarch64": 63}[platform.machine()]
TYPED = re.compile(b"\0([0-9]+)\0")


def processes_of(session):
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open("/proc/%s/stat" % name) as file:
                    fields = file.read().rsplit(")", 1)[1].split()
            except OSError:
                continue  # it has ended
            if int(fields[3]) == session and fields[0] != "Z":
                yield name


def is_read(session):
    """Whether a thread of the session waits in the system call read on the terminal."""
    for process in processes_of(session):
        try:
            for thread in os.listdir("/proc/%s/task" % process):
                with open("/proc/%s/task/%s/syscall" % (process, thread)) as file:
                    call = file.read().split()
                if call[0] == str(READ) and is_terminal("/proc/%s/fd/%d" % (process, int(call[1], 16))):
                    return True
        except OSError:
            continue
    return False


def is_terminal(descriptor):
    name = os.readlink(descriptor)
    return name == "/dev/tty" or name.startswith("/dev/pts/")


def unread(terminal):
    """How many bytes were typed that nobody has read yet."""
    number = struct.unpack("i", fcntl.ioctl(terminal, TIOCGPTN, bytes(4)))[0]
    slave = os.open("/dev/pts/%d" % number, os.O_RDWR | os.O_NOCTTY)
    try:
        return struct.unpack("i", fcntl.ioctl(slave, termios.FIONREAD, bytes(4)))[0]
    finally:
        os.close(slave)


def keys(text):
    if len(text) == 2 and text[0] == "^":
        return bytes([ord(text[1]) & 0x1F])
    return text.encode() + b"\r"


class Run:
    """One command line, run by a shell."""

    def __init__(self, run, command):
        self.typed = command["typed"]
        self.answered = 0
        self.shown = b""
        self.seen = -1  # how much was shown when something was typed: without echo, more comes when it was read
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            size = struct.pack("HHHH", 24, run["columns"], 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)  # whoever started us in the background may ignore some
            os.chdir(run["directory"])
            os.execve("/bin/sh", ["sh", "-c", command["line"]], run["environment"])

    def play(self):
        while self.look(LOOKING_AGAIN if self.answered < len(self.typed) else None):
            if self.answered < len(self.typed) and self.is_waiting():
                self.shown += b"\0%d\0" % self.answered
                self.seen = len(self.shown)
                os.write(self.terminal, keys(self.typed[self.answered]))
                self.answered += 1
        _, status = os.waitpid(self.child, 0)
        os.close(self.terminal)
        code = os.waitstatus_to_exitcode(status)
        return code if code >= 0 else 128 - code  # as shells say it

    def is_waiting(self):
        return len(self.shown) > self.seen and is_read(self.child) and not unread(self.terminal) and not self.is_showing()

    def is_showing(self):
        return bool(select.select([self.terminal], [], [], 0)[0])

    def look(self, seconds):
        """Takes what is shown; false where nothing more will be."""
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            return False
        self.shown += data
        return bool(data)

    def text(self):
        marks = lambda found: "\0«{}»\0".format(self.typed[int(found[1])]).encode()
        return TYPED.sub(marks, self.shown).decode("utf-8", "replace")


class Screen:
    """What a terminal of so many columns makes of a text: rows, without an end."""

    def __init__(self, columns, colours):
        self.columns = columns
        self.colours = colours
        self.rows = [[]]
        self.row = 0
        self.column = 0
        self.note = ""

    def show(self, text):
        for part in re.findall("\0.*?\0|\x1b\\[[0-9;?]*[A-Za-z]|.", text, re.DOTALL):
            if part[0] == "\0":
                self.note += part[1:-1]
            elif part[0] == "\x1b" and len(part) > 1:
                self.control(part)
            else:
                self.character(part)
        self.put_note()
        rows = ["".join(cell for cell in row).rstrip() for row in self.rows]
        return "\n".join(rows).rstrip("\n")

    def control(self, sequence):
        if sequence[-1] == "m" and self.colours:
            self.note += "<" + sequence[2:-1] + ">"
        elif sequence[-1] == "K":
            del self.rows[self.row][self.column :]
        elif sequence[-1] != "m":
            self.note += "<ESC" + sequence[1:] + ">"

    def next_row(self):
        self.row += 1
        if self.row == len(self.rows):
            self.rows.append([])

    def character(self, character):
        if character == "\n":
            self.put_note()
            self.next_row()
        elif character == "\r":
            self.put_note()
            self.column = 0
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif ord(character) < 32 or ord(character) == 127:
            self.note += "<%02x>" % ord(character)
        else:
            self.write(character, self.width(character))

    @staticmethod
    def width(character):
        if unicodedata.combining(character):
            return 0
        return 2 if unicodedata.east_asian_width(character) in "WF" else 1

    def write(self, character, width):
        if self.column + width > self.columns:
            self.column = 0
            self.next_row()
        row = self.rows[self.row]
        row.extend(" " * (self.column - len(row)))
        row[self.column : self.column + width] = [self.note + character] + [""] * (width - 1)
        self.note = ""
        self.column += width

    def put_note(self):
        """What stands between characters and takes no place."""
        if self.note:
            row = self.rows[self.row]
            row.extend(" " * (self.column - len(row)))
            row.append(self.note)
            self.note = ""


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        run = json.load(file)
    answers = []
    for command in run["commands"]:
        played = Run(run, command)
        exit_code = played.play()
        text = played.text()
        for mask, shown in run["masks"]:
            text = text.replace(mask, shown)
        text = re.sub(r"wandb-auth [0-9]+\.[0-9]+\.[0-9][0-9A-Za-z.-]*", "wandb-auth VERSION", text)
        screen = Screen(run["columns"], run["colours"]).show(text)
        if played.answered < len(played.typed):
            screen += "\n<nobody asked for %s>" % played.typed[played.answered]
        answers.append({"exit_code": exit_code, "screen": screen})
    print(json.dumps(answers))


main()
