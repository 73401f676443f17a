"""Homes with a database of their own, for the tests of the embedded server."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from landfast.kernel import postgres
from landfast.kernel.postgres import notes, processes
from landfast.kernel.postgres.places import Places

FROM_OUTSIDE = (
    "DATABASE_URL",
    "LANDFAST_OWNER_URL",
    "LANDFAST_JOBS_URL",
    "LANDFAST_ENV",
    "LANDFAST_DB_NAME",
)


@contextmanager
def new_home(**environment: str) -> Iterator[Places]:
    """An empty home, in force while it lasts; its server is stopped and it is removed after."""
    # Under /tmp: a short path, and one where the user of root's server can walk.
    home = Path(tempfile.mkdtemp(prefix="lf-", dir="/tmp"))
    where = Places(home)
    with pytest.MonkeyPatch.context() as patch:
        for name in FROM_OUTSIDE:
            patch.delenv(name, raising=False)
        patch.setenv("LANDFAST_HOME", str(home))
        patch.setenv("LANDFAST_PG_FSYNC", "off")
        for name, value in environment.items():
            patch.setenv(name, value)
        try:
            yield where
        finally:
            postgres.stop()
            shutil.rmtree(home)
            shutil.rmtree(where.sockets, ignore_errors=True)


def supervisor_and_server(where: Places) -> tuple[int, int]:
    """Process numbers of a running server and of its supervisor."""
    supervisor, server = notes.read(notes.ready_of(where)).split()
    return int(supervisor), int(server)


def kill(*pids: int) -> None:
    """Kill outright and wait until the kernel has done it."""
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    until(lambda: not any(processes.started(pid) for pid in pids))


def remove(home: Path) -> None:
    """Remove a home from under its server, which still writes and deletes there while it can."""
    until(lambda: subprocess.run(["rm", "-rf", home], check=False).returncode == 0)


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def python(code: str) -> subprocess.Popen[str]:
    """Another process in the home in force."""
    command = [sys.executable, "-c", code]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd="/"
    )
