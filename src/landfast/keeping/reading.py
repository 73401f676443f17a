"""Everything that a deletion would take, read for an archive; as the owner, past every policy.

The walk is the one that deletes (migration 0003): the foreign keys downward from the scope.
What goes is thereby what was packed. A look at the course was logged before anything is read
(`actions.begin_packing`). Logins and their secrets are nobody's record and stay out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection
from psycopg import sql

from landfast.access.records import about_citizens
from landfast.kernel import postgres
from landfast.kernel.resealing import MARK
from landfast.kernel.sealed import opened_field

SCOPE, CITIZEN = "access_scope", "course_citizen"
LEFT_OUT = frozenset(
    {
        "access_draft",
        "notices_delivery",
        "notices_channel",
        "notices_device",
        "keeping_case",
        "network_own_note",
    }
)
"""Not the record: what somebody was typing, whether a mail arrived, our own keeping of it, and what
she wrote for herself alone."""
HERS_ALONE: dict[str, str] = {
    "files_file": "readers <> 'own'",
    "network_relation": "not only_mine",
    "network_unwell": "seen_by <> 'me'",
    "network_standing": "relation_id is null"
    " or relation_id in (select id from network_relation where not only_mine)",
}
"""Rows that are hers alone and never the authority's record (B1): the condition for the rest."""
_KEYS = """
select conrelid::regclass::text, a.attname, confrelid::regclass::text
  from pg_constraint c join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
 where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace order by 1, 2"""
_PRIMARY = """
select i.indrelid::regclass::text, a.attname
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
  join pg_class c on c.oid = i.indrelid
 where i.indisprimary and c.relnamespace = 'public'::regnamespace and not c.relispartition"""
_COLUMNS = """
select attname, format_type(atttypid, null), not attnotnull from pg_attribute
 where attrelid = %s::regclass and attnum > 0 and not attisdropped order by attnum"""


@dataclass(frozen=True)
class Column:
    """A column: its name, PostgreSQL's word for its type, can it be empty, whose key is it."""

    name: str
    type: str
    optional: bool
    refers: str = ""


@dataclass(frozen=True)
class Rows:
    """A table of the package: what it is about, its key, its columns and rows."""

    table: str
    about: str
    key: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]


@dataclass
class _Catalogue:
    keys: list[tuple[str, str, str]]
    primary: dict[str, str]
    met: dict[str, set[UUID]] = field(default_factory=dict)


def read_course(scope: UUID) -> list[Rows]:
    """All tables with the rows of one course, its citizen, and the names that they refer to."""
    parts: dict[str, Any] = dict(postgres.connection_parts("owner"))
    parts["dbname"] = connection.settings_dict["NAME"]
    with psycopg.connect(**parts) as owner, owner.transaction():
        owner.execute("set transaction isolation level repeatable read, read only")
        owner.execute("set local row_security = off")  # what it would hide is an error instead
        catalogue = _Catalogue(
            owner.execute(_KEYS).fetchall(), dict(owner.execute(_PRIMARY).fetchall())
        )
        _walk(owner, catalogue, SCOPE, {scope})
        citizens = _refers(owner, catalogue, "course_course", "citizen_id")
        catalogue.met[CITIZEN] = citizens
        found = [_table(owner, catalogue, one, ids) for one, ids in sorted(catalogue.met.items())]
        return found + list(_named(owner, catalogue, found))


def _walk(
    owner: psycopg.Connection[Any], catalogue: _Catalogue, target: str, ids: set[UUID]
) -> None:
    fresh = ids - catalogue.met.setdefault(target, set())
    if not fresh:
        return
    catalogue.met[target] |= fresh
    for place, column, refers in catalogue.keys:
        if refers != target or place in LEFT_OUT:
            continue
        query = sql.SQL("select {} from {} where {} = any (%s) and ({})").format(
            sql.Identifier(catalogue.primary[place]), sql.Identifier(place),
            sql.Identifier(column), sql.SQL(HERS_ALONE.get(place, "true")),
        )  # fmt: skip
        below = {one for (one,) in owner.execute(query, [list(fresh)])}
        if below:
            _walk(owner, catalogue, place, below)


def _refers(
    owner: psycopg.Connection[Any], catalogue: _Catalogue, table: str, column: str
) -> set[UUID]:
    query = sql.SQL("select {} from {} where {} = any (%s) and {} is not null").format(
        sql.Identifier(column), sql.Identifier(table), sql.Identifier(catalogue.primary[table]),
        sql.Identifier(column),
    )  # fmt: skip
    return {one for (one,) in owner.execute(query, [list(catalogue.met.get(table, set()))])}


def _table(
    owner: psycopg.Connection[Any],
    catalogue: _Catalogue,
    table: str,
    ids: Iterable[UUID],
    only: frozenset[str] = frozenset(),
) -> Rows:
    refers = {column: to for place, column, to in catalogue.keys if place == table}
    sealed = _sealed(table)
    columns = [
        Column(name, kind, optional, refers.get(name, ""))
        for name, kind, optional in owner.execute(_COLUMNS, [table])
        if (name in only or not only) and name not in {one + MARK for one in sealed}
    ]
    key = catalogue.primary[table]
    query = sql.SQL("select {} from {} where {} = any (%s) order by {}").format(
        sql.SQL(", ").join(sql.Identifier(one.name) for one in columns),
        sql.Identifier(table), sql.Identifier(key), sql.Identifier(key),
    )  # fmt: skip
    at = [one.name for one in columns].index(key)
    rows = [
        [opened_field(value, row[at]) if one.name in sealed else value
         for one, value in zip(columns, row, strict=True)]
        for row in owner.execute(query, [list(ids)])
    ]  # fmt: skip
    return Rows(table, _about(table), key, columns, rows)


def _named(
    owner: psycopg.Connection[Any], catalogue: _Catalogue, found: list[Rows]
) -> Iterator[Rows]:
    """Names of what the rows refer to outside the course: colleagues, units, programmes."""
    outside = sorted(
        {one.refers for table in found for one in table.columns if one.refers}
        - {table.table for table in found}
    )
    for target in outside:
        ids = {
            row[at]
            for table in found
            for at, one in enumerate(table.columns)
            if one.refers == target
            for row in table.rows
            if row[at] is not None
        }
        kept = frozenset({catalogue.primary[target], "name", "kind", "cvr", "code", "profession"})
        yield _table(owner, catalogue, target, ids, kept)


def _sealed(table: str) -> set[str]:
    return {
        name
        for model in about_citizens()
        if model._meta.db_table == table
        for name in model.holds.sealed.split()  # type: ignore[attr-defined]
    }


def _about(table: str) -> str:
    from django.apps import apps

    models = {model._meta.db_table: model for model in apps.get_models()}
    return (models[table].__doc__ or "").strip().splitlines()[0] if table in models else ""
