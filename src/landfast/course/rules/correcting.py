"""Something about the citizen does not fit (berigtigelse, GDPR art. 16 and 19; product F6)."""

from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

WORDS_MAX = 500


class CorrectionState(StrEnum):
    """What became of the wish to have something corrected."""

    ASKED = "asked"
    CORRECTED = "corrected"
    STANDS = "stands"


def check_words(words: str) -> None:
    """What does not fit is said in her own words; nothing else is asked."""
    if not words.strip():
        raise Wrong("no_words", da("Skriv, hvad der ikke passer."), "words")


def check_answer(note: str, *, is_open: bool) -> None:
    """She is told in words what was corrected, or why it stands; once (GDPR art. 12(4))."""
    if not is_open:
        raise NotNow("corrected_already", da("Der er allerede svaret. Borgeren kan spørge igen."))
    if not note.strip():
        raise Wrong("no_note", da("Skriv svaret til borgeren."), "note")
