"""A program in a pseudo-terminal, and the screen it paints, as a person would see it."""

import os
import time

import pexpect
import pyte


class Terminal:
    """Runs `command`; `screen` is what is on display."""

    def __init__(self, command, rows=24, columns=80, environment=None):
        self.screen = pyte.HistoryScreen(columns, rows, history=500)
        self.stream = pyte.ByteStream(self.screen)
        self.received = bytearray()
        variables = {name: value for name, value in os.environ.items() if name not in ("LINES", "COLUMNS")}
        variables.update(TERM="xterm-256color", LANG="C.UTF-8")
        variables.update(environment or {})
        self.child = pexpect.spawn(command, env=variables, dimensions=(rows, columns), timeout=10, echo=True)
        self.child.delaybeforesend = None

    def send(self, keys):
        """Types `keys` and waits until the screen rests."""
        self.child.send(keys)
        self.settle()

    def settle(self, quiet=0.06, limit=8.0):
        """Reads until nothing has come for `quiet` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            try:
                data = self.child.read_nonblocking(65536, timeout=quiet)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return
            self.received += data
            self.stream.feed(data)

    def wait_for(self, text, limit=10.0):
        """Reads until `text` is on the screen; says whether it came."""
        end = time.monotonic() + limit
        while text not in self.text() and time.monotonic() < end:
            self.settle(quiet=0.05, limit=0.5)
        return text in self.text()

    def latency(self, key):
        """Milliseconds from a key to the first byte that answers it."""
        start = time.perf_counter()
        self.child.send(key)
        data = self.child.read_nonblocking(65536, timeout=2)
        answered = time.perf_counter()
        self.received += data
        self.stream.feed(data)
        self.settle(quiet=0.005)
        return (answered - start) * 1000

    def resize(self, rows, columns):
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        self.settle(quiet=0.2)

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def text(self):
        return "\n".join(self.lines()).rstrip()

    def color(self, text):
        """The foreground of the first character of `text` on the screen."""
        for row, line in enumerate(self.screen.display):
            if text in line:
                return self.screen.buffer[row][line.index(text)].fg
        return None

    @property
    def cursor(self):
        return (self.screen.cursor.y, self.screen.cursor.x)

    def ended(self, limit=5.0):
        """True when the program has ended by then."""
        end = time.monotonic() + limit
        while self.child.isalive() and time.monotonic() < end:
            self.settle(quiet=0.05, limit=0.2)
        return not self.child.isalive()

    def close(self):
        self.settle(quiet=0.01)
        self.child.close(force=True)
