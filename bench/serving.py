"""The product's own server in a process of its own, and visitors in front of it."""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from bench.taken import Taken

PATIENCE = 180.0
"""Others may be at work on the machine: a server that starts late is measured all the same."""


@dataclass(frozen=True)
class Visit:
    """One page as one logged-in person opens it."""

    path: str
    session: str


@contextmanager
def serving(database: str, workers: int = 2) -> Iterator[int]:
    """`landfast serve` on this database; gives the port, ends with the block."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "landfast.jobs.cli", "serve", "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--workers", str(workers)],
        env={**os.environ, "LANDFAST_DB_NAME": database, "LANDFAST_STRICT": "0"},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if server.poll() is not None:
            raise SystemExit("bench: the server ended by itself")
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            try:
                connection.request("GET", "/levende/")
                connection.getresponse().read()
            except OSError:
                time.sleep(0.1)
            else:
                return
    raise SystemExit("bench: the server did not answer")


class Client:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def open(self, visit: Visit) -> Taken:
        """Open a page; how long it took by the clock. Anything but a page is an error."""
        headers = {"Cookie": f"sessionid={visit.session}", "Accept-Language": "da"}
        started = time.perf_counter()
        self.connection.request("GET", visit.path, headers=headers)
        response = self.connection.getresponse()
        body = response.read()
        took = time.perf_counter() - started
        if response.status != http.HTTPStatus.OK:
            raise SystemExit(f"bench: {visit.path} answered {response.status}: {body[:400]!r}")
        return Taken(took, 0.0)


@dataclass
class Times:
    """How long answers took, and how many came a second."""

    seconds: list[float] = field(default_factory=list)
    wall: float = 0.0

    def figures(self) -> dict[str, float]:
        """Rounded for the report."""
        ordered = sorted(self.seconds)
        return {
            "requests": len(ordered),
            "per_second": round(len(ordered) / self.wall, 1),
            "p50_ms": round(ordered[len(ordered) // 2] * 1000, 2),
            "p95_ms": round(ordered[int(len(ordered) * 0.95)] * 1000, 2),
        }


def together(port: int, visits: Sequence[Visit], clients: int, requests: int) -> Times:
    """So many clients at once, each with its share of the requests, round the visits."""
    times, failed = Times(), []

    def one(number: int) -> None:
        try:
            client = Client(port)
            for turn in range(requests // clients):
                taken = client.open(visits[(number * 7 + turn) % len(visits)])
                times.seconds.append(taken.seconds)
        except BaseException as error:  # told by the caller: a thread has nobody to tell
            failed.append(error)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(clients)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.wall = time.perf_counter() - started
    if failed:
        raise failed[0]
    return times
