"""The citizen reads everything that stands about her, or takes it home (indsigt, F6)."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looking import open_record
from landfast.access.queries import require
from landfast.access.records import Record, everything
from landfast.access.roles import NAMED_TO_HER
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.people import queries as people
from landfast.people.queries import PersonCard


@dataclass(frozen=True)
class OwnRecord:
    """All of it, at one moment."""

    course_id: UUID
    made_at: datetime
    records: list[Record]
    people: dict[PersonId, PersonCard]
    units: dict[UnitId, str]


def read_own_record(actor: Actor, course_id: UUID, *, page: str) -> OwnRecord:
    """Everything about the citizen, as she may see it. Raises NotAllowed for everybody else."""
    require(actor, Permission.COURSE_READ, course=course_id)
    if not actor.is_citizen:
        raise NotAllowed(
            "own_record_only", da("Kun borgeren kan hente alt om sig selv. Spørg koordinatoren.")
        )
    open_record(actor, course_id, page)
    records = [_as_told(record) for record in everything(actor, course_id)]
    named = {person for record in records for person in record.people()}
    units = {row.id: row.name for row in people.units()}
    return OwnRecord(course_id, now(), records, people.persons(sorted(named)), units)


def _as_told(record: Record) -> Record:
    """Who looked from outside her team is told by unit, as on the page of looks (F3)."""
    if record.table != "access_look":
        return record
    rows = [row if row["role"] in NAMED_TO_HER else row | {"person": None} for row in record.rows]
    return replace(record, rows=rows)
