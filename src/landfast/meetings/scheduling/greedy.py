"""As one plans by telephone: in the order they were asked for, each at the first time that is free.

The measure that the solver is held against, and where it begins from.
"""

from landfast.meetings.scheduling.diary import Diary
from landfast.meetings.scheduling.explaining import why_not
from landfast.meetings.scheduling.possible import Calendar
from landfast.meetings.scheduling.shapes import Placed, Plan, Problem


def first_come(problem: Problem) -> Plan:
    """Each meeting in the order of the problem at the earliest time left; locked ones first."""
    calendar = Calendar(problem)
    placed = place_in_turn(calendar)
    left = [meeting for meeting in problem.meetings.values() if meeting.id not in placed]
    return Plan(placed, {meeting.id: why_not(calendar, meeting) for meeting in left})


def place_in_turn(calendar: Calendar) -> dict[str, Placed]:
    """What is placed so."""
    diary = Diary(calendar)
    placed: dict[str, Placed] = {}
    meetings = calendar.problem.meetings.values()
    for meeting in sorted(meetings, key=lambda m: not (m.stands and m.stands.is_locked)):
        for option in sorted(calendar.options(meeting), key=lambda option: option.start):
            if found := diary.fits(option):
                diary.take(option, found)
                placed[meeting.id] = found
                break
    return placed
