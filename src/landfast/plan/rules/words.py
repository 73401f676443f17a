"""The room's enums: wishes, own steps, and the life of an agreement."""

from enum import StrEnum

from landfast.kernel.text import da


class Standing(StrEnum):
    """What a wish is to the citizen: mit ønske, mit mål, lagt væk (domain 0.4)."""

    WISH = "wish"
    GOAL = "goal"
    ASIDE = "aside"


class StepState(StrEnum):
    """Own steps are not promises: vil gerne, prøvet, gjort, ikke nu (domain 0.3)."""

    WANT = "want"
    TRIED = "tried"
    DONE = "done"
    NOT_NOW = "not_now"


STEP_NAMES: dict[StepState, str] = {
    StepState.WANT: da("Vil gerne"),
    StepState.TRIED: da("Prøvet"),
    StepState.DONE: da("Gjort"),
    StepState.NOT_NOW: da("Ikke nu"),
}


class Went(StrEnum):
    """How a promise of somebody else's went, as the citizen met it: her word, not a mark (A7)."""

    HAPPENED = "happened"
    NOT = "not"
    OTHERWISE = "otherwise"


WENT_NAMES: dict[Went, str] = {
    Went.HAPPENED: da("Det skete"),
    Went.NOT: da("Det skete ikke"),
    Went.OTHERWISE: da("Det skete på en anden måde"),
}


class AgreementState(StrEnum):
    """The life of an agreement. It counts from ACCEPTED on; NOTED was told from outside."""

    NOTED = "noted"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    STARTED = "started"
    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"
    REPLACED = "replaced"
    DECLINED = "declined"
    LAPSED = "lapsed"


class AgreementKind(StrEnum):
    """What is agreed (domain A6)."""

    INTERVENTION = "intervention"
    SUPPORT = "support"
    APPLICATION = "application"
    INTERIM = "interim"
    """Holds while a leader decides, and ends with the question (D4)."""


class MandateState(StrEnum):
    """Can the maker decide it? If not, the text says "søger om" (domain A9)."""

    CLEAR = "clear"
    APPLICATION = "application"
    AWAITS_LEADER = "awaits_leader"
    REFUSED = "refused"
    """A leader has said no to these words; it is talked about before anybody is asked for it."""


class Act(StrEnum):
    """What somebody did to an agreement; each leaves a line of its history."""

    PROPOSE = "propose"
    WITHDRAW = "withdraw"
    NOTE = "note"
    ACCEPT = "accept"
    OFFER = "offer"
    DECLINE = "decline"
    START = "start"
    KEEP = "keep"
    KEEP_PARTLY = "keep_partly"
    BREAK = "break"
    TAKE_BACK = "take_back"
    TALK = "talk"
    REPLACE = "replace"
    LAPSE = "lapse"
    NAME = "name"
    TAKE_OVER = "take_over"
    HAND_BACK = "hand_back"
    END = "end"
    GRANT = "grant"
    LEAVE = "leave"
    """The course ended: it became its maker's own task."""
    OFFER_AGAIN = "offer_again"
    """She began again: its maker is asked once more."""
    HERS_YES = "hers_yes"
    HERS_NO = "hers_no"
    HERS_OTHER = "hers_other"
    HERS_BACK = "hers_back"
