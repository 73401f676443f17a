"""Whose course it is and who holds it: one query for any number of courses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, FilteredRelation, Q

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
    holder_id: PersonId | None


def whose(course_ids: Iterable[UUID]) -> dict[UUID, WhoseCourse]:
    """Names, telephone, phase and holder of these courses; what is hidden is left out."""
    open_now = Q(coordinatorships__ended_at__isnull=True)
    rows = (
        models.Course.objects.filter(scope_id__any_of=course_ids)
        .annotate(held=FilteredRelation("coordinatorships", condition=open_now))
        .annotate(holder_id=F("held__person_id"))
        .select_related("citizen")
        .order_by("citizen__sort_key", "scope_id")
    )
    return {
        row.scope_id: WhoseCourse(
            row.scope_id, PersonId(row.citizen.person_id), row.citizen.name, row.citizen.called,
            row.citizen.phone, State(row.state), row.state_since,
            PersonId(row.holder_id) if row.holder_id else None,
        )
        for row in rows
    }  # fmt: skip


def whose_one(course_id: UUID) -> WhoseCourse:
    """One course by its citizen's name; what is hidden does not exist."""
    found = whose([course_id]).get(course_id)
    if found is None:
        raise NotFound
    return found
