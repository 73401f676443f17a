"""How long something took: by the clock, and in processor time, which other people's work delays
little."""

import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock, and of the processors: this thread's and the database's own process."""

    seconds: float
    processor: float


def database_seconds(process: int) -> float:
    """What a process of the database has used so far; nothing where the server is elsewhere."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9
    except OSError:
        return 0.0


class Watch:
    """Started when it is made; asked once."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._database = database_seconds(process)
        self._thread = time.thread_time()
        self._started = time.perf_counter()

    def taken(self) -> Taken:
        """What it took since."""
        seconds = time.perf_counter() - self._started
        ours = time.thread_time() - self._thread
        return Taken(seconds, ours + database_seconds(self._process) - self._database)
