"""The whole database, searched: where does a key stand, in whatever column of whatever table?"""

from collections.abc import Iterable
from uuid import UUID

import psycopg

from landfast.kernel import postgres

COLUMNS = """
select c.relname, a.attname, a.atttypid = 'bytea'::regtype
  from pg_attribute a join pg_class c on c.oid = a.attrelid
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
   and a.attnum > 0 and not a.attisdropped order by 1, 2
"""
PROOF = {"access_look_seal.marks", "keeping_erasure.keys"}
"""Marks and keys of rows of the look log: neither names a course nor a citizen."""


def mentions(database: str, keys: Iterable[UUID]) -> dict[str, int]:
    """Columns in which one of these keys stands, with how many rows; asked as the owner."""
    words = [str(key) for key in keys]
    found: dict[str, int] = {}
    with psycopg.connect(**postgres.connection_parts("owner") | {"dbname": database}) as owner:
        owner.execute("set row_security = off")
        for table, column, is_bytes in owner.execute(COLUMNS).fetchall():
            held = f'"{column}"::text' if not is_bytes else f"encode(\"{column}\", 'hex')"
            sought = "replace(k, '-', '')" if is_bytes else "k"
            row = owner.execute(
                f'select count(*) from "{table}" where exists (select from unnest(%s::text[]) k'
                f" where position({sought} in {held}) > 0)",
                [words],
            ).fetchone()
            if row and row[0] and f"{table}.{column}" not in PROOF:
                found[f"{table}.{column}"] = row[0]
    return found
