"""Whose course it is and who holds it: one query for any number of courses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.course import models
from landfast.course.rules.words import State
from landfast.kernel.ids import PersonId
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
    sort_key: str


def whose(course_ids: Iterable[UUID]) -> dict[UUID, WhoseCourse]:
    """Names, telephone and phase of these courses; what the actor cannot see is left out."""
    rows = models.Course.objects.filter(scope_id__in=list(course_ids)).select_related("citizen")
    return {
        row.scope_id: WhoseCourse(
            row.scope_id, PersonId(row.citizen.person_id), row.citizen.name, row.citizen.called,
            row.citizen.phone, State(row.state), row.state_since, row.citizen.sort_key,
        )
        for row in rows.order_by("citizen__sort_key", "scope_id")
    }  # fmt: skip


def whose_one(course_id: UUID) -> WhoseCourse:
    """One course by its citizen's name; what is hidden does not exist."""
    found = whose([course_id]).get(course_id)
    if found is None:
        raise NotFound
    return found


def holders(course_ids: Iterable[UUID]) -> dict[UUID, PersonId]:
    """Who has the main responsibility of each of these courses now."""
    rows = models.Coordinatorship.objects.filter(course_id__in=list(course_ids), ended_at=None)
    return {
        course: PersonId(person) for course, person in rows.values_list("course_id", "person_id")
    }
