"""What comes from a screen that was without a net: it is done, or it is kept beside what stands.

An act says what its writer saw. Where that still stands the act is done; where it does not, nothing
is changed and nothing is lost: both are shown to who leads, and who leads chooses (product C5).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da


class ActKind(StrEnum):
    """What can be done in the room from any screen, also one without a net."""

    SAY = "say"
    NOTE = "note"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"
    THEME = "theme"
    DECIDES = "decides"
    STAGE = "stage"
    HAND = "hand"
    ANSWERS = "answers"
    TELL = "tell"


class Clash(StrEnum):
    """Why an act was not done: what its writer saw is no longer so."""

    NOTE = "note"
    TURN = "turn"
    PROMISE = "promise"
    CHOICE = "choice"
    RULE = "rule"
    OVER = "over"
    TOLD = "told"


class Choice(StrEnum):
    """What the leader chooses when both are shown."""

    STANDS = "stands"
    LATE = "late"
    BOTH = "both"


PROMISES = frozenset({ActKind.ACCEPT, ActKind.WITHDRAW})
CHOICES = frozenset({ActKind.THEME, ActKind.DECIDES, ActKind.STAGE})
HERS = frozenset({ActKind.HAND, ActKind.ANSWERS})
"""Hers to change at any time: the latest word of hers is the one that counts."""


CLASHES = {
    ActKind.SAY: Clash.TURN,
    ActKind.NOTE: Clash.NOTE,
    ActKind.TELL: Clash.PROMISE,
    **dict.fromkeys(PROMISES, Clash.PROMISE),
    **dict.fromkeys(CHOICES, Clash.CHOICE),
}
"""What an act waits as when what it saw stands no longer."""


@dataclass(frozen=True)
class Seen:
    """What an act saw, and what it wants to be there instead."""

    kind: ActKind
    saw: str
    wants: str = ""


def clash(act: Seen, stands: str | None, *, is_running: bool = True) -> Clash | None:
    """Does what the writer saw still stand? None: then the act is done.

    `stands` is the number of the last turn, the version of the note or of the promise, or the
    choice as it is now; None is: it is not there any more. Of a promise that has been told about:
    what was told, where the act says no more than that, else None.
    """
    if not is_running and act.kind not in PROMISES:
        return Clash.OVER
    agrees = act.kind in {*CHOICES, ActKind.TELL} and act.wants == stands
    if act.kind in HERS or act.saw == stands or agrees:
        return None
    if act.kind is ActKind.TELL and stands is None:
        return Clash.TOLD
    return CLASHES[act.kind]


def choices(
    kind: Clash, act: ActKind, *, is_running: bool = True, may_still: bool = True
) -> tuple[Choice, ...]:
    """What the leader can choose: what stands can stay, and must when the meeting is over.

    `may_still`: what came late can be done to its promise as that stands now. What its rule would
    refuse is not offered.
    """
    if not is_running or not may_still:
        return (Choice.STANDS,)
    if kind is Clash.NOTE:
        return (Choice.STANDS, Choice.LATE, Choice.BOTH)
    if kind is Clash.TOLD:
        return (Choice.STANDS,)
    if act in {ActKind.SAY, ActKind.TELL, *PROMISES, *CHOICES}:
        return (Choice.STANDS, Choice.LATE)
    return (Choice.STANDS,)


def check_choice(chosen: str, offered: Iterable[Choice], *, is_settled: bool) -> Choice:
    """A choice of those offered, made once."""
    if is_settled:
        raise NotNow("settled", da("Der er allerede valgt. Åbn siden igen."))
    if chosen not in list(offered):
        raise Wrong("what_choice", da("Vælg, hvad der skal stå."), "choice")
    return Choice(chosen)


def both(stands: str, late: str) -> str:
    """The two notes under each other: both were written, and neither is lost."""
    return "\n".join(part for part in (stands.strip(), late.strip()) if part)
