"""Roles and database on a managed server, made with an administrator's address."""

import secrets
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from landfast.kernel.postgres.environment import (
    LOGINS,
    ROLES,
    VARIABLES,
    Role,
    database_name,
    has_address,
    is_managed,
    managed_parts,
)
from landfast.kernel.postgres.errors import PostgresError, WrongAddress
from landfast.kernel.postgres.roles import prepare_database, prepare_roles, require_version

# The same order of letters as on the embedded server, whatever the host's locale is.
CREATE = (
    "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
    " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
)


def prepare_managed(admin_url: str) -> dict[str, str]:
    """Make roles and database; returns the variables to set for roles that got a new password.

    A password that stands in the environment's addresses is the one that is set.
    """
    name = database_name()
    given = _given_passwords()
    try:
        with psycopg.connect(admin_url, autocommit=True) as connection:
            require_version(connection)
            made = _missing_passwords(connection, given)
            prepare_roles(connection, {**given, **made})
            _make_database(connection, name)
        with psycopg.connect(admin_url, dbname=name, autocommit=True) as connection:
            prepare_database(connection)
    except psycopg.Error as error:
        raise PostgresError(f"Serveren siger nej: {str(error).strip().splitlines()[0]}") from None
    return {
        VARIABLES[role]: _address(admin_url, LOGINS[role], made[LOGINS[role]], name)
        for role in ROLES
        if LOGINS[role] in made
    }


def _given_passwords() -> dict[str, str]:
    passwords = {}
    for role in ROLES:
        if is_managed() and has_address(role):
            parts = managed_parts(role)
            _check_user(role, parts.get("user", ""))
            if "password" in parts:
                passwords[LOGINS[role]] = parts["password"]
    return passwords


def _check_user(role: Role, user: str) -> None:
    if user != LOGINS[role]:
        raise WrongAddress(f"Brugeren i {VARIABLES[role]} skal hedde {LOGINS[role]}.")


def _missing_passwords(
    connection: psycopg.Connection[Any], given: dict[str, str]
) -> dict[str, str]:
    rows = connection.execute("SELECT rolname FROM pg_roles").fetchall()
    there = {name for (name,) in rows} | set(given)
    return {login: secrets.token_urlsafe(32) for login in LOGINS.values() if login not in there}


def _make_database(connection: psycopg.Connection[Any], name: str) -> None:
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        connection.execute(sql.SQL(CREATE).format(sql.Identifier(name)))


def _address(admin_url: str, user: str, password: str, name: str) -> str:
    parts = {key: str(value) for key, value in conninfo_to_dict(admin_url).items()}
    for key in ("user", "password", "dbname", "passfile"):
        parts.pop(key, None)
    host, port = parts.pop("host", ""), parts.pop("port", "")
    if host.startswith("/"):
        parts["host"], host = host, ""
    query = f"?{urlencode(parts, quote_via=quote)}" if parts else ""
    return f"postgresql://{user}:{password}@{host}{port and ':' + port}/{name}{query}"
