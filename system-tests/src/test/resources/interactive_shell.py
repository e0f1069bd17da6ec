"""Types keys into an interactive shell on a pseudo-terminal and prints what the shell shows until a word that ends it.

Usage: interactive_shell.py PROMPT END SHELL [ARGUMENT ...]      the keys come from standard input

The keys are typed when the prompt stands there and the shell has taken the terminal over for its line editor, however
long that takes.
"""
import os
import pty
import select
import sys
import termios

LOOKING_AGAIN = 0.01


def has_line_editor(terminal):
    return not termios.tcgetattr(terminal)[3] & termios.ICANON


def read_until(terminal, wanted, shown):
    while wanted not in shown:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            part = b""
        if not part:
            sys.exit("the shell ended: %r" % shown)
        shown += part
    return shown


prompt, end = sys.argv[1].encode(), sys.argv[2].encode()
keys = sys.stdin.buffer.read()
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[3], sys.argv[3:])
read_until(terminal, prompt, b"")
while not has_line_editor(terminal):
    select.select([], [], [], LOOKING_AGAIN)
os.write(terminal, keys)
sys.stdout.buffer.write(read_until(terminal, end, b""))
os.close(terminal)
os.waitpid(pid, 0)
