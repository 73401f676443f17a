"""The citizen moves to another municipality."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending
from landfast.course.rules.ending import MovingFacts
from landfast.journeys._leaving import settle
from landfast.plan.actions.following import leave_to_tell


@journey
def move_away(*, actor: Actor, course_id: UUID, facts: MovingFacts) -> int:
    """The course closes here; what the citizen says yes to is left to the actor to tell there.

    Answers how much is left to say aloud.
    """
    left = settle(actor, course_id)
    if facts.told_on.strip():
        leave_to_tell(
            actor=actor, course_id=course_id, place=facts.moves_to, words=facts.told_on
        )  # fmt: skip
    ending.move_away(actor=actor, course_id=course_id, facts=facts)
    return left
