"""A database of a test's own with real commits: one for each worker, cleared after each test.

A copy of the template takes longer than most tests, and a connection to a new database reads and
plans everything anew. So one copy stays, with its connections, and what a test wrote is deleted by
the server's superuser, past all that guards it. Where anything else has changed (a table, a
function, a right, a partition, a session that stays) the database goes and the next test has a
copy. `tests/house/test_harness.py` holds a cleared one against the template.
"""

import os
import secrets
from collections.abc import Callable, Hashable
from copy import deepcopy
from typing import Any, TypeVar

import psycopg
from psycopg import sql
from psycopg_pool import ConnectionPool

from landfast.kernel import clock, postgres

# Who made or changed a row of the catalogue stands in it, so the sum tells of any change.
SHAPE = sql.SQL(" union all ").join(
    sql.SQL("select count(*), sum(xmin::text::bigint) from {}").format(sql.Identifier(name))
    for name in (
        *("pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_inherits"),
        *("pg_proc", "pg_trigger", "pg_policy", "pg_type", "pg_namespace", "pg_default_acl"),
        *("pg_description", "pg_event_trigger", "pg_db_role_setting", "pg_extension", "pg_rewrite"),
    )
)
TABLES = """
select c.relname, array_agg(quote_ident(a.attname) order by a.attnum) from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   and a.attgenerated = ''
 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1
"""
SEQUENCES = "select sequencename, last_value from pg_sequences where schemaname = 'public'"
OTHERS = """
select pg_terminate_backend(pid, 5000) from pg_stat_activity
 where datname = current_database() and backend_type = 'client backend'
   and pid <> pg_backend_pid() and pid <> all(%s)
"""
FORGET = "reset all; select pg_advisory_unlock_all(); unlisten *; close all"

Built = TypeVar("Built")
Rows = dict[str, bytes]


class Own:
    """The database, seen by the superuser."""

    def __init__(self, template: str) -> None:
        self.name = f"lf_own_{os.getpid()}_{secrets.token_hex(4)}"
        postgres.create_database(self.name, template=template)
        STAYS.add(self.name)
        self.admin = postgres.admin_connect(self.name)
        # Nothing that guards a row is asked: neither keys nor triggers.
        self.admin.execute("set session_replication_role = replica")
        self.columns: dict[str, list[str]] = dict(self.admin.execute(TABLES).fetchall())
        self.any_rows = " union all ".join(
            f"select '{name}' where exists (select from only \"{name}\")" for name in self.columns
        )
        self.first, self.counters = self.rows(), self._counted()
        self.shape = self.admin.execute(SHAPE).fetchall()

    def cleared(self) -> bool:
        """Bring it back to what the template was; False when that cannot be."""
        try:
            with self.admin.transaction():
                self.admin.execute(OTHERS, [kept_alive(self.name)])
                self.admin.execute("set local lock_timeout = '5s'")
                self._lay(self.first)
                if (counters := self._counted()) != self.counters:
                    self._count_from(counters)
            return bool(self.admin.execute(SHAPE).fetchall() == self.shape)
        except psycopg.Error:
            return False

    def rows(self) -> Rows:
        """What stands in each table that holds anything."""
        found = self.admin.execute(self.any_rows, prepare=True).fetchall()
        return {name: self._out(name) for (name,) in found}

    def lay(self, wanted: Rows) -> None:
        """Let exactly these rows stand in it."""
        with self.admin.transaction():
            self._lay(wanted)

    def gone(self) -> None:
        """Drop it."""
        forget(self.name)
        self.admin.close()
        postgres.drop_database(self.name)

    def _lay(self, wanted: Rows) -> None:
        found = {name for (name,) in self.admin.execute(self.any_rows, prepare=True).fetchall()}
        kept = {name for name in found & wanted.keys() if self._out(name) == wanted[name]}
        if less := found - kept:
            self.admin.execute("".join(f'delete from only "{name}";' for name in less))
        for name in wanted.keys() - kept:
            with self.admin.cursor().copy(self._copied(name, "from stdin")) as into:
                into.write(wanted[name])

    def _out(self, name: str) -> bytes:
        with self.admin.cursor().copy(self._copied(name, "to stdout")) as out:
            return b"".join(bytes(part) for part in out)

    def _copied(self, name: str, way: str) -> str:
        return f'copy "{name}" ({", ".join(self.columns[name])}) {way}'

    def _counted(self) -> list[Any]:
        return self.admin.execute(SEQUENCES).fetchall()

    def _count_from(self, counters: list[Any]) -> None:
        for name, value in set(self.counters) - set(counters):
            self.admin.execute("select setval(%s, %s, %s)", [name, value or 1, value is not None])


