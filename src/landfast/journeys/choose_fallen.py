"""What fell away with the course is held after all, or let be: her choice (domain 0.1)."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.journeys._leads import who_leads
from landfast.meetings import actions


@journey
def hold_again(
    *, actor: Actor, course_id: UUID, meeting_id: UUID, citizen_said_so: bool = False
) -> bool:
    """A meeting that fell away is held, led by who holds the course now; is it called?"""
    return actions.hold_again(
        actor=actor, meeting_id=meeting_id, leader_id=who_leads(actor, course_id),
        citizen_said_so=citizen_said_so,
    )  # fmt: skip
