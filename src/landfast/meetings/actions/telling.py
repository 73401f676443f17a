"""She is told of a meeting that was held about her without her (A12 M-06, domain 0.10)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.meetings.actions.locking import locked
from landfast.meetings.rules import MeetingState, without
from landfast.meetings.rules.formats import Citizen


@action
def tell_citizen(*, actor: Actor, meeting_id: UUID, how: str) -> None:
    """What she was told of the meeting, and how; before anybody gets the minutes."""
    meeting = locked(actor, meeting_id, Permission.MEETING_LEAD)
    without.check_tells(
        Citizen(meeting.format.citizen), told_at=meeting.told_at, how=how,
        is_held=MeetingState(meeting.state) is MeetingState.HELD,
    )  # fmt: skip
    meeting.told_at, meeting.told_words = now(), how.strip()
    meeting.save(update_fields=["told_at", "told_words"])
    record(actor, "meeting.citizen_told", meeting)
