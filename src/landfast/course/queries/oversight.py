"""A unit's courses for its leaders: numbers by phase, and by name those that nobody holds."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import DateField, QuerySet, Value

from landfast.course import models
from landfast.course.rules import states
from landfast.course.rules.words import HolderKind, State
from landfast.kernel.clock import DENMARK
from landfast.kernel.ids import UnitId
from landfast.kernel.reading import IDS, Once

AT_MOST = 100  # citizens by name on one page


@dataclass(frozen=True)
class InState:
    """How many courses are in a state, and for how long on the average."""

    state: State
    count: int
    days: int


@dataclass(frozen=True)
class Unheld:
    """A citizen without a coordinator: waiting, come back, or covered by the daily lead."""

    course_id: UUID
    citizen: str
    state: State
    since: date
    cover: str
    cover_until: date | None


@dataclass(frozen=True)
class Carries:
    """Who holds how many of the units' courses."""

    person_id: UUID
    name: str
    phone: str
    held: int
    as_cover: int


def by_state(unit_ids: list[UnitId]) -> list[InState]:
    """Courses by phase with the mean time in it so far (product A: time in each phase).

    Counts only, from a function of the database: no citizen leaves it.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select state, courses, age from course_count_by_state(%s::uuid[])", [unit_ids]
        )
        found = {state: (count, age) for state, count, age in cursor.fetchall()}
    return [
        InState(s, found[s.value][0], found[s.value][1].days) for s in State if s.value in found
    ]


def _unheld(units: list[UUID]) -> "QuerySet[Any, Any]":
    waiting = models.Course.objects.filter(
        unit_id__any_of=units, state__in=(State.WAITING, State.REOPENED)
    ).values_list(
        "scope_id", "citizen__name", "state", "state_since", Value(""),
        Value(None, output_field=DateField()),
    )  # fmt: skip
    covered = models.Coordinatorship.objects.filter(
        ended_at=None, cover_until__isnull=False, kind=HolderKind.COVER,
        course__unit_id__any_of=units
    ).values_list(
        "course_id", "course__citizen__name", "course__state", "starts_at", "person__name",
        "cover_until",
    )  # fmt: skip
    return waiting.union(covered, all=True).order_by("state_since", "scope_id")[:AT_MOST]


_UNHELD = Once(_unheld, IDS)


def unheld(unit_ids: list[UnitId]) -> list[Unheld]:
    """Citizens without a coordinator, by name, the longest wait first (lessons 1)."""
    return [
        Unheld(course, citizen, State(state), since.astimezone(DENMARK).date(), cover, until)
        for course, citizen, state, since, cover, until in _UNHELD(unit_ids)
    ]


def carried(unit_ids: list[UnitId]) -> list[Carries]:
    """Who holds the units' running courses, and how many as cover; by name. Counts only."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select p.id, p.name, p.phone, c.held, c.as_cover"
            " from course_count_carried(%s::uuid[], %s::text[]) c"
            " join people_person p on p.id = c.person_id order by p.sort_key, p.id",
            [unit_ids, [state.value for state in states.NEEDS_COORDINATOR]],
        )
        return [Carries(*row) for row in cursor.fetchall()]
