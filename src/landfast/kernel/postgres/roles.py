"""The database roles, and what each database needs for them. SQL that may be run again.

- `landfast_owner` owns everything and cannot log in.
- `landfast_migrator` logs in and becomes the owner; it migrates, backs up and restores.
  The owner is not subject to row-level security, as we do not force it.
- `landfast_app` serves people; it owns nothing and cannot bypass row-level security.
- `landfast_jobs` does the background work; it is an app with a name of its own,
  so that policies for the app hold for it too.
- `landfast_helper` owns the security definer functions and cannot log in.
"""

from collections.abc import Mapping
from typing import Any, LiteralString

from psycopg import Connection, sql

from landfast.kernel.postgres.errors import PostgresError, TooOld

FORM = "3"  # count up when the SQL below changes: homes from before are prepared again
OLDEST = 180000

NO_LOGIN = ("landfast_owner", "landfast_helper")
LOGIN = ("landfast_migrator", "landfast_app", "landfast_jobs")

CREATE: LiteralString = """
DO $$ BEGIN
  CREATE ROLE {role} WITH {login} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    INHERIT;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$
"""

# INHERIT to the helper: whoever migrates may also replace and drop the helper's functions.
MEMBERSHIPS: tuple[LiteralString, ...] = (
    "GRANT landfast_owner TO landfast_migrator WITH INHERIT TRUE, SET TRUE",
    "GRANT landfast_helper TO landfast_owner WITH INHERIT TRUE, SET TRUE",
    "GRANT landfast_app TO landfast_jobs WITH INHERIT TRUE, SET FALSE",
)

# A function's or table's name must not be found in a schema that somebody else can write to.
# A request that waits long for a lock should fail and be tried again, and one that forgot its
# transaction must not hold its locks for ever.
# People's pages send the same prepared statements over and over, and with policies a statement
# costs more to plan than to run: planned once a connection (docs/performance.md).
SETTINGS: dict[LiteralString, dict[LiteralString, LiteralString]] = {
    "landfast_app": {
        "search_path": "public, pg_temp",
        "timezone": "'UTC'",
        "lock_timeout": "'10s'",
        "idle_in_transaction_session_timeout": "'5min'",
        "plan_cache_mode": "'force_generic_plan'",
    },
    "landfast_jobs": {
        "search_path": "public, pg_temp",
        "timezone": "'UTC'",
        "lock_timeout": "'30s'",
        "idle_in_transaction_session_timeout": "'15min'",
    },
    "landfast_migrator": {
        # Whatever is created belongs to the owner.
        "role": "landfast_owner",
        "search_path": "public, pg_temp",
        "timezone": "'UTC'",
        "lock_timeout": "'60s'",
    },
}

# What the owner can say about its own schema.
OWN_SCHEMA: tuple[LiteralString, ...] = (
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO landfast_app, landfast_jobs",
    # ALTER FUNCTION … OWNER TO demands that the new owner may create in the schema.
    "GRANT USAGE, CREATE ON SCHEMA public TO landfast_helper",
)

DATABASE: tuple[LiteralString, ...] = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO landfast_migrator, landfast_app, landfast_jobs",
    "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {database} TO landfast_owner",
    "ALTER SCHEMA public OWNER TO landfast_owner",
    # An administrator who is no superuser would from here on only get a warning.
    "SET LOCAL ROLE landfast_owner",
    *OWN_SCHEMA,
)


def require_version(connection: Any) -> None:
    """Refuse a server before PostgreSQL 18; takes a connection of psycopg or of Django."""
    version = getattr(connection, "pg_version", None)
    if version is None:
        version = connection.info.server_version
    if version < OLDEST:
        raise TooOld(
            f"Databaseserveren er PostgreSQL {version // 10000}. "
            "Landfast kræver PostgreSQL 18 eller nyere."
        )


def prepare_roles(connection: Connection[Any], passwords: Mapping[str, str] | None = None) -> None:
    """Make the roles with their settings; passwords for those named are set anew."""
    require_version(connection)
    with connection.transaction(), connection.cursor() as cursor:
        for role in (*NO_LOGIN, *LOGIN):
            login = sql.SQL("LOGIN" if role in LOGIN else "NOLOGIN")
            cursor.execute(sql.SQL(CREATE).format(role=sql.Identifier(role), login=login))
        _become_able_to_give(cursor)
        for grant in MEMBERSHIPS:
            cursor.execute(grant)
        for role, settings in SETTINGS.items():
            for name, value in settings.items():
                cursor.execute(
                    sql.SQL("ALTER ROLE {} SET {} = {}").format(
                        sql.Identifier(role), sql.Identifier(name), sql.SQL(value)
                    )
                )
        for role, password in (passwords or {}).items():
            cursor.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                    sql.Identifier(role), sql.Literal(password)
                )
            )
        _check(cursor)


def prepare_database(connection: Connection[Any]) -> None:
    """What each new database needs, over a connection of an administrator to that database."""
    require_version(connection)
    database = sql.Identifier(connection.info.dbname)
    with connection.transaction(), connection.cursor() as cursor:
        for statement in DATABASE:
            cursor.execute(sql.SQL(statement).format(database=database))


def _become_able_to_give(cursor: Any) -> None:
    """An administrator who is no superuser must be able to hand the schema to the owner."""
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    if not cursor.fetchone()[0]:
        cursor.execute("GRANT landfast_owner TO current_user WITH INHERIT FALSE, SET TRUE")


def _check(cursor: Any) -> None:
    """A role of that name from before may have been given more than ours get."""
    cursor.execute(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND (rolsuper OR rolbypassrls)",
        [[*NO_LOGIN, *LOGIN]],
    )
    found = [name for (name,) in cursor.fetchall()]
    if found:
        raise PostgresError(
            f"Rollen {found[0]} må hverken være SUPERUSER eller have BYPASSRLS. "
            "Tag det fra den, og prøv igen."
        )
