"""A citizen is kept apart: only people who are named know of her course."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access import apart
from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.apart_rows import ApartRow, kept_apart
from landfast.access.looks.looking import open_record
from landfast.access.queries import Reader, readers, require
from landfast.access.rules import Apart, Permission
from landfast.consent.actions import stop_share
from landfast.consent.emergencies import EmergencyRow, in_courses
from landfast.consent.queries import shares
from landfast.consent.rules.emergency import SHOWN
from landfast.course.queries.courses import course_frame
from landfast.course.queries.leads import LEADERS
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.people import queries as people
from landfast.people.queries import PersonCard


@dataclass(frozen=True)
class SeenApart:
    """Whose course, whether it is kept apart, which leaders can be named, who reads it now.

    An emergency that runs goes on: somebody's life may hang on it, and it ends within hours.
    """

    citizen: str
    now: ApartRow | None
    leaders: list[PersonCard]
    readers: list[Reader]
    emergencies: list[EmergencyRow]


def see_apart(actor: Actor, course_id: UUID) -> SeenApart:
    """What is to be seen before a course is kept apart, or not any more."""
    require(actor, Permission.KEEP_APART, course=course_id)
    open_record(actor, course_id, "Holdt adskilt")
    frame = course_frame(course_id)
    staff = people.staff_of([frame.unit_id])
    leaders = {row.person.id: row.person for row in staff if row.role in LEADERS}
    opened = in_courses(actor, [course_id], now() - SHOWN)
    return SeenApart(
        frame.citizen, kept_apart(course_id), list(leaders.values()), readers(course_id),
        [one for one in opened if one.runs],
    )  # fmt: skip


@journey
def keep_apart(*, actor: Actor, course_id: UUID, why: Apart, leader: PersonId) -> None:
    """What is shared with whole places stops; then posts reach the course no more."""
    for row in shares(course_id):
        if row.runs and row.is_many:
            stop_share(actor=actor, course_id=course_id, share_id=row.id)
    apart.keep_apart(actor=actor, course_id=course_id, why=why, leader=leader)
