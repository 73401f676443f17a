"""Meetings that nobody ends: left open, or cut short because the course ends."""

from datetime import datetime, timedelta

from landfast.kernel.clock import DENMARK

LONGEST = timedelta(hours=4)
KEPT_DAYS = 30
"""Days after the last word that the notes of a meeting without minutes are kept (`Keep.DRAFT`)."""


def is_left_open(touched_at: datetime, now: datetime) -> bool:
    """Nobody has touched it since the day before (D); four hours for one that crosses midnight."""
    is_of_today = touched_at.astimezone(DENMARK).date() >= now.astimezone(DENMARK).date()
    return not is_of_today and now - touched_at > LONGEST


def are_notes_to_go(last_word: datetime, now: datetime) -> bool:
    """No minutes came: the notes of the turns go all the same (D, GDPR art. 5(1)(e))."""
    return now - last_word >= timedelta(days=KEPT_DAYS)
