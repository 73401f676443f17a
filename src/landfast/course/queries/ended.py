"""Courses that have ended: those that I answered for until then, and those of a leader's units."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.course import models
from landfast.course.rules import ending as rules
from landfast.course.rules.states import OVER
from landfast.course.rules.words import FOR_GOOD, Ending
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import UnitId
from landfast.kernel.reading import Question, answered


@dataclass(frozen=True)
class Asked:
    """Who can open a course again: a leader of its unit, and the number."""

    name: str
    phone: str


@dataclass(frozen=True)
class EndedMine:
    """All that is left to who held, covered or was second of a course until it ended."""

    course_id: UUID
    citizen: str
    ended_at: datetime
    ending: Ending
    unit: str
    leads: tuple[Asked, ...]


class Ended(NamedTuple):
    """A course of a leader's units that is over."""

    course_id: UUID
    citizen: str
    since: date
    ending: Ending
    may_reopen: bool


def held_to_the_end() -> frozenset[UUID]:
    """The courses that I answered for until they ended within the last half year; no name.

    As who held it, covered, or was the second. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute("select course_id from course_ended_keys()")
        return frozenset(key for (key,) in cursor.fetchall())


def ended_mine(actor: Actor, page: str, only: Collection[UUID] | None = None) -> list[EndedMine]:
    """The same with names, the latest first; each is written in the log of looks. One query."""
    return answered(asking_ended_mine(actor, page, only))


def asking_ended_mine(
    actor: Actor, page: str, only: Collection[UUID] | None = None
) -> Question[list[EndedMine]]:
    """The same, to be sent with others."""
    del actor  # the database knows who acts
    note_asked()
    return Question(
        "select * from course_ended_mine(%s::uuid[], %s)",
        [None if only is None else list(only), page],
        lambda found: [_mine(row) for row in found],
    )


def _mine(row: tuple[Any, ...]) -> EndedMine:
    course, citizen, ended_at, ending, unit, leads, phones = row
    asked = tuple(map(Asked, leads or (), phones or ()))
    return EndedMine(course, citizen, ended_at, Ending(ending), unit, asked)


def ended_in_units(actor: Actor, unit_ids: list[UnitId], most: int, page: str) -> list[Ended]:
    """What is over in these units, the latest first, `most` at the most. Two queries."""
    del actor
    note_asked()
    with connection.cursor() as cursor:
        cursor.execute("select course_list_ended(%s::uuid[], %s, %s)", [unit_ids, most, page])
    rows = (
        models.Course.objects.filter(unit_id__any_of=unit_ids, state__in=OVER)
        .exclude(ending="")
        .order_by("-state_since", "scope_id")
        .values_list("scope_id", "citizen__name", "state_since", "ending")[:most]
    )
    return [_ended(*row) for row in rows]


def _ended(course: UUID, citizen: str, since: datetime, ending: str) -> Ended:
    on, how = date_in_denmark(since), Ending(ending)
    return Ended(
        course, citizen, on, how, how not in FOR_GOOD and rules.may_reopen(on, today())
    )  # fmt: skip
