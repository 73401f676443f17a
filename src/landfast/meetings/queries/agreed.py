"""The date that was agreed on, between one meeting and the next."""

from collections.abc import Iterable
from datetime import datetime

from landfast.meetings.queries.shapes import MeetingRow
from landfast.meetings.rules import MeetingState

AHEAD = frozenset({MeetingState.PREPARING, MeetingState.CALLED, MeetingState.RUNNING})


def agreed_on(rows: Iterable[MeetingRow], moment: datetime) -> datetime | None:
    """The next date that was said aloud at the last meeting, while nothing is prepared for it.

    Out of rows that were read already: the date must not vanish between two meetings (A4).
    """
    known = list(rows)
    held = [row for row in known if row.state is MeetingState.HELD and row.starts_at]
    if not held or any(row.state in AHEAD for row in known):
        return None
    last = max(held, key=lambda row: row.starts_at or moment)
    return last.next_on if last.next_on and last.next_on > moment else None
