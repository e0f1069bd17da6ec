"""Makes the table of bench/results.md of what bench/run has measured."""

import json
import os
import statistics
import sys

times_file, counts_file, load_before, load_after, rounds, size = sys.argv[1:]
FIRST = "first edition: "

times = {}
for line in open(times_file):
    name, seconds = json.loads(line)
    times.setdefault(name, []).extend(seconds)
counts = {}
for line in open(counts_file):
    name, memory, classes, outside, instructions = line.rstrip("\n").split("\t")
    counts[name] = (memory, classes, outside, instructions)
medians = {name: statistics.median(seconds) * 1000 for name, seconds in times.items()}
gh = medians["gh --version"]
login = medians["login KEY"]
sdk = medians["SDK 0.28.0: login KEY"]

print("# Cold starts, measured\n")
print("Made by `bench/run %s` on %s cores at a load of %s before and %s after; each row ran %d times, in turn with the"
      % (rounds, os.cpu_count(), load_before, load_after, len(times["login KEY"])))
print("others. The image takes %s MB. Instructions and classes are those of the JVM alone,\nas the launcher starts it.\n" % size)
print("| command | median, ms | fastest, ms | of gh | over `login KEY`, ms | SDK takes | memory, MB | classes | not cached "
      "| instructions, millions | first edition: median, ms | instructions |")
print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")


def millions(name):
    instructions = counts[name][3] if name in counts else "-"
    return "%.1f" % (int(instructions) / 1e6) if instructions.isdigit() else "-"


for name, median in medians.items():
    if name.startswith(FIRST):
        continue
    memory, classes, outside, _ = counts[name]
    first = "%.1f" % medians[FIRST + name] if FIRST + name in medians else "-"
    print("| `%s` | %.1f | %.1f | %.2f | %+.0f | %.1f times | %s | %s | %s | %s | %s | %s |"
          % (name, median, min(times[name]) * 1000, median / gh, median - login, sdk / median, memory, classes, outside,
             millions(name), first, millions(FIRST + name)))
