"""Processes told apart by number and start time, as numbers are used again."""

import contextlib
import os
from pathlib import Path

import psutil


def started(pid: int) -> str | None:
    """When a process began, in a form to compare; None when it is gone or only waits to be reaped.

    Linux counts from boot, which stays the same when the clock is set; elsewhere
    psutil's time has to do.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return None if Path("/proc/self/stat").exists() else _started_elsewhere(pid)
    state, *rest = fields.rpartition(")")[2].split()
    return None if state in "ZX" else rest[18]


def _started_elsewhere(pid: int) -> str | None:
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        return f"{process.create_time():.2f}"
    except psutil.NoSuchProcess:
        return None


def register(users: Path) -> None:
    """Note that this process uses the server."""
    pid = os.getpid()
    draft = users / f".{pid}"
    draft.write_text(started(pid) or "", encoding="ascii")
    draft.rename(users / str(pid))


def living_users(users: Path) -> int:
    """How many noted processes still run; notes of the others are removed."""
    alive = 0
    for note in users.iterdir():
        if not note.name.isdigit():
            continue
        with contextlib.suppress(FileNotFoundError):
            if started(int(note.name)) == note.read_text(encoding="ascii"):
                alive += 1
            else:
                note.unlink()
    return alive


def has_clients(server: int) -> bool:
    """Whether someone is connected to the server who is not noted, such as a psql."""
    with contextlib.suppress(psutil.Error):
        for child in psutil.Process(server).children():
            with contextlib.suppress(psutil.Error):
                if any("[local]" in part for part in child.cmdline()):
                    return True
    return False


def is_server_of(pid: int, data: Path) -> bool:
    """Whether a process is the server of this cluster, rather than a stranger with its number."""
    try:
        process = psutil.Process(pid)
        return (
            process.status() != psutil.STATUS_ZOMBIE
            and process.name().startswith("postgres")
            and Path(process.cwd()) == data
        )
    except psutil.Error:
        return False