class Kept:
    """What this worker keeps: its own database, and what was once built in it."""

    def __init__(self) -> None:
        self.own: Own | None = None
        self._built: dict[Hashable, tuple[Any, Rows]] = {}
        self._stands: tuple[Hashable, Rows] = (None, {})

    def begin(self, template: str) -> str:
        """The name of a database like the template."""
        self.own = self.own or Own(template)
        return self.own.name

    def end(self) -> None:
        """Nobody needs it for now."""
        if self.own and not self.own.cleared():
            self.drop()

    def drop(self) -> None:
        """It is not needed any more, or cannot be cleared."""
        if self.own:
            self.own.gone()
        self.own = None

    def stood(self, key: Hashable, build: Callable[[], Built]) -> Built:
        """What `build` makes in an empty database of a test's own, or on what was made so: built
        the first time on this day, laid there row by row after that. Anywhere else, after anything
        that was written, or by a moved clock, it is built.
        """
        from django.db import connection

        own = self.own
        if own is None or connection.settings_dict["NAME"] != own.name or clock.moved_to():
            return build()
        found = own.rows()
        ground, rows = (None, own.first) if found == own.first else self._stands
        if found != rows:
            return build()
        dated = (ground, key, clock.today())
        if dated in self._built:
            answer, rows = self._built[dated]
            own.lay(rows)
        else:
            answer = build()
            rows = own.rows()
            self._built[dated] = deepcopy(answer), rows
        self._stands = dated, rows
        return deepcopy(answer)


KEPT = Kept()
STAYS: set[str] = set()
"""Names of databases that are met again; of others, no connection is kept."""
POOLS: dict[tuple[str, str, str], ConnectionPool[Any]] = {}
"""Pools that were put away warm, by alias, database and user."""


def put_away(connection: Any) -> None:
    """Close the connection; its pool is kept when it is one connection that came back."""
    connection.close()
    pool = connection._connection_pools.pop(connection.alias, None)
    if pool is None:
        return
    said, stays = pool.get_stats(), connection.settings_dict["NAME"] in STAYS
    if stays and said.get("pool_size") == said.get("pool_available") == 1 and _forgets(pool):
        POOLS[_key(connection)] = pool
    else:
        pool.close()


def _forgets(pool: ConnectionPool[Any]) -> bool:
    """What the one connection was told is forgotten; False where it is broken."""
    try:
        with pool.connection() as one:
            one.execute(FORGET)
    except psycopg.Error:
        return False
    return True


def take_up(connection: Any) -> None:
    """Where a pool of what the connection means now was put away, it is used again."""
    if pool := POOLS.pop(_key(connection), None):
        connection._connection_pools[connection.alias] = pool


def forget(name: str) -> None:
    """A database goes: what was kept of it is closed."""
    STAYS.discard(name)
    for key in [key for key in POOLS if key[1] == name]:
        POOLS.pop(key).close()


def kept_alive(name: str) -> list[int]:
    """The server's processes behind what was kept of a database."""
    numbers = []
    for key, pool in POOLS.items():
        if key[1] == name:
            with pool.connection() as one:
                numbers.append(one.info.backend_pid)
    return numbers


def _key(connection: Any) -> tuple[str, str, str]:
    parts = connection.settings_dict
    return connection.alias, str(parts["NAME"]), str(parts["USER"])


def settled() -> Any:
    """The town of tests in the database of a test's own."""
    from tests.factories.town import build_town

    return KEPT.stood("town", build_town)
