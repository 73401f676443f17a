"""What courses ask of who holds them, beside the agreements' own life.

A wish for another coordinator, a cover past its days, an empty seat to fill, an agreement whose
maker has left. Four queries, however many courses there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from landfast.course.queries.changing import pending_in
from landfast.course.queries.names import WhoseCourse
from landfast.network.queries import seats_to_find
from landfast.plan.queries.leaving import without_maker
from landfast.programmes.rules import NeedArea


class Asks(StrEnum):
    """What is asked, the most pressing first."""

    COVER_PAST = "cover_past"
    ANOTHER = "another"
    ANEW = "anew"
    SEAT = "seat"


@dataclass(frozen=True)
class Ask:
    """One thing that a course asks of its holder."""

    what: Asks
    course: WhoseCourse
    when: date | None = None
    words: str = ""
    agreement_id: UUID | None = None
    need: NeedArea | None = None
    writes_first: bool = False


def asks(courses: Iterable[WhoseCourse]) -> list[Ask]:
    """Everything that these courses ask of the one who holds their threads."""
    held = {course.course_id: course for course in courses}
    if not held:
        return []
    found = []
    for row in pending_in(held):
        course = held[row.course_id]
        if row.covered_until:
            found.append(Ask(Asks.COVER_PAST, course, row.covered_until))
        if row.answer_by:
            found.append(Ask(Asks.ANOTHER, course, row.answer_by))
    found += [
        Ask(Asks.ANEW, held[row.course_id], row.due_on, row.text, row.id)
        for row in without_maker(held)
    ]
    found += [
        Ask(Asks.SEAT, held[row.course_id], need=row.need, writes_first=row.writes_first)
        for row in seats_to_find(held)
    ]
    order = list(Asks)
    return sorted(found, key=lambda one: order.index(one.what))
