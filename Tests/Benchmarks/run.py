#!/usr/bin/env python3
"""Prints what the benchmarks take: run.py GPSH [RUNS]. User time, the median of the runs, less the empty start."""

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime, wall


def main():
    shell, runs = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    starts = [seconds([shell, "-NoProfile", "-Command", "1"]) for _ in range(runs * 4)]
    start = statistics.median(s[0] for s in starts)
    print(f"start: {1000 * statistics.median(s[1] for s in starts):.1f} ms wall, "
          f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f} MiB")
    for name, count, unit in (("loop", 1e7, "iteration"), ("function-calls", 1e6, "call"), ("pipeline", 2e6, "object and stage")):
        times = [seconds([shell, "-NoProfile", str(HERE / f"{name}.ps1")])[0] - start for _ in range(runs)]
        print(f"{name}: {1e9 * statistics.median(times) / count:.0f} ns a {unit}")


main()
