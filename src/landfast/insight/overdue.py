"""The list behind a unit's count of agreements past their date: whom the leader can call."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import list_records
from landfast.course.queries.names import WhoseCourse, whose
from landfast.insight.overview import overseen
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.queries import PersonCard
from landfast.plan.queries.leaving import OverdueCourse, overdue_courses


@dataclass(frozen=True)
class Behind:
    """One course behind the count, and who holds it: never what was agreed, nor by whom."""

    row: OverdueCourse
    course: WhoseCourse
    holder: PersonCard | None


@dataclass(frozen=True)
class OverdueList:
    """A unit's courses with agreements past their date."""

    unit: str
    courses: list[Behind]


def overdue_of_unit(actor: Actor, unit_id: UUID) -> OverdueList:
    """The courses behind the count, the oldest date first; the frame, never the content."""
    if unit_id not in overseen(actor):
        raise NotFound
    rows = overdue_courses(unit_id, today())
    list_records(actor, [row.course_id for row in rows], "Aftaler over tid (liste)")
    courses = whose(row.course_id for row in rows)
    cards = people.persons([c.holder_id for c in courses.values() if c.holder_id])
    unit = people.unit(unit_id)
    found = [
        Behind(row, course, cards.get(course.holder_id) if course.holder_id else None)
        for row in rows if (course := courses.get(row.course_id))
    ]  # fmt: skip
    return OverdueList(unit.name if unit else "", found)
