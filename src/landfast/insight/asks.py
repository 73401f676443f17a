"""What waits for who holds courses, beside the agreements' own life.

A wish for another coordinator or for a correction, a cover past its days, an empty seat to fill,
an agreement whose maker has left or is away, what a leader answered or has not answered in time,
a plan that stands still, and an offer to take a course over. One query, however many courses
there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from landfast.course.queries.names import WhoseCourse
from landfast.network.rules import SeatAnswer, is_to_find, missing_seats
from landfast.plan.queries.holder import HolderRow, waits_for_holder
from landfast.programmes.rules import NeedArea


class Asks(StrEnum):
    """What is asked, the most pressing first."""

    COVER_PAST = "cover_past"
    REFUSED = "refused"
    UNDECIDED = "undecided"
    GRANTED = "granted"
    ANOTHER = "another"
    CORRECTION = "correction"
    ANEW = "anew"
    AWAY = "away"
    STILL = "still"
    SEAT = "seat"
    OFFER = "offer"


@dataclass(frozen=True)
class Ask:
    """One thing that is asked of the one who holds a course, or is to hold it."""

    what: Asks
    course_id: UUID
    name: str
    about: UUID
    when: date | None = None
    words: str = ""
    need: NeedArea | None = None
    writes_first: bool = False
    named: str = ""


def asks(held: Mapping[UUID, WhoseCourse]) -> list[Ask]:
    """Everything that these courses ask of their holder, and courses that the actor may take."""
    found = [_ask(row, held) for row in waits_for_holder(held) if _is_asked(row)]
    order = list(Asks)
    return sorted(found, key=lambda one: order.index(one.what))


def _is_asked(row: HolderRow) -> bool:
    """A seat is a task when she has said yes to it, and while nobody sits there (B4)."""
    if row.what != Asks.SEAT:
        return True
    wanted = is_to_find(SeatAnswer(row.named))
    return wanted and bool(missing_seats([NeedArea(row.words)], row.there))


def _ask(row: HolderRow, held: Mapping[UUID, WhoseCourse]) -> Ask:
    what = Asks(row.what)
    name = row.named if what is Asks.OFFER else held[row.course_id].name
    if what is Asks.SEAT:
        writes_first = row.named == SeatAnswer.WRITE
        return Ask(
            what, row.course_id, name, row.about, need=NeedArea(row.words),
            writes_first=writes_first,
        )  # fmt: skip
    who = row.named if what is not Asks.OFFER else ""
    return Ask(what, row.course_id, name, row.about, row.day, row.words, named=who)
