"""Exactly one coordinator: appointing, and what the appointment opens and ends."""

from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.phases import locked, move
from landfast.course.rules.words import HolderKind, State
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId


@action
def appoint_first(
    *, actor: Actor, course_id: UUID, person_id: PersonId, reason: str, override: str = ""
) -> None:
    """The course starts: one coordinator is appointed, and intake's own access ends."""
    require(actor, Permission.COORDINATOR_APPOINT, course=course_id)
    course = locked(course_id)
    move(actor, course, State.START, reason=reason)
    begin_responsibility(
        actor, course, person_id, kind=HolderKind.COORDINATOR, reason=reason, override=override
    )
    end_grants(actor, course=course_id, roles=frozenset({CourseRole.INTAKE}))
    record(
        actor,
        "coordinator.appointed",
        course,
        topic=Topic.FRAME,
        person=person_id,
        override=bool(override),
    )


def begin_responsibility(
    actor: Actor,
    course: models.Course,
    person_id: PersonId,
    *,
    kind: HolderKind,
    reason: str,
    override: str = "",
    cover_until: date | None = None,
) -> None:
    """Somebody takes the main responsibility, from now on, and reaches the whole course."""
    models.Coordinatorship(
        course=course, person_id=person_id, kind=kind, starts_at=now(), cover_until=cover_until,
        reason=reason, override=override, appointed_by_id=actor.person_id, created_at=now(),
    ).save(force_insert=True)  # fmt: skip
    role = CourseRole.COORDINATOR if kind is HolderKind.COORDINATOR else CourseRole.COVER
    grant(actor, course.id, [To(role, reason, person=person_id)])
