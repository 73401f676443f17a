"""The process that owns the embedded server: `python -m landfast.kernel.postgres.supervisor HOME`.

It starts the server as its own child, starts it again when it is killed, counts its
users, and stops it some minutes (LANDFAST_IDLE_MINUTES) after the last of them, or
at once on SIGTERM, SIGINT and SIGHUP. It comes into being through `running.py`.
"""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from landfast.kernel.postgres import notes, processes
from landfast.kernel.postgres.cluster import Cluster, stop_child
from landfast.kernel.postgres.errors import PostgresError
from landfast.kernel.postgres.places import Places

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
DEFAULT_IDLE_MINUTES = 5.0
TRIES = 40  # after a kill old workers may hold shared memory for a second or two
PAUSE = 0.25
PATIENCE = 20.0  # for a stop in order
QUIET_AFTER = 60.0  # a server that ran this long may fail afresh


class Stopped(Exception):
    """A signal asked us to stop."""


class HomeGone(Exception):
    """The home is no longer ours: what is in it now is not for us to write or to stop."""


class Signals:
    """Signals as something to wait for, so that none can arrive in the middle of an act."""

    def __init__(self) -> None:
        self._read, write = os.pipe()
        os.set_blocking(write, False)
        os.set_blocking(self._read, False)
        for number in (*STOP_SIGNALS, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)

    def wait(self, seconds: float) -> None:
        """Wait for a signal or the time; raises Stopped when one asks us to stop."""
        ready, _, _ = select.select([self._read], [], [], seconds)
        if ready and set(os.read(self._read, 1024)) & {int(number) for number in STOP_SIGNALS}:
            raise Stopped


class Supervisor:
    """Watches over one server."""

    def __init__(self, where: Places, lock: int) -> None:
        self.where = where
        self.lock = lock
        self.cluster = Cluster(where)
        self.signals = Signals()
        self.server: subprocess.Popen[bytes] | None = None
        self.tries = 0
        minutes = os.environ.get("LANDFAST_IDLE_MINUTES", "")
        try:
            self.idle_seconds = float(minutes or DEFAULT_IDLE_MINUTES) * 60
        except ValueError:
            self.idle_seconds = DEFAULT_IDLE_MINUTES * 60

    def run(self) -> None:
        """Start, watch, stop."""
        try:
            self.cluster.prepare()
            self._start()
            self._watch()
        except (Stopped, HomeGone):
            pass
        finally:
            gone = is_home_gone(self.where, self.lock)
            if not gone:
                notes.ready_of(self.where).unlink(missing_ok=True)
            if self.server is not None:
                stop_child(self.server, patience=0 if gone else PATIENCE)

    def _start(self) -> None:
        """Start the server, with some patience, and wait for recovery however long it takes."""
        self._check_home()
        notes.ready_of(self.where).unlink(missing_ok=True)
        while True:
            self.tries += 1
            self.server = self.cluster.start()
            while self.server.poll() is None:
                if self.cluster.is_ready(self.server):
                    notes.write(notes.ready_of(self.where), f"{os.getpid()} {self.server.pid}")
                    return
                self.signals.wait(0.03)
            if self.tries >= TRIES:
                raise PostgresError(f"Databasen kan ikke starte. Grunden står i {self.where.log}.")
            self.signals.wait(PAUSE)
            self._check_home()

    def _watch(self) -> None:
        last_used = started = time.monotonic()
        tick = min(1.0, max(0.05, self.idle_seconds / 4))
        while True:
            self.signals.wait(tick)
            self._check_home()
            now = time.monotonic()
            if self.server is None or self.server.poll() is not None:
                self.tries = self.tries if now - started < QUIET_AFTER else 0
                self._start()
                started = time.monotonic()
            if self._is_used():
                last_used = now
            elif now - last_used > self.idle_seconds and self._may_end():
                return

    def _check_home(self) -> None:
        if is_home_gone(self.where, self.lock):
            raise HomeGone

    def _is_used(self) -> bool:
        if processes.living_users(self.where.users):
            return True
        return self.server is not None and processes.has_clients(self.server.pid)

    def _may_end(self) -> bool:
        """Close the gate behind us: whoever comes now waits and then starts a new server."""
        gate = notes.try_lock(notes.gate_of(self.where))
        if gate is None:
            return False
        if self._is_used():
            os.close(gate)
            return False
        return True  # the gate stays held until this process ends


def is_home_gone(where: Places, lock: int) -> bool:
    """Somebody has removed the home, and perhaps begun a new one in its place."""
    try:
        return notes.alive_of(where).stat().st_ino != os.fstat(lock).st_ino
    except FileNotFoundError:
        return True


def detach() -> None:
    """Become a process of its own, with no terminal and no parent that must reap it."""
    if os.fork():
        os._exit(0)
    os.setsid()
    os.chdir("/")
    os.umask(0o077)


def main(home: str) -> None:
    """Take the supervisor's lock, detach, and watch until nobody needs the server."""
    where = Places(Path(home))
    # Taken before the fork and kept by the child: our starter can rely on it at once.
    lock = notes.try_lock(notes.alive_of(where))
    if lock is None:
        return
    detach()
    notes.write(notes.supervisor_of(where), str(os.getpid()))
    try:
        Supervisor(where, lock).run()
    except (PostgresError, OSError) as error:
        # Without a home there is nowhere to say it, and nobody to tell.
        if not is_home_gone(where, lock):
            with contextlib.suppress(OSError):
                notes.write(notes.failure_of(where), _sentence(error))


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, PostgresError) else f"Databasen kan ikke starte: {error}"


if __name__ == "__main__":
    main(sys.argv[1])
