"""A passage of minutes is covered, or taken out: with a reason, and a trace (product C6).

What stands in its place is a mark with a number, in every version: a copy of the old words in an
older one would tell what was taken out of the newer. Who may read the words finds them by the mark.
"""

from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules import marks
from landfast.meetings.rules.words import MinutesState

WORDS_MAX, REASON_MAX, WORDS_LEAST = 4000, 300, 2


class Cover(StrEnum):
    """What becomes of a passage: only some read it; nobody; or it is another citizen's."""

    COVERED = "covered"
    TAKEN = "taken"
    ASTRAY = "astray"


def check_redact(state: MinutesState) -> None:
    """Only what is out is covered; before that the text is put right as it is."""
    if not may_redact(state):
        raise NotNow("not_out", da("Referatet er ikke sendt ud. Ret det direkte i stedet."))


def may_redact(state: MinutesState) -> bool:
    """The same rule for a button."""
    return state is MinutesState.PUBLISHED


def check_words(chosen: str, words: str, reason: str) -> str:
    """The words are a whole line, or some of it as they stand there; the reason is for all to read.

    Answers the words.
    """
    wanted = words.strip() or chosen.strip()
    if len(wanted) < WORDS_LEAST:
        raise Wrong("no_passage", da("Vælg den linje, det drejer sig om."), "line")
    if words.strip() and words.strip() not in chosen:
        raise Wrong(
            "not_there", da("Ordene står ikke i linjen. Skriv dem, præcis som de står."), "words"
        )
    left = marks.put(chosen, wanted, "")
    if marks.marks([chosen]) != marks.marks([left]):
        raise Wrong("covered_already", da("Noget af det er allerede dækket."), "line")
    check_covers(chosen, left)
    if not reason.strip():
        raise Wrong("no_reason", da("Skriv hvorfor. Alle, der læser referatet, ser det."), "reason")
    if wanted in reason:
        raise Wrong("told_in_reason", da("Skriv grunden uden de ord, der dækkes."), "reason")
    return wanted


def check_covers(before: object, after: object) -> None:
    """What would cover nothing is refused: part of a word stays, or another word would be torn."""
    if before == after:
        raise Wrong("not_whole", da("Vælg hele ord."), "words")


def check_lift(is_out: bool, reason: str) -> None:
    """It is shown again in minutes that are out, with a reason."""
    if not is_out:
        raise NotNow("not_out", da("Referatet er ikke sendt ud. Ret det direkte i stedet."))
    if not reason.strip():
        raise Wrong("no_reason", da("Skriv hvorfor."), "reason")
