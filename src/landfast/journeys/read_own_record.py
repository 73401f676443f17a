"""The citizen reads everything that stands about her, or takes it home (indsigt, F6)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.looks.oversight import named_by
from landfast.access.queries import require
from landfast.access.records import Record, everything
from landfast.access.roles import NAMED_TO_HER, CourseRole
from landfast.access.rules import LookKind, Named, Permission, shows_name
from landfast.files import queries as files
from landfast.files.fetching import note_fetch
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.people import queries as people
from landfast.people.queries import PersonCard

NOWHERE = UUID(int=0)
IN_EMERGENCY: dict[str, Callable[[dict[str, Any]], bool]] = {
    "consent_emergency": lambda _row: True,
    "access_grant": lambda row: bool(row["role"] == CourseRole.EMERGENCY),
    "access_event": lambda row: row["kind"] in {"emergency.opened", "emergency.ended"},
}
"""Rows that name somebody who read in an emergency."""


@dataclass(frozen=True)
class OwnRecord:
    """All of it, at one moment."""

    course_id: UUID
    made_at: datetime
    records: list[Record]
    people: dict[PersonId, PersonCard]
    units: dict[UnitId, str]


def read_own_record(
    actor: Actor, course_id: UUID, *, page: str, kind: LookKind = LookKind.READ,
    with_files: bool = False,
) -> OwnRecord:  # fmt: skip
    """Everything about the citizen, as she may see it. Raises NotAllowed for everybody else.

    `with_files`: what is in her files too, each with its own row in the log.
    """
    require(actor, Permission.COURSE_READ, course=course_id)
    if not actor.is_citizen:
        raise NotAllowed(
            "own_record_only", da("Kun borgeren kan hente alt om sig selv. Spørg koordinatoren.")
        )
    open_record(actor, course_id, page, kind=kind)
    for file_id in files.readable(course_id) if with_files else []:
        note_fetch(actor, file_id)
    return as_one_record(course_id, everything(actor, course_id))


def as_one_record(course_id: UUID, found: list[Record]) -> OwnRecord:
    """The records with the names of those whom they name by key."""
    given = _names_given(found)
    records = [_as_told(record, given) for record in found]
    named = {person for record in records for person in record.people()}
    units = {row.id: row.name for row in people.units()}
    return OwnRecord(course_id, now(), records, people.persons(sorted(named)), units)


def _names_given(found: list[Record]) -> set[UUID]:
    """Those who looked whose name she was given when she asked: known to her ever after."""
    asked = (row for record in found if record.table == "access_name_ask" for row in record.rows)
    return {row["looker"] for row in asked if row["name"]}


def _as_told(record: Record, given: set[UUID]) -> Record:
    """Who looked is told by name or by unit, as on the page of looks (F3)."""
    if record.table == "access_name_ask":  # the answer says the name, or does not
        return replace(record, rows=[row | {"looker": None} for row in record.rows])
    if record.table in IN_EMERGENCY:
        return replace(record, rows=[_by_unit(record.table, row) for row in record.rows])
    if record.table != "access_look":
        return record
    where: dict[UUID, UUID] = {unit.id: unit.organisation_id for unit in people.units()}
    named = named_by(set(where.values()))
    rows = [
        row
        if shows_name(
            named.get(where.get(row["unit"], NOWHERE), Named.NETWORK),
            in_network=row["role"] in NAMED_TO_HER,
        )
        or row["role"] == CourseRole.CITIZEN
        or row["person"] in given
        else row | {"person": None}
        for row in record.rows
    ]
    return replace(record, rows=rows)


def _by_unit(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Who read in an emergency is told by unit, until she asks for the name (F3)."""
    nameless = {key: None for key in ("person", "given_by", "actor") if key in row}
    return row | nameless if IN_EMERGENCY[table](row) else row
