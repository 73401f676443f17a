"""Tables of the room, by what they are about."""

from landfast.meetings.models.formats import Format
from landfast.meetings.models.holding import MeetingAgreement, Reflection, RoomAct, Turn
from landfast.meetings.models.inviting import Invite
from landfast.meetings.models.meeting import Coming, Meeting, Participant, Theme
from landfast.meetings.models.minutes import Minutes, Passage
from landfast.meetings.models.planning import PlanRun
from landfast.meetings.models.pulse import Pulse

__all__ = [
    "Coming",
    "Format",
    "Invite",
    "Meeting",
    "MeetingAgreement",
    "Minutes",
    "Participant",
    "Passage",
    "PlanRun",
    "Pulse",
    "Reflection",
    "RoomAct",
    "Theme",
    "Turn",
]
