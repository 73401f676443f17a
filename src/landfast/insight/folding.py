"""How much of a Monday is shown whole; the rest is folded behind its number.

A tired coordinator does not read thirty rows. What is folded is counted, not read: nobody's name
or words are fetched for it, and the log has no row of it before it is opened.
"""

from enum import StrEnum

FIRST = 3
"""Of each group: the three to call within ten seconds (moment 7), and as many of the others (D)."""
LINES = 5
"""At most five lines say whom to call (moment 7)."""
QUIET_COURSES = 10
"""On a quiet Monday: those in whom nothing has happened for the longest time (lessons 20, D)."""


class Group(StrEnum):
    """A group that opens in place; the words stand in the page's address."""

    CALLS = "ring"
    SAY = "sig"
    INVITES = "indkaldelser"
    WAITS = "venter"
    WORTH = "vaerd"
    COURSES = "forloeb"
    SECOND = "makker"


def lines_shown(total: int, urgent: int = 0, most: int | None = None) -> int:
    """The first three of a group are shown whole, and all that is urgent besides (moment 7, D).

    Never folded: a promise that was not kept and has not been talked about, up to the five lines
    of a Monday; a cover past its days, since that citizen has nobody; a meeting today or tomorrow.
    The most pressing stands first, so that what is urgent is the beginning of the group. One
    line is not folded alone: what hides it takes as much room.
    """
    shown = max(FIRST, urgent)
    shown += total - shown == 1
    return min(total, shown if most is None else min(shown, most))
