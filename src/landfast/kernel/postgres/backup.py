"""Backup to a file and back again, with PostgreSQL's own programs.

Both run as the migrator, who becomes the owner: the owner of the tables is not
subject to row-level security, so a backup is whole, and no role needs BYPASSRLS.
A restore that fails leaves the database as it was.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from landfast.kernel.postgres.addresses import connection_parts
from landfast.kernel.postgres.binaries import program
from landfast.kernel.postgres.environment import is_managed
from landfast.kernel.postgres.errors import PostgresError
from landfast.kernel.postgres.roles import OLDEST, OWN_SCHEMA

BEFORE = "landfast_before"
OWNER = "--role=landfast_owner"


class BadBackup(PostgresError):
    """The file or the database cannot be used for this backup or restore."""


def backup(target: Path) -> None:
    """Write the whole database to a new file that only its owner can read."""
    if target.exists():
        raise BadBackup(f"Filen {target} findes allerede. Vælg et andet navn.")
    if not target.parent.is_dir():
        raise BadBackup(f"Mappen {target.parent} findes ikke.")
    if not os.access(target.parent, os.W_OK):
        raise BadBackup(f"Du må ikke skrive i mappen {target.parent}.")
    # Beside its place, then moved: a backup that was interrupted is never taken for whole.
    draft = target.with_name(f".{target.name}.draft")
    try:
        done = _run("pg_dump", "--format=custom", "--lock-wait-timeout=60s", f"--file={draft}")
        if done.returncode != 0:
            raise PostgresError(f"Sikkerhedskopien kunne ikke laves: {_last_line(done.stderr)}")
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)


def restore(source: Path, *, replace: bool = False) -> None:
    """Read a backup into an empty database, or in place of what is there."""
    _check_file(source)
    with psycopg.connect(**_parts(), autocommit=True) as connection:  # type: ignore[arg-type]
        connection.execute("SET role = landfast_owner")
        _put_back(connection)
        if _is_empty(connection):
            _read(source)
        elif replace:
            _exchange(connection, source)
        else:
            raise BadBackup(
                "Databasen er ikke tom. Brug --replace, hvis alt i den skal erstattes "
                "af sikkerhedskopien."
            )
        connection.execute("ANALYZE")


def _check_file(source: Path) -> None:
    if source.is_dir():
        raise BadBackup(f"{source} er en mappe, ikke en fil.")
    if not source.is_file():
        raise BadBackup(f"Filen {source} findes ikke.")
    if not os.access(source, os.R_OK):
        raise BadBackup(f"Filen {source} kan ikke læses af dig.")
    if _run("pg_restore", "--list", str(source), connect=False).returncode != 0:
        raise BadBackup(f"Filen {source} er ikke en sikkerhedskopi fra Landfast.")


def _is_empty(connection: psycopg.Connection[Any]) -> bool:
    found = connection.execute(
        "SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace)"
        " OR EXISTS (SELECT FROM pg_proc WHERE pronamespace = 'public'::regnamespace)"
    ).fetchone()
    return found is not None and not found[0]


def _exchange(connection: psycopg.Connection[Any], source: Path) -> None:
    """Move what is there aside, and away only when the backup has been read whole."""
    try:
        with connection.transaction():
            connection.execute(f"ALTER SCHEMA public RENAME TO {BEFORE}")
            connection.execute("CREATE SCHEMA public")
            for statement in OWN_SCHEMA:
                connection.execute(statement)
        _read(source)
        connection.execute(f"DROP SCHEMA {BEFORE} CASCADE")
    except psycopg.errors.LockNotAvailable as error:
        raise PostgresError("Databasen er i brug. Stands Landfast, og prøv igen.") from error
    finally:
        _put_back(connection)


def _put_back(connection: psycopg.Connection[Any]) -> None:
    """Undo an exchange that did not end; also one of an earlier process that was killed."""
    with connection.transaction():
        if connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [BEFORE]).fetchone():
            connection.execute("DROP SCHEMA IF EXISTS public CASCADE")
            connection.execute(f"ALTER SCHEMA {BEFORE} RENAME TO public")


def _read(source: Path) -> None:
    done = _run("pg_restore", "--single-transaction", "--exit-on-error", str(source))
    if done.returncode != 0:
        raise PostgresError(
            "Sikkerhedskopien kunne ikke læses ind; databasen er, som den var. "
            f"{_last_line(done.stderr)}"
        )


def _parts() -> dict[str, str]:
    return connection_parts("owner")


def _run(name: str, *arguments: str, connect: bool = True) -> subprocess.CompletedProcess[str]:
    command, environment = [_find(name)], dict(os.environ)
    if connect:
        parts = _parts()
        # Not as an argument: everybody on the machine can read those.
        environment["PGPASSWORD"] = parts.pop("password", "")
        if not environment["PGPASSWORD"]:
            del environment["PGPASSWORD"]
        command += ["--no-password", OWNER, f"--dbname={make_conninfo(**parts)}"]
    return subprocess.run(  # noqa: S603
        [*command, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        umask=0o077,
    )


def _find(name: str) -> str:
    """The machine's own program for a managed server, if new enough: ours cannot speak TLS."""
    found = shutil.which(name) if is_managed() else None
    if found is not None:
        version = subprocess.run(  # noqa: S603
            [found, "--version"], capture_output=True, text=True, check=False
        ).stdout
        number = re.search(r"\) (\d+)", version)
        if number and int(number[1]) >= OLDEST // 10000:
            return found
    return str(program(name))


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""
