"""Reading without any other ground, for some hours, because the law lets one (nødadgang, F4)."""

from datetime import timedelta
from enum import StrEnum

from landfast.consent.rules.legal_basis import LEGAL_BASES, REASON_MAX, Basis, LegalBasis
from landfast.kernel.refusals import NotAllowed, NotNow, TooMany, Wrong
from landfast.kernel.text import da

REASON_MIN = 15
HOURS_MOST = 24
"""Whatever the setting says: hours, not days. The database holds to it too."""
TRIES_AN_HOUR, TRIES_A_DAY = 5, 20
"""Numbers that opened nothing; the database counts them."""
SHOWN = timedelta(days=30)
"""How long the citizen's first page says that it happened."""


class Decision(StrEnum):
    """What whoever reviews an emergency access has found."""

    JUSTIFIED = "justified"
    NOT_JUSTIFIED = "not_justified"
    FOLLOW_UP = "follow_up"


DECISION_NAMES: dict[Decision, str] = {
    Decision.JUSTIFIED: da("Det var i orden"),
    Decision.NOT_JUSTIFIED: da("Det var ikke i orden"),
    Decision.FOLLOW_UP: da("Vi undersøger det nærmere"),
}


def hours(basis: Basis, most: int) -> int:
    """Hours, not days: what the ground lasts, and never longer than the organisation says (F4)."""
    return max(1, min(LEGAL_BASES[basis].emergency_hours, most, HOURS_MOST))


def check_basis(basis: Basis) -> LegalBasis:
    """An emergency has a named ground in law that opens one (F4)."""
    found = LEGAL_BASES[basis]
    if not found.emergency_hours:
        raise Wrong("no_emergency_ground", da("Vælg en grund, der gælder i en nødsituation."),
                    "basis")  # fmt: skip
    return found


def check_reason(reason: str) -> None:
    """Why is typed, in words that the citizen can read (F4)."""
    if not REASON_MIN <= len(reason.strip()) <= REASON_MAX:
        raise Wrong(
            "say_why", da("Skriv hvorfor, med mindst 15 og højst 300 tegn. Borgeren kan læse det."),
            "reason",
        )  # fmt: skip


def too_many_tries() -> TooMany:
    """Whoever guesses numbers waits (F4)."""
    return TooMany(
        "too_many_numbers",
        da("Der er prøvet for mange numre. Ring til borgerens enhed, eller ring 112."),
    )


def may_review(decided: bool, own: bool) -> bool:
    """Is it still to be reviewed, and by somebody else than the one who read? For the button."""
    return not decided and not own


def check_may_review(*, decided: bool, own: bool) -> None:
    """An emergency access is reviewed once, and never by the one who read (F4)."""
    if own:
        raise NotAllowed("not_your_own", da("Du kan ikke selv afgøre, om din læsning var i orden."))
    if not may_review(decided, own):
        raise NotNow("reviewed_already", da("Der er allerede taget stilling til den."))


def check_words(words: str) -> None:
    """A decision has its words: the citizen and the reader see them (F4)."""
    if not words.strip() or len(words) > REASON_MAX:
        raise Wrong("say_what_you_found", da("Skriv, hvad du har fundet, med højst 300 tegn."),
                    "words")  # fmt: skip
