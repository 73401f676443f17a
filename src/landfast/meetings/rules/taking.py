"""Who writes after a meeting: the minute-taker its minutes, the reflector her reflection (A12)."""

from enum import StrEnum

from landfast.meetings.rules.words import Part


class Writes(StrEnum):
    """What waits for somebody who does not lead: after a meeting, or after a no before it."""

    MINUTES = "writes"
    REFLECTION = "reflects"
    SUBSTITUTE = "names"


def takes_minutes(part: str, *, was_there: bool, is_guest: bool) -> bool:
    """Who was named to write the minutes writes them, as who leads can (domain A12).

    She drafts, puts right and shows the citizen. Who gets them is said by who leads. A guest of one
    meeting does not see the rest of the course, and writes none.
    """
    return part == Part.MINUTE_TAKER and was_there and not is_guest
