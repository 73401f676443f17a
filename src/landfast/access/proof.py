"""Is the look log as it was sealed? Asked as the owner of the tables, row by row.

The database's own functions are not asked: whoever altered the log may have altered them too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg

from landfast.access.sealed import (
    ERASED,
    ROW_WORDS,
    Finding,
    Look,
    Seal,
    compare,
    compare_heads,
    erased_by_rule,
    first_key,
)
from landfast.kernel import postgres

_SEALS = """select number, after_at, until_at, before, marks, head from access_look_seal
 order by number"""
_LOOKS = f"select id, at, {ROW_WORDS} from access_look where id < %s order by id"  # noqa: S608
_UNSEALED = "select count(*) from access_look where id >= %s"
_TOLD = f"""select what from access_look where scope_id is null and what like '{ERASED}%'"""  # noqa: S608
_ERASED = "select digest, keys from keeping_erasure"
_YEARS = 5  # Keep.LOOK


@dataclass(frozen=True)
class Proof:
    """What was looked at, and what was found."""

    seals: int
    looks: int
    unsealed: int
    erased: int
    """Sealed rows that went with courses deleted by rule, as the log itself says."""
    findings: list[Finding]


def prove(kept: Mapping[int, str], *, database: str = "") -> Proof:
    """Compare every row with its seal, every seal with the next, every head with those `kept`."""
    parts: dict[str, Any] = dict(postgres.connection_parts("owner"))
    parts["dbname"] = database or parts["dbname"]
    with psycopg.connect(**parts) as owner, owner.transaction():
        owner.execute("set transaction isolation level repeatable read, read only")
        owner.execute("set local row_security = off")  # what it would hide is an error instead
        heads = dict(owner.execute("select number, encode(head, 'hex') from access_look_seal"))
        edge = _edge(owner)
        looks = 0

        def counted() -> Iterator[Look]:
            nonlocal looks
            for row in _rows(owner, "looks", _LOOKS, [first_key(edge)]):
                looks += 1
                yield Look(*row)

        seals = (Seal(*row) for row in _rows(owner, "seals", _SEALS, []))
        erased = erased_by_rule(
            (words for (words,) in owner.execute(_TOLD)), owner.execute(_ERASED).fetchall()
        )
        oldest = _oldest(datetime.now(UTC))
        findings = list(compare(seals, counted(), oldest=oldest, erased=erased))
        findings += compare_heads(heads, kept)
        [unsealed] = owner.execute(_UNSEALED, [first_key(edge)]).fetchone() or [0]
    return Proof(len(heads), looks, unsealed, len(erased), findings)


def _edge(owner: psycopg.Connection[Any]) -> datetime:
    row = owner.execute("select max(until_at) from access_look_seal").fetchone()
    return (row and row[0]) or datetime(2000, 1, 1, tzinfo=UTC)


def _rows(
    owner: psycopg.Connection[Any], name: str, query: str, values: list[Any]
) -> Iterator[tuple[Any, ...]]:
    with owner.cursor(name) as cursor:
        cursor.itersize = 5000
        cursor.execute(query, values)
        yield from cursor


def _oldest(now: datetime) -> datetime:
    """Months that ended five years ago went by rule."""
    return datetime(now.year - _YEARS, now.month, 1, tzinfo=UTC)
