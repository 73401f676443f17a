"""Moving a course from one state to another: dated, with an actor and a reason."""

from typing import Any
from uuid import UUID

from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Topic
from landfast.course import models
from landfast.course.rules import states
from landfast.course.rules.words import State
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound


def locked(course_id: UUID) -> models.Course:
    """The course, locked until the transaction ends; what is hidden does not exist."""
    course = models.Course.objects.select_for_update().filter(scope_id=course_id).first()
    if course is None:
        raise NotFound
    return course


def move(
    actor: Actor,
    course: models.Course,
    to: State,
    *,
    reason: str,
    facts: dict[str, Any] | None = None,
) -> None:
    """Move a locked course along the machine. Callers have asked access and their own guards."""
    before = State(course.state)
    states.check_possible(before, to)
    models.StateChange(
        course=course, before=before, after=to, at=now(), actor_id=actor.person_id,
        reason=reason, facts=facts or {}, created_at=now(),
    ).save(force_insert=True)  # fmt: skip
    course.state, course.state_since = to, now()
    course.save(update_fields=["state", "state_since"])
    record(actor, f"course.moved.{to.name.lower()}", course, topic=Topic.FRAME, before=before)
