"""The citizen moves to another municipality."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending
from landfast.course.rules.ending import MovingFacts
from landfast.journeys._leaving import settle


@journey
def move_away(*, actor: Actor, course_id: UUID, facts: MovingFacts) -> None:
    """The course closes here; what goes along is what the citizen has said yes to."""
    settle(actor, course_id)
    ending.move_away(actor=actor, course_id=course_id, facts=facts)
