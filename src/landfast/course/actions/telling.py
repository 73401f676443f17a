"""She hears the answer of intake, and that is written down (decision 66)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import end_grants, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.phases import locked
from landfast.course.rules import told as rules
from landfast.course.rules.words import State, ToldHow
from landfast.kernel.clock import now


@action
def note_told(*, actor: Actor, course_id: UUID, how: ToldHow) -> None:
    """She has heard the answer from us: who told her, when and how. Once for each answer.

    With a no intake's access ends then.
    """
    require(
        actor, Permission.COURSE_SEE_FRAME, course=course_id, also=rules.check_may_note_told
    )  # fmt: skip
    course = locked(course_id)
    answer = _stands(course)
    rules.check_waits_to_hear(
        is_answered=answer is not None, is_told=bool(answer and answer.told_at)
    )
    if answer is None:  # the check has refused; this is for the reader of types
        return
    answer.told_at, answer.told_by_id, answer.told_how = now(), actor.person_id, how
    answer.save(update_fields=["told_at", "told_by", "told_how"])
    record(actor, "intake.told", answer, topic=Topic.FRAME, how=how)
    if course.state == State.DECLINED:
        end_grants(actor, course=course.id, roles=frozenset({CourseRole.INTAKE}))


def _stands(course: models.Course) -> models.Decision | None:
    """The last answer; none while it is looked at anew."""
    rows = models.Decision.objects.filter(course=course, confirmed_at__isnull=False)
    if course.state == State.ASSESSMENT:
        rows = rows.filter(proposed_at__gte=course.state_since)
    return rows.order_by("-confirmed_at", "-id").first()
