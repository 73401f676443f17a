"""Who writes after a meeting: the minute-taker its minutes, the reflector her reflection (A12)."""

from enum import StrEnum

from landfast.meetings.rules.words import Part


class Writes(StrEnum):
    """What waits for somebody who does not lead: after a meeting, or after a no before it."""

    MINUTES = "writes"
    REFLECTION = "reflects"
    SUBSTITUTE = "names"


def takes_minutes(part: str, *, was_there: bool) -> bool:
    """Who was named to write the minutes writes them, as who leads can (domain A12).

    She puts the draft right and shows it to the citizen. Who gets them is said by who leads.
    """
    return part == Part.MINUTE_TAKER and was_there


def makes_draft(part: str, *, was_there: bool, is_guest: bool, closed_itself: bool = False) -> bool:
    """She makes the draft out of the notes too; a guest only when nobody ended the meeting (F2).

    A guest sees neither the notes nor what else was agreed: she writes in the draft that is there.
    """
    return takes_minutes(part, was_there=was_there) and (closed_itself or not is_guest)
