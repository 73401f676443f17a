"""What is said at the door of the room, before a meeting begins."""

from dataclasses import dataclass

from landfast.kernel.clock import date_in_denmark, today
from landfast.meetings.queries import MeetingView
from landfast.meetings.rules import Attends


@dataclass(frozen=True)
class Door:
    """What the citizen has said of the day, and whether the day has come."""

    cannot: bool
    """She cannot that day: a new one is found, or she says how it is held."""
    agreed: list[str]
    """Held without her: the points that she has said yes to."""
    kept: list[str]
    """And those that are kept for next time."""
    is_early: bool


def door(meeting: MeetingView) -> Door:
    """Before the button: what she said comes first, then whether it is the day."""
    points = meeting.themes if meeting.attends is Attends.POINTS else ()
    return Door(
        meeting.attends is Attends.NOT_TODAY,
        [one.words for one in points if one.is_agreed],
        [one.words for one in points if not one.is_agreed],
        bool(meeting.starts_at and date_in_denmark(meeting.starts_at) > today()),
    )
