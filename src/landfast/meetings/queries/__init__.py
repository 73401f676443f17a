"""Reads of meetings: lists and frozen shapes."""

from landfast.meetings.queries.consents import lacking
from landfast.meetings.queries.forms import FormatRow, current, formats
from landfast.meetings.queries.meetings import (
    course_of,
    invitations_of,
    last_and_next,
    meeting,
    meetings_of,
    next_meeting,
    next_meetings,
)
from landfast.meetings.queries.minutes import (
    agreement_ids,
    minutes_of,
    newest,
    published_minutes,
    reflections,
    waiting_for_citizen,
)
from landfast.meetings.queries.parts import PartMeeting, visited, when_visited
from landfast.meetings.queries.room import at_the_table, room
from landfast.meetings.queries.shapes import (
    GuestRow,
    Invitation,
    MeetingRow,
    MeetingView,
    MinutesRow,
    Room,
    ThemeRow,
)

__all__ = [
    "FormatRow", "GuestRow", "Invitation", "MeetingRow", "MeetingView", "MinutesRow",
    "PartMeeting", "Room",
    "ThemeRow", "agreement_ids", "at_the_table", "course_of", "current", "formats",
    "invitations_of", "lacking", "last_and_next", "meeting", "meetings_of", "minutes_of", "newest",
    "next_meeting", "next_meetings", "published_minutes", "reflections", "room",
    "visited", "waiting_for_citizen", "when_visited",
]  # fmt: skip
