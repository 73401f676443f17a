"""The date that was agreed on, between one meeting and the next."""

from collections.abc import Iterable
from datetime import datetime

from landfast.meetings.queries.shapes import MeetingRow
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.formats import Citizen
from landfast.meetings.rules.preparing import AHEAD


def agreed_on(rows: Iterable[MeetingRow], moment: datetime) -> datetime | None:
    """The next date that was said aloud at the last meeting, while nothing is prepared for it.

    Out of rows that were read already: the date must not vanish between two meetings (A4). It is
    agreed no more when the meeting made for it is cancelled, or the course has ended since.
    """
    known = list(rows)
    held = [row for row in known if row.state is MeetingState.HELD and row.starts_at]
    if not held or any(row.state in AHEAD for row in known):
        return None
    last = max(held, key=lambda row: row.starts_at or moment)
    if last.next_on is None or last.next_on <= moment or last.course_has_ended:
        return None
    return None if any(_called_off(row, last) for row in known) else last.next_on


def called_off(rows: Iterable[MeetingRow], moment: datetime) -> MeetingRow | None:
    """The nearest meeting whose day lies ahead and that others called off, with their reason.

    A day she was told of falls away aloud, not in silence. What fell away with the course is asked
    of her by itself (`fallen`).
    """
    found = [
        (row.starts_at, row)
        for row in rows
        if row.state is MeetingState.CANCELLED and row.cancelled_because and not row.ended
        and row.citizen is not Citizen.ABSENT and row.starts_at and row.starts_at > moment
    ]  # fmt: skip
    return min(found, key=lambda one: one[0])[1] if found else None


def _called_off(row: MeetingRow, last: MeetingRow) -> bool:
    """Is this the meeting of the agreed date, cancelled: made after the last, or on its date?"""
    if row.state is not MeetingState.CANCELLED:
        return False
    is_later = bool(row.made_at and last.held_at and row.made_at > last.held_at)
    return is_later or row.starts_at == last.next_on
