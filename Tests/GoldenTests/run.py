#!/usr/bin/env python3
"""Runs each script of cases/ with gpsh on fresh simulated hosts and compares what it prints with NAME.out.

    run.py [--gpsh PROGRAM] [--update] [NAME ...]

Standard output and standard error come as one text, as on a terminal, followed by the exit code. Identifiers that are
random are replaced by <guid>. Where there is a NAME.in, its lines answer the script's questions; otherwise the shell may
ask nothing. --update writes what came instead of comparing it: read the difference before
committing it. The last line is `N passed, N failed`.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"
ROOT = HERE.parent.parent
PROGRAMS = [ROOT / ".build" / configuration / "gpsh" for configuration in ("release", "debug")]
TIMEOUT_SECONDS = 60

# Machines of the built-in hosts have fixed identifiers; every other one is random.
RANDOM_GUID = re.compile(r"(?!67707368-)\b[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\b")
ZERO_GUID = "00000000-0000-0000-0000-000000000000"
INTERFACE_CLASS = "064092b3-625e-43bf-9eb5-dc845897dd59"


def normalised(text):
    def replace(match):
        found = match.group(0)
        return found if found in (ZERO_GUID, INTERFACE_CLASS) else "<guid>"

    return RANDOM_GUID.sub(replace, text).replace(str(CASES), "<cases>").replace(str(ROOT), "<root>")


def run(gpsh, case):
    """What the case prints, with its exit code as the last line."""
    with tempfile.TemporaryDirectory() as folder:
        state = os.path.join(folder, "hosts.state")
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "TERM": "dumb", "TZ": "UTC", "LANG": "C.UTF-8"}
        answers = case.with_suffix(".in")
        options = ["-NoProfile"] + ([] if answers.exists() else ["-NonInteractive"]) + ["-Simulated", state]
        try:
            done = subprocess.run(
                [str(gpsh), *options, "-File", str(case)], cwd=folder, env=environment,
                input=answers.read_bytes() if answers.exists() else b"", stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired as late:
            return normalised((late.stdout or b"").decode(errors="replace")) + f"[no end within {TIMEOUT_SECONDS} s]\n"
        text = done.stdout.decode(errors="replace")
        if text and not text.endswith("\n"):
            text += "\n"
        return normalised(text.replace(folder, "<folder>")) + f"[exit {done.returncode}]\n"


def compare(case, text):
    """The difference as text; empty where there is none."""
    expected_file = case.with_suffix(".out")
    expected = expected_file.read_text() if expected_file.exists() else ""
    if expected == text:
        return ""
    lines = difflib.unified_diff(
        expected.splitlines(keepends=True), text.splitlines(keepends=True), "expected", "came")
    return f"--- {case.stem}\n" + "".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gpsh", type=Path, default=next((p for p in PROGRAMS if p.exists()), PROGRAMS[0]))
    parser.add_argument("--update", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()

    if not options.gpsh.exists():
        sys.exit(f"There is no program {options.gpsh}. Build it, or name it with --gpsh.")
    cases = sorted(CASES.glob("*.gps"))
    if options.names:
        cases = [case for case in cases if case.stem in options.names]
    if not cases:
        sys.exit("No case has such a name.")

    failed = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for case, text in zip(cases, pool.map(lambda case: run(options.gpsh, case), cases)):
            if options.update:
                case.with_suffix(".out").write_text(text)
                continue
            difference = compare(case, text)
            if difference:
                failed += 1
                print(difference)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
