"""The citizen asks for another coordinator (skift af koordinator, domain A3, lessons 3).

No reason is owed, and none is kept. The daily lead answers: an ordinary hand-over, or a talk
that ends with words to the citizen. She is told yes and no alike, and can take it back.
"""

from datetime import date, timedelta
from enum import StrEnum

from landfast.kernel.business_days import add_business_days
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

ANSWER_WITHIN = 5
"""Business days in which the daily lead answers, as long as cover lasts (domain A3, D)."""
TOLD_FOR = timedelta(days=30)
"""How long the citizen's page says what came of it (D)."""
WORDS_MAX = 500


class ChangeState(StrEnum):
    """What became of the wish for another coordinator."""

    ASKED = "asked"
    CHANGED = "changed"
    KEPT = "kept"
    TAKEN_BACK = "taken_back"


def answer_by(asked_on: date) -> date:
    """The last day for an answer (D)."""
    return add_business_days(asked_on, ANSWER_WITHIN)


def check_can_ask(*, runs: bool, has_asked: bool) -> None:
    """There is somebody to change from, and one wish at a time (domain A3)."""
    if not runs:
        raise NotNow("not_running", da("Du har ingen koordinator lige nu. Ring til os."))
    if has_asked:
        raise NotNow("asked_already", da("Vi har fået det. Du får svar på siden »Mine folk«."))


def check_is_open(*, is_open: bool) -> None:
    """A wish is answered, or taken back, once."""
    if not is_open:
        raise NotNow(
            "answered_already", da("Der er allerede svaret, eller ønsket er taget tilbage.")
        )


def check_told(words: str) -> None:
    """A no is said in words that the citizen can read (lessons 3)."""
    if not words.strip():
        raise Wrong("no_words", da("Skriv kort til borgeren, hvad I er blevet enige om."), "words")
    if len(words) > WORDS_MAX:
        raise Wrong("words_too_long", da("Skriv højst 500 tegn."), "words")


def still_told(answered_on: date, today: date) -> bool:
    """Does the citizen's page still say what came of it?"""
    return today - answered_on <= TOLD_FOR
