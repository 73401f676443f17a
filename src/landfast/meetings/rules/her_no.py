"""Her no to somebody at one meeting holds until she says yes herself (principle 1)."""

from collections.abc import Iterable
from enum import StrEnum

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da

REMOVED, ADDED = "meeting.participant_removed", "meeting.participant_added"
ASKED_AGAIN, STANDS = "meeting.asked_again", "meeting.no_stands"
KINDS = (REMOVED, ADDED, ASKED_AGAIN, STANDS)
"""What is told of one person at one meeting, in the course's own history."""


class No(StrEnum):
    """How her no to somebody stands: said, asked about once more, said again."""

    SAID = "said"
    ASKED = "asked"
    AGAIN = "again"


def after(told: Iterable[tuple[str, bool]]) -> No | None:
    """How it stands after all this, oldest first: what was told, and whether a removal was hers.

    Who is added has her yes: nobody is added over her no. She is asked once, also when she says
    her second no by taking the person off the list anew.
    """
    stands: No | None = None
    was_asked = False
    for kind, is_hers in told:
        if kind == ADDED:
            stands = None
        elif kind == ASKED_AGAIN:
            stands, was_asked = No.ASKED, True
        elif kind == STANDS or (kind == REMOVED and is_hers):
            stands = No.AGAIN if was_asked else No.SAID
    return stands


def check_may_add(no: No | None, *, is_her_word: bool) -> None:
    """Nobody is put on the list over her no; who knows of it asks her (principle 1)."""
    if no is not None and not is_her_word:
        raise NotNow(
            "she_said_no",
            da("Borgeren har sagt nej til personen på dette møde. Spørg borgeren først."),
            "guest",
        )


def may_ask_again(no: No | None) -> bool:
    """For buttons; the gate is `check_may_ask_again`."""
    return no is No.SAID


def check_may_ask_again(no: No | None) -> None:
    """She is asked once, with her earlier no before her; then it is the last word."""
    if not may_ask_again(no):
        raise NotNow(
            "asked_once",
            da("Borgeren er spurgt én gang til. Spørg ikke mere. Tal om det, når I ses."),
        )


def check_is_asked(no: No | None) -> None:
    """There is a question to answer."""
    if no is not No.ASKED:
        raise NotNow("not_asked", da("Der er ikke noget at svare på. Se listen igen."))
