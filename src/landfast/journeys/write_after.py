"""What waits to be written after a meeting, for who has no Monday (Åben Dialog, domain A12)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looking import list_records
from landfast.course.queries.names import whose
from landfast.meetings.queries.around import Near
from landfast.meetings.queries.to_write import to_write
from landfast.meetings.rules.taking import Writes


@dataclass(frozen=True)
class WriteRow:
    """One meeting, what is to be written, and about whom."""

    what: Writes
    called: str
    meeting: Near


def my_writing(actor: Actor, listed: Collection[UUID] = ()) -> list[WriteRow]:
    """Minutes and reflections that wait for the actor: a row in the log for each not `listed`."""
    rows = [(what, met) for what, met in to_write() if what is not Writes.SUBSTITUTE]
    courses = {met.course_id for _what, met in rows}
    if not courses:
        return []
    list_records(actor, courses - set(listed), "Invitationer (liste)")
    names = whose(courses)
    return [
        WriteRow(what, names[met.course_id].name, met)
        for what, met in rows
        if met.course_id in names
    ]
