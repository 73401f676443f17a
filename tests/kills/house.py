"""A Landfast that may be killed: home, server, web pages and background work of the test's own.

Durable as in production (the tests' usual server is not). Only processes that were started here
are killed, each by its number.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import psutil
import psycopg

from landfast.access.proof import Proof, prove
from landfast.jobs.heads import kept
from landfast.kernel import postgres
from landfast.kernel.postgres import processes
from landfast.kernel.postgres.places import Places
from tests.kernel.servers import supervisor_and_server, until

Rows = Callable[..., list[tuple[Any, ...]]]
"""A question in SQL with its values: the rows that answer it."""
PATIENCE = 600
"""As long as recovery is waited for (`running.PATIENCE`): a busy machine is no failure."""
LANDFAST = (sys.executable, "-m", "landfast.jobs.cli")
WORK = (sys.executable, "-m", "tests.kills.work")
SEALED_SOONER = """do $$ begin
  execute replace(pg_get_functiondef('access_seal_looks'::regproc), '30 seconds', '1 second');
end $$"""
"""Rows are sealed a second after they were written, so that seals are made while things die."""


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class House:
    """What runs, and how it is brought down and up again."""

    where: Places
    environment: dict[str, str]
    port: int = field(default_factory=free_port)
    pages: "subprocess.Popen[bytes] | None" = None
    work: "subprocess.Popen[bytes] | None" = None

    @classmethod
    def furnish(cls, where: Places, backup: Path, environment: dict[str, str]) -> "House":
        """A new home with what was backed up elsewhere."""
        postgres.ensure_running()
        postgres.restore(backup)
        with postgres.admin_connect(postgres.database_name()) as admin:
            admin.execute(SEALED_SOONER)
        house = cls(where, environment)
        house.stand_up()
        until(lambda: bool(house.heads()), PATIENCE)
        return house

    def stand_up(self) -> None:
        """Start what is dead; wait until the pages are answered and the work has begun."""
        postgres.ensure_running()
        if self.pages is None or self.pages.poll() is not None:
            self._port_is_free()
            self.pages = self._start(*LANDFAST, "serve", "--port", str(self.port))
        if self.work is None or self.work.poll() is not None:
            self.work = self._start(*WORK)
        self._wait_for(self._answers)

    def _wait_for(self, holds: Callable[[], bool]) -> None:
        """With the last words of what was started, when it is in vain."""
        try:
            until(holds, PATIENCE)
        except AssertionError as error:
            raise AssertionError(self.said.read_text("utf-8")[-3000:]) from error

    @property
    def said(self) -> Path:
        """What the pages and the work had to say."""
        return self.where.home / "said.log"

    def _port_is_free(self) -> None:
        """Workers that outlived their master listen for another moment."""

        def free() -> bool:
            with closing(socket.socket()) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                return probe.connect_ex(("127.0.0.1", self.port)) != 0

        until(free, PATIENCE)

    def _start(self, *command: str) -> "subprocess.Popen[bytes]":
        with self.said.open("ab") as said:
            return subprocess.Popen(command, env=self.environment, stdout=said, stderr=said)

    def _answers(self) -> bool:
        assert self.pages, "the pages have not been started"
        assert self.pages.poll() is None, "the pages ended by themselves"
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/levende/", timeout=5):
                return True
        except (URLError, OSError):
            return False

    def first_page(self) -> int:
        """The status of the first page that is asked for when the database is back."""
        postgres.ensure_running()
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as asked:
            asked.request("GET", "/log-ind/")
            return asked.getresponse().status

    def kill(self, victim: str, dice: Any) -> None:
        """Outright, as the power or the kernel would do it."""
        assert self.pages, "the pages have not been started"
        assert self.work, "the work has not been started"
        supervisor, server = supervisor_and_server(self.where)
        workers = [one.pid for one in psutil.Process(self.pages.pid).children()]
        pids = {
            "a worker": [dice.choice(workers)] if workers else [],
            "the master": [self.pages.pid],
            "the pages": [self.pages.pid, *workers],
            "the work": [self.work.pid],
            "a backend": _backend(server, dice),
            "the database": [server],
            "everything": [self.pages.pid, *workers, self.work.pid, supervisor, server],
        }[victim]
        began = {pid: processes.started(pid) for pid in pids}
        for pid in pids:
            _kill(pid)
        for child in (self.pages, self.work):
            if child.pid in pids:
                child.wait(PATIENCE)
        until(lambda: not any(b and processes.started(p) == b for p, b in began.items()), PATIENCE)
        if victim == "a backend":  # until its server has noticed
            until(lambda: not psutil.pid_exists(pids[0]), PATIENCE)

    def heads(self) -> dict[int, str]:
        """What is kept of the seals outside the database."""
        return kept(self.where.home / "log-heads")

    def proof(self) -> Proof:
        """Is the log as it was sealed?"""
        return prove(self.heads())

    @contextmanager
    def rows(self) -> Iterator[Rows]:
        """Ask as the owner of the tables, all of it at one moment."""
        parts: dict[str, Any] = dict(postgres.connection_parts("owner"))
        with psycopg.connect(**parts) as owner:
            owner.execute("set transaction isolation level repeatable read, read only")
            owner.execute("set local row_security = off")
            yield lambda query, *values: owner.execute(query, values).fetchall()

    def sealed(self) -> int:
        """The number of the newest seal in the database."""
        with self.rows() as rows:
            return int(rows("select max(number) from access_look_seal")[0][0])

    def says(self, *arguments: str) -> tuple[int, str]:
        """One of Landfast's own commands: its code and its words."""
        done = subprocess.run(
            [*LANDFAST, *arguments], env=self.environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def end(self) -> None:
        """Nothing is left running."""
        for child in (self.pages, self.work):
            if child is not None and child.poll() is None:
                child.terminate()
                try:
                    child.wait(20)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()


def _backend(server: int, dice: Any) -> list[int]:
    """One of the server's own processes: that of a client, or one behind them."""
    return [dice.choice(sorted(one.pid for one in psutil.Process(server).children()))]


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return  # it died with one that was killed before it
