"""Which courses are kept apart, for who may know of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access import models
from landfast.access.actor import Actor
from landfast.access.rules import Apart
from landfast.kernel.ids import PersonId


@dataclass(frozen=True)
class ApartRow:
    """Why, since when, and which leader knows of it."""

    why: Apart
    since: datetime
    leader: str
    leader_id: PersonId


def kept_apart(course_id: UUID) -> ApartRow | None:
    """Is the course kept apart now?"""
    return apart_of([course_id]).get(course_id)


def apart_of(course_ids: Collection[UUID]) -> dict[UUID, ApartRow]:
    """Those of them that are kept apart now, and how; one query."""
    rows = models.KeptApart.objects.filter(scope_id__in=list(course_ids), lifted_at=None)
    return {
        row.scope_id: ApartRow(
            Apart(row.why), row.since, row.leader.name, PersonId(row.leader_id)
        )
        for row in rows.select_related("leader").order_by("scope_id")
    }  # fmt: skip


def is_apart(*, actor: Actor, course_id: UUID) -> bool:
    """Is it kept apart, for who may know of it?"""
    del actor  # the database knows who acts
    return kept_apart(course_id) is not None
