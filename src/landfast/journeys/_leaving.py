"""What every ending of a course does in the rooms above it, before the team's access ends."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.consent.actions import end_all
from landfast.meetings.actions import end_with_course
from landfast.plan.actions.following import hand_to_professionals


def settle(actor: Actor, course_id: UUID, *, after_death: bool = False) -> None:
    """Open agreements become tasks, meetings end or fall away, consents end (domain 0.1)."""
    hand_to_professionals(actor=actor, course_id=course_id, after_death=after_death)
    end_with_course(actor=actor, course_id=course_id)
    end_all(actor=actor, course_id=course_id)
