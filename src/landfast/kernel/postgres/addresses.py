"""Addresses of the database by role, computed without starting anything.

So settings can be imported by a type checker or a documentation build on a machine
where no server has ever run.
"""

from typing import Any
from urllib.parse import quote, urlencode

from landfast.kernel.postgres.environment import (
    LOGINS,
    Role,
    database_name,
    is_managed,
    managed_parts,
    managed_url,
    refuse_in_production,
)
from landfast.kernel.postgres.places import PORT, places

DJANGO_KEYS = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}


def django_database(role: Role) -> dict[str, Any]:
    """An entry of Django's DATABASES for a role."""
    parts = connection_parts(role)
    entry: dict[str, Any] = {"ENGINE": "django.db.backends.postgresql", "NAME": parts.pop("dbname")}
    for key, name in DJANGO_KEYS.items():
        entry[name] = parts.pop(key, "")
    entry["OPTIONS"] = parts
    return entry


def connection_parts(role: Role) -> dict[str, str]:
    """What psycopg.connect needs for a role."""
    if is_managed():
        return {**managed_parts(role), "dbname": database_name()}
    refuse_in_production()
    where = places()
    return {
        "host": str(where.sockets),
        "port": PORT,
        "dbname": database_name(),
        "user": LOGINS[role],
        # libpq reads the password itself: there is none in settings, and none to print.
        "passfile": str(where.passfile),
    }


def url(role: Role) -> str:
    """The address of the database for a role, as one line that psql and psycopg understand."""
    if is_managed():
        return managed_url(role)
    parts = connection_parts(role)
    query = urlencode({key: parts[key] for key in ("host", "port", "passfile")}, quote_via=quote)
    return f"postgresql://{parts['user']}@/{parts['dbname']}?{query}"
