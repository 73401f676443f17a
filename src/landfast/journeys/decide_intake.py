"""The second pair of eyes says yes to what intake proposed, and it takes effect (domain A3)."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import decision
from landfast.course.rules.words import Outcome
from landfast.plan.actions.following import end_proposals


@journey
def confirm_decision(*, actor: Actor, course_id: UUID, decision_id: UUID) -> Outcome:
    """The citizen has her answer; after a no nothing in her plan waits for anybody's yes."""
    outcome = decision.confirm(actor=actor, course_id=course_id, decision_id=decision_id)
    if outcome is Outcome.DECLINED:
        end_proposals(actor=actor, course_id=course_id)
    return outcome
