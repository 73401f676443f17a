"""One cluster on disk and its server process: made, started, stopped.

The server is always a child of the process that calls `start` (the supervisor):
only a parent can reap it and knows for certain that it is gone.
"""

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from psycopg import pq

from landfast.kernel.postgres import processes
from landfast.kernel.postgres.binaries import server_programs
from landfast.kernel.postgres.errors import EmbeddedFailed
from landfast.kernel.postgres.passwords import ADMIN, make_passwords, read_passwords
from landfast.kernel.postgres.places import (
    PORT,
    Places,
    ServerUser,
    closed_folder,
    make_folders,
    make_socket_folder,
    server_user,
)

HBA = """# Written by Landfast: a password for everybody, over the socket only.
local all all scram-sha-256
"""
TEN_MEGABYTES = 10_000_000
# A short environment: PGDATA, PGOPTIONS and the like must not reach the server.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/"}
STATUS = 7  # the line of the server's lock file that says how far it has come
SMALL_SHARED_MEMORY = 512 * 1024 * 1024
FAST, IMMEDIATE = signal.SIGINT, signal.SIGQUIT  # SIGTERM would wait for ever for a pooled client


class Cluster:
    """The cluster of one LANDFAST_HOME."""

    def __init__(self, where: Places) -> None:
        make_folders(where)
        self.where = where
        self.user: ServerUser = server_user(where)

    def prepare(self) -> None:
        """Everything that must be there before the server can start."""
        closed = closed_folder(self.where.home, self.user)
        if closed is not None:
            raise EmbeddedFailed(
                f"Databasen kører som brugeren {self.user.name}, som ikke kan komme ind i "
                f"{closed}. "
                "Sæt LANDFAST_HOME til en mappe, som alle kan gå igennem, for eksempel "
                "/var/lib/landfast, eller kør Landfast som en almindelig bruger."
            )
        make_passwords(self.where)
        make_socket_folder(self.where, self.user)
        self.programs = server_programs(self.where, self.user)
        if not self.where.data.is_dir():
            self._make_data()

    def _make_data(self) -> None:
        # Made beside its place and then moved: half a cluster is never taken for a whole one.
        draft = self.where.home / "data.draft"
        if draft.exists():
            shutil.rmtree(draft)
        draft.mkdir(mode=0o700)
        os.chown(draft, self.user.uid, self.user.gid)
        with tempfile.NamedTemporaryFile("w", dir=self.where.sockets, prefix="first-") as file:
            file.write(read_passwords(self.where.admin_passfile)[ADMIN])
            file.flush()
            os.chown(file.name, self.user.uid, self.user.gid)
            self._initdb(draft, file.name)
        (draft / "pg_hba.conf").write_text(HBA, encoding="ascii")
        draft.rename(self.where.data)

    def _initdb(self, target: Path, password_file: str) -> None:
        command = [
            *(str(self.programs / "initdb"), f"--pgdata={target}", f"--username={ADMIN}"),
            *(f"--pwfile={password_file}", "--auth=scram-sha-256", "--encoding=UTF8"),
            # These binaries have no ICU; "builtin" sorts alike on every machine.
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            *("--data-checksums", "--no-instructions"),
        ]
        if not _is_durable():
            command.append("--no-sync")
        done = self._run(command)
        if done.returncode != 0:
            raise EmbeddedFailed(f"Databasen kunne ikke oprettes: {done.stderr.strip()[-500:]}")

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            command,
            **self._identity(),
            env=ENVIRONMENT,
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            umask=0o077,
        )

    def _identity(self) -> dict[str, Any]:
        if not self.user.is_other:
            return {}
        return {"user": self.user.uid, "group": self.user.gid, "extra_groups": []}

    def start(self) -> subprocess.Popen[bytes]:
        """Start the server as our child; `is_ready` tells when recovery is over."""
        self._clear_the_way()
        if self.where.log.exists() and self.where.log.stat().st_size > TEN_MEGABYTES:
            self.where.log.replace(self.where.log.with_suffix(".log.1"))
        command = [str(self.programs / "postgres"), "-D", str(self.where.data)]
        for name, value in self._settings().items():
            command += ["-c", f"{name}={value}"]
        with self.where.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603
                command,
                **self._identity(),
                env=ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent(),  # noqa: PLW1509 (the supervisor has one thread)
            )

    def _clear_the_way(self) -> None:
        """A server that lost its supervisor is stopped; a stranger with its number is no server."""
        pid = self.noted_server()
        if pid is None:
            return
        if processes.is_server_of(pid, self.where.data):
            stop_stranger(pid)
        elif processes.started(pid) is not None:
            # Only then: else the file lets PostgreSQL see that old workers still run.
            (self.where.data / "postmaster.pid").unlink(missing_ok=True)

    def noted_server(self) -> int | None:
        """The process number in the server's lock file; an earlier one may have left it."""
        with contextlib.suppress(ValueError, IndexError):
            return int(self._lock_file()[0])
        return None

    def _lock_file(self) -> list[str]:
        try:
            text = (self.where.data / "postmaster.pid").read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        return text.splitlines()

    def is_ready(self, server: subprocess.Popen[bytes]) -> bool:
        """Whether this very server takes connections (recovery is over): its lock file says so.

        Who asks at the socket may be answered by another: a server whose home was removed from
        under it still holds the socket, and ours is about to end for that.
        """
        said = [line.strip() for line in self._lock_file()]
        return said[:1] == [str(server.pid)] and said[STATUS:] == ["ready"]

    def _settings(self) -> dict[str, str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.where.sockets),
            "unix_socket_permissions": "0700",
            "port": PORT,
            "password_encryption": "scram-sha-256",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "shared_buffers": "256MB",
            "effective_cache_size": "1GB",
            "work_mem": "16MB",
            "maintenance_work_mem": "128MB",
            "max_connections": "100",
            # a page holds up to 140 locks; those beyond so many go through the table all share
            "max_locks_per_transaction": "256",
            "random_page_cost": "1.1",
            "jit": "off",
            "wal_level": "minimal",
            "max_wal_senders": "0",
            "max_logical_replication_workers": "0",
            "max_wal_size": "2GB",
            "checkpoint_timeout": "15min",
            "client_connection_check_interval": "5s",
            # Citizens' data must not end in a log: no statements, values or details.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
            "log_parameter_max_length": "0",
            "log_checkpoints": "off",
        }
        if not _is_durable():
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
            settings["max_wal_size"] = "256MB"  # such a one may lie in memory
        if _shared_memory() < SMALL_SHARED_MEMORY:
            settings["dynamic_shared_memory_type"] = "mmap"
        return settings


