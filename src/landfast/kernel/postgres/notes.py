"""Locks and short notes by which supervisor and users of one home understand each other.

Two locks. `gate` is held briefly by whoever starts, joins or ends the server, so that
ten beginners start one server and nobody joins a server that is on its way out.
`alive` is held by the supervisor as long as it lives; the kernel lets go of it however
the supervisor dies, so no number in a file has to be believed.
"""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from landfast.kernel.postgres.errors import EmbeddedFailed
from landfast.kernel.postgres.places import Places


def gate_of(where: Places) -> Path:
    """Lock held while the server is started, joined or ended."""
    return where.run / "gate"


def alive_of(where: Places) -> Path:
    """Lock held by the supervisor for its whole life."""
    return where.run / "alive"


def supervisor_of(where: Places) -> Path:
    """The supervisor's process number; true only while `alive` is held."""
    return where.run / "supervisor"


def ready_of(where: Places) -> Path:
    """Note that the server has been started and takes connections: the supervisor's number."""
    return where.run / "ready"


def failure_of(where: Places) -> Path:
    """Note on why the server could not be started, as a sentence."""
    return where.run / "failure"


def stopped_of(where: Places) -> Path:
    """Note that the server was stopped on purpose."""
    return where.run / "stopped"


def prepared_of(where: Places) -> Path:
    """Note on which form of roles and database has been made."""
    return where.run.parent / "prepared"


def try_lock(path: Path) -> int | None:
    """Take a lock without waiting; the descriptor, or None when another holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_held(path: Path) -> bool:
    """Whether some process holds a lock."""
    descriptor = try_lock(path)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


@contextlib.contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Hold a lock; wait for it up to `patience` seconds."""
    deadline = time.monotonic() + patience
    while (descriptor := try_lock(path)) is None:
        if time.monotonic() > deadline:
            raise EmbeddedFailed(
                "En anden proces er ved at starte databasen og bliver ikke færdig. Prøv igen."
            )
        time.sleep(0.02)
    try:
        yield
    finally:
        os.close(descriptor)


def write(path: Path, text: str) -> None:
    """Write a note so that a reader sees all of it or none."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.rename(path)


def read(path: Path) -> str:
    """A note's text, or nothing."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
