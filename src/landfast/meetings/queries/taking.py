"""Who writes the minutes of a meeting beside the one who leads."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.meetings import models
from landfast.meetings.rules.taking import takes_minutes


def is_taker(actor: Actor, meeting_id: UUID) -> bool:
    """Was the actor named to take the minutes of this meeting, and was she there?"""
    seats = models.Participant.objects.filter(meeting_id=meeting_id, person_id=actor.person_id)
    return any(
        takes_minutes(part, was_there=bool(was_there), is_guest=is_guest)
        for part, was_there, is_guest in seats.values_list("part", "was_there", "is_guest")
    )
