"""What waits to be written after a meeting, for who has no Monday (Åben Dialog, domain A12)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import list_records
from landfast.access.roles import CourseRole
from landfast.course.queries.names import part_courses, whose
from landfast.meetings.queries.around import Near
from landfast.meetings.queries.to_write import to_write, to_write_as_guest
from landfast.meetings.rules.taking import Writes


@dataclass(frozen=True)
class WriteRow:
    """One meeting, what is to be written, and about whom."""

    what: Writes
    called: str
    meeting: Near
    is_guest: bool = False


def my_writing(actor: Actor, listed: Collection[UUID] = ()) -> list[WriteRow]:
    """Minutes and reflections that wait for the actor: a row in the log for each not `listed`."""
    own = [(what, met) for what, met in to_write() if what is not Writes.SUBSTITUTE]
    visited = to_write_as_guest()
    courses = {met.course_id for _what, met in (*own, *visited)}
    if not courses:
        return []
    list_records(actor, courses - set(listed), "Invitationer (liste)")
    names = {key: one.name for key, one in whose({met.course_id for _what, met in own}).items()}
    guests = part_courses(CourseRole.GUEST) if visited else {}
    return [
        *(WriteRow(what, names[met.course_id], met)
          for what, met in own if met.course_id in names),
        *(WriteRow(what, guests[met.course_id].name, met, is_guest=True)
          for what, met in visited if met.course_id in guests),
    ]  # fmt: skip
