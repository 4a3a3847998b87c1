#!/usr/bin/env python3
"""Drives the line editor through a pseudo-terminal: run.py PROGRAM [NAME…]

PROGRAM is line-editor-demo. Each test is a function of the test_*.py files beside this one; NAMEs choose among them.
Needs pexpect and pyte."""

import importlib
import pathlib
import sys
import traceback

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program, names = sys.argv[1], sys.argv[2:]
    passed = failed = 0
    for file in sorted(here.glob("test_*.py")):
        module = importlib.import_module(file.stem)
        for name, test in vars(module).items():
            if not name.startswith("test_") or (names and name not in names):
                continue
            try:
                test(program)
                passed += 1
            except Exception:
                failed += 1
                print(f"FAILED {file.stem}.{name}")
                traceback.print_exc(limit=-1)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
