"""Passwords of the embedded server: made once, kept in files that only their owner can read.

libpq reads them itself (`passfile`), so that settings can be imported, checked and
printed without a secret in them.
"""

import os
import secrets
from pathlib import Path

from landfast.kernel.postgres.environment import LOGINS
from landfast.kernel.postgres.places import Places

ADMIN = "postgres"  # the bootstrap superuser; no other role is one


def make_passwords(where: Places) -> None:
    """Write both files unless they are there."""
    if not where.admin_passfile.exists():
        _write(where.admin_passfile, {ADMIN: _new()})
    if not where.passfile.exists():
        _write(where.passfile, {login: _new() for login in LOGINS.values()})


def read_passwords(path: Path) -> dict[str, str]:
    """Passwords by role."""
    lines = path.read_text(encoding="ascii").splitlines()
    return dict(line.split(":")[3:5] for line in lines if line)


def _new() -> str:
    return secrets.token_urlsafe(32)  # has no ":" or "\", which the format would need escaped


def _write(path: Path, passwords: dict[str, str]) -> None:
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.writelines(f"*:*:*:{role}:{password}\n" for role, password in passwords.items())
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
