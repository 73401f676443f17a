"""Databases on the embedded server: made, listed and dropped by the cluster's superuser."""

import re
import time
from typing import Any

import psycopg
from psycopg import sql

from landfast.kernel.postgres.environment import is_managed, refuse_in_production
from landfast.kernel.postgres.errors import EmbeddedRefused, PostgresError
from landfast.kernel.postgres.passwords import ADMIN, read_passwords
from landfast.kernel.postgres.places import PORT, Places, places
from landfast.kernel.postgres.roles import prepare_database, prepare_roles

MAINTENANCE = "postgres"
NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
OF_THE_SERVER = ("postgres", "template0", "template1")
TEMPLATE_TRIES = 50


def admin_connect(dbname: str) -> psycopg.Connection[Any]:
    """A connection of the cluster's superuser, in autocommit; embedded only."""
    if is_managed():
        raise EmbeddedRefused(
            "Det kan kun gøres i den indbyggede database. "
            "Brug serverens egne værktøjer, når DATABASE_URL er sat."
        )
    refuse_in_production()
    return _connect(places(), dbname)


def _connect(where: Places, dbname: str) -> psycopg.Connection[Any]:
    return psycopg.connect(
        host=str(where.sockets),
        port=PORT,
        dbname=dbname,
        user=ADMIN,
        passfile=str(where.admin_passfile),
        application_name="landfast admin",
        autocommit=True,
    )


def prepare_cluster(where: Places) -> None:
    """Roles, the database `landfast`, and what the databases need; may be run again."""
    with _connect(where, MAINTENANCE) as connection:
        prepare_roles(connection, read_passwords(where.passfile))
        # Nobody but the superuser has business here.
        connection.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
        found = _names(connection)
        if "landfast" not in found:
            connection.execute("CREATE DATABASE landfast")
    for name in {*found, "landfast"}:
        with _connect(where, name) as connection:
            prepare_database(connection)


def create_database(name: str, template: str | None = None) -> None:
    """Make a database with everything that the roles need; as a copy of `template` if named."""
    parts = sql.SQL("CREATE DATABASE {}").format(_identifier(name))
    if template is not None:
        # As files: for a database of some ten megabytes quicker than page by page.
        parts += sql.SQL(" TEMPLATE {} STRATEGY file_copy").format(_identifier(template))
    with admin_connect(MAINTENANCE) as connection:
        _create(connection, name, parts)
    with admin_connect(name) as connection:
        prepare_database(connection)


def _create(connection: psycopg.Connection[Any], name: str, statement: sql.Composed) -> None:
    for attempt in range(TEMPLATE_TRIES):
        try:
            connection.execute(statement)
        except psycopg.errors.DuplicateDatabase as error:
            raise PostgresError(f"Databasen {name} findes allerede.") from error
        except psycopg.errors.InvalidCatalogName as error:
            raise PostgresError(f"Forlægget til databasen {name} findes ikke.") from error
        except psycopg.errors.ObjectInUse as error:
            # Somebody is still leaving the template, or copies it as we do.
            if attempt == TEMPLATE_TRIES - 1:
                raise PostgresError(f"Forlægget til databasen {name} er i brug.") from error
            time.sleep(0.1)
        else:
            return


def drop_database(name: str) -> None:
    """Drop a database if it is there; whoever is connected to it is thrown off."""
    with admin_connect(MAINTENANCE) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(_identifier(name))
        )


def database_exists(name: str) -> bool:
    """Whether there is a database of that name."""
    return name in list_databases()


def list_databases() -> list[str]:
    """Names of all databases but the server's own."""
    with admin_connect(MAINTENANCE) as connection:
        return _names(connection)


def _names(connection: psycopg.Connection[Any]) -> list[str]:
    rows = connection.execute('SELECT datname FROM pg_database ORDER BY datname COLLATE "C"')
    return [name for (name,) in rows if name not in OF_THE_SERVER]


def _identifier(name: str) -> sql.Identifier:
    if not NAME.fullmatch(name) or name in OF_THE_SERVER:
        raise PostgresError(
            f"{name!r} kan ikke være navnet på en database. "
            "Brug små bogstaver a-z, tal og understreg."
        )
    return sql.Identifier(name)
