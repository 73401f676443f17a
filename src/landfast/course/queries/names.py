"""Whose course it is and who holds it: one query for any number of courses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import FilteredRelation, Q, QuerySet
from django.db.models.expressions import RawSQL

from landfast.access.roles import CourseRole
from landfast.course import models
from landfast.course.rules.words import State
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.reading import DAY, IDS, Once
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class WhoseCourse:
    """A course by its citizen's name, as those who reach its frame may know it."""

    course_id: UUID
    citizen_person_id: PersonId
    name: str
    called: str
    phone: str
    state: State
    state_since: datetime
    holder_id: PersonId | None


COLUMNS = (
    "scope_id", "citizen__person_id", "citizen__name", "citizen__called", "citizen__phone",
    "state", "state_since", "held__person_id",
)  # fmt: skip
# the newest event of each by the index of events; not all of them are read
_LAST_ACT = RawSQL(
    'select e.at from access_event e where e.scope_id = "course_course"."id"'
    " order by e.at desc limit 1",
    [],
)


def _holder_away(day: date) -> RawSQL:
    """Asked where the holder is found: a question of its own would be one more."""
    return RawSQL(
        "exists (select from people_leave l where l.person_id = held.person_id"
        " and l.starts_on <= %s and (l.ends_on is null or l.ends_on >= %s))",
        [day, day],
    )


def _courses(courses: list[UUID]) -> QuerySet[models.Course]:
    holds = Q(coordinatorships__ended_at__isnull=True)
    return (
        models.Course.objects.filter(scope_id__any_of=courses)
        .annotate(held=FilteredRelation("coordinatorships", condition=holds))
        .order_by("citizen__sort_key", "scope_id")
    )


_WHOSE = Once(lambda courses: _courses(courses).values_list(*COLUMNS), IDS)
_LATELY = Once(
    lambda courses, day: _courses(courses)
    .annotate(last=_LAST_ACT, holder_away=_holder_away(day))
    .values_list(*COLUMNS, "last", "holder_away"), IDS, DAY,
)  # fmt: skip


def whose(course_ids: Iterable[UUID]) -> dict[UUID, WhoseCourse]:
    """Names, telephone, phase and holder of these courses; what is hidden is left out."""
    return {row[0]: _whose(row) for row in _WHOSE(list(course_ids))}


@dataclass(frozen=True)
class Lately:
    """Courses with what a first look at them needs; one query."""

    whose: dict[UUID, WhoseCourse]
    acts: dict[UUID, datetime]
    """When something last happened in each, as far as the actor may read."""
    holder_away: frozenset[UUID]
    """Those whose holder is on leave today (principle 2)."""


def whose_lately(course_ids: Iterable[UUID]) -> Lately:
    """The same, when something last happened in each, and where the holder is away."""
    rows = _LATELY(list(course_ids), today())
    return Lately(
        {row[0]: _whose(row[:-2]) for row in rows},
        {row[0]: row.last for row in rows if row.last},
        frozenset(row[0] for row in rows if row.holder_away),
    )


def _whose(row: tuple[Any, ...]) -> WhoseCourse:
    scope, citizen, name, called, phone, state, since, holder = row
    return WhoseCourse(
        scope, PersonId(citizen), name, called, phone, State(state), since,
        PersonId(holder) if holder else None,
    )  # fmt: skip


def whose_one(course_id: UUID) -> WhoseCourse:
    """One course by its citizen's name; what is hidden does not exist."""
    found = whose([course_id]).get(course_id)
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class SharedCourse:
    """All that somebody outside the team learns of a course: whose, and whom to ring."""

    course_id: UUID
    name: str
    coordinator: str
    phone: str


def part_courses(role: CourseRole) -> dict[UUID, SharedCourse]:
    """Courses of which the actor is let in to a part in this role."""
    with connection.cursor() as cursor:
        cursor.execute("select * from course_part_whose(%s)", [role.value])
        return {row[0]: SharedCourse(*row) for row in cursor.fetchall()}


def shared_courses(course_ids: list[UUID]) -> dict[UUID, SharedCourse]:
    """Courses of which the citizen has shared something with the actor."""
    with connection.cursor() as cursor:
        cursor.execute("select * from course_shared_whose(%s)", [course_ids])
        return {row[0]: SharedCourse(*row) for row in cursor.fetchall()}
