"""Long work on the command line: what is being done, and that it still is."""

import sys
import time
from threading import Event, Thread
from types import TracebackType
from typing import Self, TextIO

ON_SCREEN, IN_FILE = 0.5, 5.0
"""Seconds between two signs of life: on a screen the same line, in a file a new one."""
WIDE = 24


class Step:
    """Said as it begins; while it lasts a sign of life, with how far it is where that is known."""

    def __init__(self, what: str, out: TextIO | None = None, every: float | None = None) -> None:
        """`what` is being done; `out` and `every` (seconds) are for tests."""
        self.what, self.out = what, out or sys.stdout
        self.on_screen = self.out.isatty()
        self.every = every or (ON_SCREEN if self.on_screen else IN_FILE)
        self.began, self.done, self.total = time.monotonic(), 0, 0
        self._ends = Event()
        self._thread = Thread(target=self._live, daemon=True)

    def at(self, done: int, total: int) -> None:
        """So many of so many are done."""
        self.done, self.total = done, total

    def line(self) -> str:
        """How far it is: a bar where there is an end to see, and the seconds."""
        seconds = f"{time.monotonic() - self.began:.0f} s"
        if not self.total:
            return f"{self.what} … {seconds}"
        full = WIDE * self.done // self.total
        bar = "#" * full + "-" * (WIDE - full)
        return f"{self.what} [{bar}] {self.done} af {self.total}, {seconds}"

    def __enter__(self) -> Self:
        """Say what begins, at once."""
        self._say(f"{self.what} …")
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """It is over: on a screen the last word of it stays."""
        self._ends.set()
        self._thread.join()
        if self.on_screen:
            self._say(self.line())
            print(file=self.out, flush=True)

    def _live(self) -> None:
        while not self._ends.wait(self.every):
            self._say(self.line())

    def _say(self, words: str) -> None:
        if self.on_screen:
            print(f"\r\033[K{words}", end="", file=self.out, flush=True)
        else:
            print(words, file=self.out, flush=True)
