#!/usr/bin/env python3
"""Drives gpsh's own prompt through a pseudo-terminal: gpsh.py GPSH. Needs pexpect and pyte."""

import pathlib
import sys
import tempfile
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from terminal import Terminal  # noqa: E402


def shell(program, folder):
    terminal = Terminal(
        f"{program} -NoProfile -Simulated", environment={"HOME": folder, "GPSH_HISTORY": folder + "/history"})
    assert terminal.wait_for("PS "), "no prompt"
    return terminal


def test_a_line_runs_and_the_prompt_comes_back(program, folder):
    terminal = shell(program, folder)
    terminal.send("'sum ' + (40 + 2)\r")
    assert terminal.wait_for("sum 42")


def test_an_unfinished_block_asks_for_more(program, folder):
    terminal = shell(program, folder)
    terminal.send("if ($true) {\r")
    assert terminal.wait_for(">>"), terminal.text()
    terminal.send("'in' + 'side'\r}\r")
    assert terminal.wait_for("inside")


def test_interrupt_clears_the_line(program, folder):
    terminal = shell(program, folder)
    terminal.send("'never' + 'shown'")
    terminal.send("\x03")
    terminal.send("'after' + 'wards'\r")
    assert terminal.wait_for("afterwards")
    assert "nevershown" not in terminal.text()


def test_interrupt_stops_a_loop(program, folder):
    terminal = shell(program, folder)
    terminal.send("while ($true) { }\r")
    terminal.send("\x03")
    terminal.send("'stopped' + 'it'\r")
    assert terminal.wait_for("stoppedit")


def test_tab_completes_a_cmdlet(program, folder):
    terminal = shell(program, folder)
    terminal.send("Get-VMHostPart\t")
    assert terminal.wait_for("Get-VMHostPartitionableGpu"), terminal.text()


def test_history_brings_the_last_line_back(program, folder):
    terminal = shell(program, folder)
    terminal.send("'on' + 'ce'\r")
    assert terminal.wait_for("once")
    terminal.send("\x1b[A")
    assert terminal.text().count("'on' + 'ce'") >= 2, terminal.text()


def test_exit_ends_with_its_code(program, folder):
    terminal = shell(program, folder)
    terminal.child.send("exit 7\r")
    terminal.child.wait()
    assert terminal.child.exitstatus == 7


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    passed = failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(sys.argv[1], folder)
                passed += 1
            except Exception:
                failed += 1
                print(f"FAILED {name}")
                traceback.print_exc(limit=-1)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
