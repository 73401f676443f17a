"""Bench databases: migrated by the owner, filled by the owner with sets, kept between runs."""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench import filling, rows
from landfast.kernel import postgres

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (*sorted((ROOT / "src" / "landfast").glob("*/migrations/*.py")),
           ROOT / "src" / "landfast" / "access" / "protect.py",
           Path(filling.__file__), Path(rows.__file__))  # fmt: skip
STALE = timedelta(days=14)  # dates in the data stand around the day of filling

# What a column that must have a value gets when nobody gave it one, by its type.
EMPTY = {
    "character varying": "''", "text": "''", "boolean": "false", "smallint": "0", "integer": "0",
    "jsonb": "'[]'", "timestamp with time zone": "now()", "date": "current_date",
}  # fmt: skip

# While a table is filled none of its indexes are kept, unique ones neither: they are sorted once
# at the end, which the generator's own keys allow. `reindex` says that they hold again.
ASLEEP = """
update pg_index set indisready = false, indisvalid = false
 where indrelid in (
   select c.oid from pg_class c left join pg_inherits of on of.inhrelid = c.oid
    where c.relkind = 'r' and (c.oid = any (%(tables)s::regclass[])
                            or of.inhparent = any (%(tables)s::regclass[])))
"""
STILL_ASLEEP = "select count(*) from pg_index where not indisready or not indisvalid"


def say(text: str) -> None:
    """A line for whoever waits; results go to stdout."""
    print(text, file=sys.stderr, flush=True)


def database(courses: int, build: str = "") -> str:
    """The name of a filled database with this many courses; built if it is not there.

    `build` is which tables are filled: all, or what one group of pages reads (`rows.BUILDS`).
    """
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in SOURCES)).hexdigest()[:8]
    family = f"landfast_bench_{build}{courses}_"
    name = family + digest
    if _is_fresh(name):
        return name
    _drop(family)
    say(f"{courses} courses: building {name}")
    started = time.perf_counter()
    with postgres.admin_connect("postgres") as admin:
        admin.execute(f'create database "{name}" template "{_empty(digest)}" strategy file_copy')
    _fill(name, courses, build)
    say(f"{courses} courses: built in {time.perf_counter() - started:.0f} s, {_size(name)}")
    return name


def _size(name: str) -> str:
    with postgres.admin_connect("postgres") as admin:
        row = admin.execute("select pg_size_pretty(pg_database_size(%s))", [name]).fetchone()
    return str(row[0]) if row else ""


def _empty(digest: str) -> str:
    """A migrated database without rows, from which those of all sizes are copied."""
    name, family = f"landfast_bench_empty_{digest}", "landfast_bench_empty_"
    if not _is_fresh(name):
        _drop(family)
        postgres.create_database(name, template=os.environ.get("BENCH_TEMPLATE"))
        _migrate(name)
        _mark(name)
    return name


def _drop(family: str) -> None:
    for other in postgres.list_databases():
        if other.startswith(family):
            postgres.drop_database(other)


def _mark(name: str) -> None:
    """It is whole: said last."""
    with postgres.admin_connect("postgres") as admin:
        admin.execute(f"comment on database \"{name}\" is '{datetime.now(UTC).isoformat()}'")


def _is_fresh(name: str) -> bool:
    """Built to its end (the comment comes last), and not too long ago."""
    with postgres.admin_connect("postgres") as admin:
        row = admin.execute(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = %s",
            [name],
        ).fetchone()
    return bool(row and row[0]) and datetime.fromisoformat(row[0]) > datetime.now(UTC) - STALE


def _migrate(name: str) -> None:
    from django.conf import settings
    from django.db import connections

    from landfast.access.signing import keep_key
    from landfast.kernel import tables

    owner = connections["owner"]
    before = owner.settings_dict["NAME"]
    owner.close()
    owner.settings_dict["NAME"] = name
    try:
        tables.migrate()
        keep_key(settings.LANDFAST_ACTOR_KEY, database=name)
    finally:
        owner.close()
        owner.settings_dict["NAME"] = before


def _fill(name: str, courses: int, build: str) -> None:
    """The plan of the town first; then the tables, several at once, each with its indexes."""
    fills: dict[str, list[filling.Fill]] = {}
    for fill in rows.BUILDS[build]():
        fills.setdefault(fill.table, []).append(fill)
    with postgres.admin_connect(name) as admin:  # once: the tables are filled several at a time
        admin.execute(f'grant create on database "{name}" to landfast_owner')
    with _owner(name) as cursor:
        cursor.execute(filling.base(courses))
    with postgres.admin_connect(name) as admin:
        admin.execute(ASLEEP, {"tables": list(fills)})
    largest_first = sorted(fills, key=lambda table: table not in rows.LARGE)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(lambda table: _table(name, table, fills[table]), largest_first):
            pass
    with postgres.admin_connect(name) as admin:
        left = admin.execute(STILL_ASLEEP).fetchone()
        if left != (0,):
            raise SystemExit(f"bench: {left} indexes of {name} were not made")
        if build:
            admin.execute("drop table bench.member")  # as many rows as the largest table
        admin.execute("vacuum analyze")
        admin.execute("checkpoint")
    _mark(name)


def _table(name: str, table: str, fills: list[filling.Fill]) -> None:
    started = time.perf_counter()
    with _owner(name) as cursor:
        filled = sum(_rows(cursor, fill) for fill in fills)
    with postgres.admin_connect(name) as admin:
        admin.execute("set maintenance_work_mem = '256MB'")
        admin.execute(f"reindex table {table}")
    if (took := time.perf_counter() - started) > 5:
        say(f"  {table}: {filled} rows in {took:.0f} s")


@contextmanager
def _owner(name: str) -> Iterator[Any]:
    """The owner's rows, but no trigger a row: the generator keeps keys and rules itself."""
    with postgres.admin_connect(name) as cursor:
        cursor.execute("set session_replication_role = replica; set synchronous_commit = off")
        cursor.execute("set role landfast_owner")
        yield cursor


def _rows(cursor: Any, fill: filling.Fill) -> int:
    known = cursor.execute(
        "select column_name, data_type from information_schema.columns where table_name = %s"
        " and table_schema = 'public' and is_nullable = 'NO' and column_default is null"
        " and is_identity = 'NO'",
        [fill.table],
    ).fetchall()
    missing = {name: EMPTY[kind] for name, kind in known if name not in fill.columns}
    columns = {**fill.columns, **missing}
    filled: int = cursor.execute(
        f"insert into {fill.table} ({', '.join(columns)})"
        f" select {', '.join(columns.values())} from {fill.source}"
    ).rowcount
    return filled
