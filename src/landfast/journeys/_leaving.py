"""What every ending of a course does in the rooms above it, before the team's access ends."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.consent.actions import end_all
from landfast.meetings import queries as meetings
from landfast.meetings.actions.preparing import cancel_meeting
from landfast.meetings.rules import MeetingState
from landfast.plan.actions.following import hand_to_professionals

AHEAD = frozenset({MeetingState.PREPARING, MeetingState.CALLED})


def settle(actor: Actor, course_id: UUID) -> None:
    """Open agreements become the professionals' tasks, meetings fall away, consents end (0.1)."""
    hand_to_professionals(actor=actor, course_id=course_id)
    for meeting in meetings.meetings_of(course_id):
        if meeting.state in AHEAD:
            cancel_meeting(actor=actor, meeting_id=meeting.id, reason="Forløbet er slut")
    end_all(actor=actor, course_id=course_id)
