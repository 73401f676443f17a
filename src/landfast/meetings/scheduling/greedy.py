"""As one plans by telephone: in the order they were asked for, each at the first time that is free.

The measure that the solver is held against, and where it begins from.
"""

from landfast.meetings.scheduling.diary import Diary
from landfast.meetings.scheduling.explaining import why_not
from landfast.meetings.scheduling.possible import Calendar, Option
from landfast.meetings.scheduling.shapes import Meeting, Placed, Plan, Problem


def first_come(problem: Problem) -> Plan:
    """Each meeting in the order of the problem at the earliest time left.

    Locked ones come first, then those that have a time: they keep it where they can.
    """
    calendar = Calendar(problem)
    placed = place_in_turn(calendar)
    left = [meeting for meeting in problem.meetings.values() if meeting.id not in placed]
    return Plan(placed, {meeting.id: why_not(calendar, meeting) for meeting in left})


def place_in_turn(calendar: Calendar) -> dict[str, Placed]:
    """What is placed so."""
    diary = Diary(calendar)
    placed: dict[str, Placed] = {}
    meetings = calendar.problem.meetings.values()
    for meeting in sorted(meetings, key=_turn):
        for option in sorted(calendar.options(meeting), key=_earliest):
            if found := diary.fits(option):
                diary.take(option, found)
                placed[meeting.id] = found
                break
    return placed


def _turn(meeting: Meeting) -> tuple[bool, bool]:
    return not (meeting.stands and meeting.stands.is_locked), meeting.stands is None


def _earliest(option: Option) -> tuple[bool, int]:
    return any(cost.kind == "moved" for cost in option.costs), option.start
