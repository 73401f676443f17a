"""Starting, joining and stopping the embedded server, from any process."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

from psycopg import pq

from landfast.kernel.postgres import notes, processes
from landfast.kernel.postgres.cluster import ping
from landfast.kernel.postgres.databases import prepare_cluster
from landfast.kernel.postgres.environment import is_managed, refuse_in_production
from landfast.kernel.postgres.errors import EmbeddedFailed
from landfast.kernel.postgres.places import Places, make_folders, places
from landfast.kernel.postgres.roles import FORM

PATIENCE = 600.0  # recovery after a kill may take minutes; giving up early would not speed it up
LAUNCHES = 3


def ensure_running() -> None:
    """See to it that the database can be used; does nothing for a managed server.

    Starts the embedded server unless it runs, notes this process as a user of it,
    waits for recovery, and makes roles and database the first time.
    """
    if is_managed():
        return
    refuse_in_production()
    where = places()
    make_folders(where)
    with notes.held(notes.gate_of(where), PATIENCE):
        processes.register(where.users)
        _wait_until_ready(where)
        if notes.read(notes.prepared_of(where)) != FORM:
            prepare_cluster(where)
            notes.write(notes.prepared_of(where), FORM)


def stop() -> bool:
    """Stop the embedded server now, in order; whether there was one to stop."""
    where = places()
    if is_managed() or not where.run.is_dir():
        return False
    with notes.held(notes.gate_of(where), PATIENCE):
        notes.stopped_of(where).touch()
        return _stop(where)


def revive() -> None:
    """Bring back a server that was killed, but not one that was stopped on purpose."""
    where = places()
    if not is_managed() and not is_running() and not notes.stopped_of(where).exists():
        ensure_running()


def is_running() -> bool:
    """Whether the embedded server runs and takes connections."""
    where = places()
    return where.run.is_dir() and _is_ready(where)


def _stop(where: Places) -> bool:
    deadline = time.monotonic() + 60
    told: set[str] = set()
    while notes.is_held(notes.alive_of(where)):
        pid = notes.read(notes.supervisor_of(where))
        if pid and pid not in told:
            told.add(pid)
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGTERM)
        if time.monotonic() > deadline:
            raise EmbeddedFailed(f"Databasen vil ikke standse. Grunden står i {where.log}.")
        time.sleep(0.02)
    return bool(told)


def _wait_until_ready(where: Places) -> None:
    deadline = time.monotonic() + PATIENCE
    launches = 0
    while not _is_ready(where):
        if not notes.is_held(notes.alive_of(where)):
            _complain(where, launches)
            _launch(where)
            launches += 1
        if time.monotonic() > deadline:
            raise EmbeddedFailed(
                f"Databasen blev ikke klar i tide. Grunden står måske i {where.log}."
            )
        time.sleep(0.01)


def _is_ready(where: Places) -> bool:
    """Both the note and the server itself must say so: either alone may be a leftover."""
    supervisor = notes.read(notes.supervisor_of(where))
    return (
        bool(supervisor)
        and notes.read(notes.ready_of(where)).split(" ")[0] == supervisor
        and notes.is_held(notes.alive_of(where))
        and ping(where) == pq.Ping.OK
    )


def _complain(where: Places, launches: int) -> None:
    if launches and (reason := notes.read(notes.failure_of(where))):
        raise EmbeddedFailed(reason)
    if launches >= LAUNCHES:
        raise EmbeddedFailed(f"Databasen kan ikke starte. Grunden står i {where.log}.")


def _launch(where: Places) -> None:
    notes.failure_of(where).unlink(missing_ok=True)
    notes.stopped_of(where).unlink(missing_ok=True)
    # -P: a folder that happens to be the current one must not provide modules.
    command = [sys.executable, "-P", "-m", "landfast.kernel.postgres.supervisor", str(where.home)]
    where.log.touch(mode=0o600)
    with where.log.open("ab") as log:
        done = subprocess.run(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", check=False
        )
    if done.returncode != 0:
        raise EmbeddedFailed(f"Databasen kan ikke starte. Grunden står i {where.log}.")
