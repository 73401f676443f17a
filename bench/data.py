"""Bench databases: migrated by the owner, filled by the owner with sets, kept between runs."""

import hashlib
import os
import sys
import time
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

# Those that no constraint rests on: they are made when the rows are there.
INDEXES = """
select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
  from pg_index i join pg_class t on t.oid = i.indrelid
 where t.relnamespace = 'public'::regnamespace
   and t.relkind = 'r' and not t.relispartition
   and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
"""
"""Those that can be dropped and made again one by one: a month's index is its whole log's."""


def say(text: str) -> None:
    """A line for whoever waits; results go to stdout."""
    print(text, file=sys.stderr, flush=True)


def database(courses: int) -> str:
    """The name of a filled database with this many courses; built if it is not there."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in SOURCES)).hexdigest()[:8]
    name, family = f"landfast_bench_{courses}_{digest}", f"landfast_bench_{courses}_"
    if _is_fresh(name):
        return name
    for other in postgres.list_databases():
        if other.startswith(family):
            postgres.drop_database(other)
    say(f"{courses} courses: building {name}")
    started = time.perf_counter()
    postgres.create_database(name, template=os.environ.get("BENCH_TEMPLATE"))
    _migrate(name)
    _fill(name, courses)
    say(f"{courses} courses: built in {time.perf_counter() - started:.0f} s")
    return name


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
    from django.core.management import call_command
    from django.db import connections

    from landfast.access.signing import keep_key

    owner = connections["owner"]
    before = owner.settings_dict["NAME"]
    owner.close()
    owner.settings_dict["NAME"] = name
    try:
        call_command("migrate", database="owner", verbosity=0)
        keep_key(settings.LANDFAST_ACTOR_KEY, database=name)
    finally:
        owner.close()
        owner.settings_dict["NAME"] = before


def _fill(name: str, courses: int) -> None:
    with postgres.admin_connect(name) as cursor:
        # the owner's rows, but no trigger a row: the generator keeps keys and rules itself
        cursor.execute("set session_replication_role = replica; set synchronous_commit = off")
        cursor.execute(f'grant create on database "{name}" to landfast_owner')
        cursor.execute("set role landfast_owner; set maintenance_work_mem = '512MB'")
        cursor.execute(filling.base(courses))
        indexes = cursor.execute(INDEXES).fetchall()
        for index, _ in indexes:
            cursor.execute(f"drop index {index}")
        for fill in rows.fills():
            _rows(cursor, fill)
        for _, definition in indexes:  # sorted once, instead of row by row into a cold tree
            cursor.execute(definition)
        for statement in ("reset role", "vacuum analyze", "checkpoint"):
            cursor.execute(statement)
        cursor.execute(f"comment on database \"{name}\" is '{datetime.now(UTC).isoformat()}'")


def _rows(cursor: Any, fill: filling.Fill) -> None:
    known = cursor.execute(
        "select column_name, data_type from information_schema.columns where table_name = %s"
        " and table_schema = 'public' and is_nullable = 'NO' and column_default is null"
        " and is_identity = 'NO'",
        [fill.table],
    ).fetchall()
    missing = {name: EMPTY[kind] for name, kind in known if name not in fill.columns}
    columns = {**fill.columns, **missing}
    started = time.perf_counter()
    filled = cursor.execute(
        f"insert into {fill.table} ({', '.join(columns)})"
        f" select {', '.join(columns.values())} from {fill.source}"
    ).rowcount
    if (took := time.perf_counter() - started) > 5:
        say(f"  {fill.table}: {filled} rows in {took:.0f} s")