def ping(where: Places) -> int:
    """Ask the server how it is; needs no password."""
    address = f"host={where.sockets} port={PORT} dbname=postgres user={ADMIN} connect_timeout=2"
    return pq.PGconn.ping(address.encode())


def stop_child(server: subprocess.Popen[bytes], patience: float = 20) -> None:
    """Stop in order (a checkpoint, no recovery next time), else at once; reap it."""
    for number, seconds in ((FAST, patience), (IMMEDIATE, 10.0), (signal.SIGKILL, 10.0)):
        if server.poll() is None:
            server.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(seconds)


def stop_stranger(pid: int, patience: float = 20) -> None:
    """Stop a server that is not our child."""
    began = processes.started(pid)
    for number, seconds in ((FAST, patience), (IMMEDIATE, 10.0)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        if _wait_until(lambda: processes.started(pid) != began, seconds):
            return
    raise EmbeddedFailed(f"En tidligere database (proces {pid}) kan ikke standses.")


def _wait_until(holds: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _is_durable() -> bool:
    return os.environ.get("LANDFAST_PG_FSYNC", "on").strip().lower() != "off"


def _shared_memory() -> int:
    # In containers /dev/shm often holds 64 MB, which a parallel query can use up.
    try:
        found = os.statvfs("/dev/shm")  # noqa: S108
    except OSError:
        return SMALL_SHARED_MEMORY
    return found.f_bavail * found.f_frsize


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the server stops in order even when its supervisor is killed outright."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    set_death_signal = 1

    def tell_the_kernel() -> None:
        libc.prctl(set_death_signal, int(FAST))

    return tell_the_kernel
