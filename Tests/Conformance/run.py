#!/usr/bin/env python3
"""Compares a shell with the recorded facts and holds the line: what passed before must pass now.

    run.py SHELL [--update]

`known-failures.txt` lists the cases and table rows that are not right yet. A failure that is not listed fails the
run; a listed one that passes is reported, and `--update` takes it off the list. The list may only shrink: `--update`
adds nothing unless the list does not exist. The last line is 'N passed, N failed', where failed counts the unlisted.
"""
import concurrent.futures as cf, os, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIST = HERE / "known-failures.txt"


def failures(shell, kind, folder, name=""):
    """The failing cases and rows, as check.py lists them."""
    listing = Path(folder) / f"{kind}.txt"
    process = subprocess.run(
        [sys.executable, str(HERE / "tools/check.py"), shell, kind, *([name] if name else []), "--show", "0", "--list", str(listing),
         "--jobs", str(os.cpu_count() or 2)], capture_output=True, text=True)
    last = process.stdout.strip().splitlines()[-1]
    words = last.split()
    found = set()
    if listing.exists():
        for line in listing.read_text(errors="replace").splitlines():
            key = line.split("\t")
            if line.strip():
                found.add(kind + "\t" + "\t".join(key[:2]))
    return int(words[0]), int(words[2]), found


def still_failing(shell, new):
    """Runs the files of new failures once more: a busy machine may time out where nothing is wrong."""
    again = set()
    with tempfile.TemporaryDirectory() as folder:
        for kind, name in sorted({tuple(line.split("\t")[:2]) for line in new}):
            again |= failures(shell, kind, folder, name)[2]
    return new & again


def main():
    shell = os.path.abspath(sys.argv[1])
    update = "--update" in sys.argv
    known = set(LIST.read_text().splitlines()) if LIST.exists() else None
    passed, bad = 0, set()
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("cases", "tables"):
            good, wrong, found = failures(shell, kind, folder)
            print(f"{kind}: {good} of {good + wrong} ({100 * good / max(1, good + wrong):.1f} %)")
            passed += good
            bad |= found
    if known is None:
        LIST.write_text("\n".join(sorted(bad)) + "\n")
        known = set(bad)
    new, mended = bad - known, sorted(known - bad)
    if new:
        new = still_failing(shell, new)
    new = sorted(new)
    for line in new[:50]:
        print("FAILS NOW:", line[:300])
    if mended:
        print(f"{len(mended)} listed failures pass now" + ("" if update else " (run with --update to take them off the list)"))
        if update:
            LIST.write_text("\n".join(sorted(known & bad)) + "\n")
    print(f"{passed} passed, {len(new)} failed")
    sys.exit(1 if new else 0)


main()
