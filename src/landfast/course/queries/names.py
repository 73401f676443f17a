"""Whose course it is and who holds it: one query for any number of courses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access.roles import CourseRole
from landfast.course.rules.words import State
from landfast.kernel.ids import PersonId
from landfast.kernel.reading import Question, answered
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

    @property
    def rests(self) -> bool:
        """Is it on a pause (bero)?"""
        return self.state is State.PAUSED


def whose(course_ids: Iterable[UUID]) -> dict[UUID, WhoseCourse]:
    """Names, telephone, phase and holder of these courses; what is hidden is left out."""
    return answered(asking_whose(course_ids))


def asking_whose(course_ids: Iterable[UUID]) -> Question[dict[UUID, WhoseCourse]]:
    """The same, to be sent with others: one question with one condition (decision 34)."""
    return Question(
        "select * from course_frame(%s::uuid[])",
        [list(course_ids)],
        lambda found: {row[0]: _whose(row) for row in found},
    )


def _whose(row: tuple[Any, ...]) -> WhoseCourse:
    scope, citizen, name, called, phone, state, since, holder = row
    return WhoseCourse(
        scope, PersonId(citizen), name, called, phone, State(state), since,
        PersonId(holder) if holder else None,
    )  # fmt: skip


def asking_frame_of(course_id: UUID) -> Question[tuple[WhoseCourse, frozenset[CourseRole]]]:
    """One course by its citizen's name, and what the actor is to it; else it does not exist."""
    return Question("select * from course_frame_of(%s)", [course_id], _frame)


def _frame(found: list[tuple[Any, ...]]) -> tuple[WhoseCourse, frozenset[CourseRole]]:
    if not found:
        raise NotFound
    *whose, roles = found[0]
    return _whose(tuple(whose)), frozenset(map(CourseRole, roles))


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
    unit_id: UUID | None = None
    """Told to those who are let in to a part."""


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
