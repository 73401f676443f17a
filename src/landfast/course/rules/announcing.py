"""A new coordinator is announced beforehand where it can be done (relationskontinuitet, B6).

What is known before it begins is told before it begins: the successor's yes tells the citizen in
the same act, and the course changes hands on the day that was set, not earlier (S003).
"""

from datetime import date, timedelta

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

AHEAD_MAX = timedelta(days=92)
"""So far ahead a change can be set (D)."""


def check_begins(begins_on: date | None, today: date) -> None:
    """A day that is set lies ahead, within three months; none: it changes with the yes (B6)."""
    if begins_on is not None and not today < begins_on <= today + AHEAD_MAX:
        raise Wrong(
            "begins_ahead", da("Vælg en dag fra i morgen og højst tre måneder frem."), "begins_on"
        )


def begins_later(begins_on: date | None, today: date) -> bool:
    """Does a yes today only tell of the change, which begins on its own day (B6)?"""
    return begins_on is not None and today < begins_on


def check_promised_once(*, is_promised: bool) -> None:
    """The yes has been given, and the citizen knows the day: it stands (B6)."""
    if is_promised:
        raise NotNow(
            "begins_on_its_day",
            da("Du har sagt ja. Borgeren kender dagen. Tag over, når den er der."),
        )


def was_announced(promised_on: date | None, began_on: date) -> bool:
    """Did the citizen know before it began? If not, her page says so honestly (B6)."""
    return promised_on is not None and promised_on < began_on
