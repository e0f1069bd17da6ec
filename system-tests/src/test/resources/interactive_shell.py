"""Types keys into an interactive shell on a pseudo-terminal and prints what the shell shows until a word that ends it.

Usage: interactive_shell.py PROMPT END SHELL [ARGUMENT ...]      the keys come from standard input
"""
import os
import pty
import select
import sys
import time

LONGEST_SECONDS = 30


def read_until(terminal, wanted, shown):
    deadline = time.monotonic() + LONGEST_SECONDS
    while wanted not in shown:
        ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            sys.exit("not seen: %r in %r" % (wanted, shown))
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
os.write(terminal, keys)
sys.stdout.buffer.write(read_until(terminal, end, b""))
os.close(terminal)
os.waitpid(pid, 0)
