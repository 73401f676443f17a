"""Who is the coordinator? Answered to somebody with a ground, and to nobody who guesses (B5)."""

from enum import StrEnum

from landfast.kernel.refusals import TooMany, Wrong
from landfast.kernel.text import da

PAGE = "Hvem er koordinator?"
"""As the look log says it; tries are counted by it."""
TRIES_AN_HOUR, TRIES_A_DAY = 10, 40
"""A reception asks many times a night; who guesses numbers asks more (D)."""


class LookupGround(StrEnum):
    """Why somebody outside the team may know whom to ring (product B5; D)."""

    ADMITTED = "admitted"
    ACUTE = "acute"
    PROBATION = "probation"


GROUND_NAMES: dict[LookupGround, str] = {
    LookupGround.ADMITTED: da("Borgeren er indlagt hos os, eller bliver det nu"),
    LookupGround.ACUTE: da("Jeg er læge eller vagt, og borgeren er hos mig nu"),
    LookupGround.PROBATION: da("Vi har tilsyn med borgeren i Kriminalforsorgen"),
}


def check_number(digits: str) -> None:
    """Ten digits, or there is nobody to look for."""
    if not digits:
        raise Wrong("cpr_ten_digits", da("Skriv borgerens CPR-nummer med ti tal."), "cpr")


def too_many_lookups() -> TooMany:
    """Whoever guesses numbers waits; whom to ring stands on the page all the same."""
    return TooMany(
        "too_many_lookups",
        da("Der er slået for mange numre op. Ring til et af stederne nedenfor."),
    )
