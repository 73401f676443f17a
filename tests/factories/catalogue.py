"""The whole database, searched: where does a key stand, in whatever column of whatever table?"""

from collections.abc import Iterable
from uuid import UUID

import psycopg

from landfast.kernel import postgres

TABLES = """
select c.relname, array_agg(a.attname::text), array_agg(a.atttypid = 'bytea'::regtype)
  from pg_attribute a join pg_class c on c.oid = a.attrelid
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
   and a.attnum > 0 and not a.attisdropped group by 1 order by 1
"""
PROOF = {"access_look_seal.marks", "keeping_erasure.keys"}
"""Marks and keys of rows of the look log: neither names a course nor a citizen."""


def mentions(database: str, keys: Iterable[UUID]) -> dict[str, int]:
    """Columns in which one of these keys stands, with how many rows; asked as the owner.

    A table is asked once for all its columns: to plan a question took longer than to answer it.
    """
    sought = {False: "|".join(map(str, keys))}
    sought[True] = sought[False].replace("-", "")
    found: dict[str, int] = {}
    with psycopg.connect(**postgres.connection_parts("owner") | {"dbname": database}) as owner:
        owner.execute("set row_security = off")
        for table, columns, are_bytes in owner.execute(TABLES).fetchall():
            kinds = [*zip(columns, are_bytes, strict=True)]
            counts = ", ".join(f"count(*) filter (where {_held(*one)} ~ %s)" for one in kinds)
            asked = [sought[is_bytes] for _, is_bytes in kinds]
            [counted] = owner.execute(f'select {counts} from "{table}"', asked).fetchall()
            rows = zip(columns, counted, strict=True)
            found |= {f"{table}.{column}": count for column, count in rows if count}
    return {column: count for column, count in found.items() if column not in PROOF}


def _held(column: str, is_bytes: bool) -> str:
    """What a column holds, as text in which a key is found as it is written."""
    return f"encode(\"{column}\", 'hex')" if is_bytes else f'"{column}"::text'
