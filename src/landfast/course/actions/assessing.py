"""Answering the criteria one by one (product A2, domain A4)."""

from datetime import datetime
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.phases import locked
from landfast.course.rules import intake as rules
from landfast.course.rules.words import State
from landfast.kernel.clock import now


@action
def assess(
    *,
    actor: Actor,
    course_id: UUID,
    answers: list[rules.Answered],
    read_at: datetime | None = None,
) -> None:
    """Answer criteria, each with a reason. Nothing is concluded from them (domain A4).

    `read_at`: when the page was opened; what a colleague answered later is not written over.
    """
    require(actor, Permission.COURSE_MOVE, course=course_id)
    course = locked(course_id)
    rules.check_in_intake(State(course.state))
    known = frozenset(course.programme.criteria.values_list("id", flat=True))
    rules.check_answers(answers, known)
    wanted = {answered.criterion_id: answered for answered in answers}
    there = {
        row.criterion_id: row
        for row in models.Assessment.objects.filter(course=course).select_related("assessed_by")
    }
    changed = [answered for answered in wanted.values() if not _same(there, answered, course)]
    rules.check_nobody_answered_since(_others(actor, there, changed, read_at))
    for answered in changed:
        _write(actor, course, there.get(answered.criterion_id), answered)
    record(actor, "intake.assessed", course, topic=Topic.FRAME, criteria=len(changed))


def _same(
    there: dict[UUID, models.Assessment], answered: rules.Answered, course: models.Course
) -> bool:
    row = there.get(answered.criterion_id)
    return (
        row is not None
        and row.assessed_at >= course.state_since
        and (row.answer, row.reason) == (answered.answer.value, answered.reason.strip())
    )


def _others(
    actor: Actor,
    there: dict[UUID, models.Assessment],
    changed: list[rules.Answered],
    read_at: datetime | None,
) -> str | None:
    """Who else has answered one of these since the page was opened."""
    for answered in changed:
        row = there.get(answered.criterion_id)
        if row and read_at and row.assessed_at > read_at and row.assessed_by_id != actor.person_id:
            return row.assessed_by.name
    return None


def _write(
    actor: Actor, course: models.Course, row: models.Assessment | None, answered: rules.Answered
) -> None:
    if row is None:
        models.Assessment(
            course=course, criterion_id=answered.criterion_id, answer=answered.answer,
            reason=answered.reason.strip(), assessed_by_id=actor.person_id, assessed_at=now(),
            created_at=now(),
        ).save(force_insert=True)  # fmt: skip
        return
    row.answer, row.reason = answered.answer, answered.reason.strip()
    row.assessed_by_id, row.assessed_at = actor.person_id, now()
    row.save(update_fields=["answer", "reason", "assessed_by", "assessed_at"])
