"""A named leader is asked to decide one thing: yes, no or instead, with a reason (product D4)."""

from datetime import timedelta
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.plan.rules.words import AgreementState

WORDS_MAX = 500
REASON_MAX = 300
LONGEST = timedelta(days=30)
"""How long a question stands unanswered before nobody reads it any more (D)."""


class DecisionAnswer(StrEnum):
    """What a leader answers."""

    YES = "yes"
    NO = "no"
    INSTEAD = "instead"


ANSWERS: dict[DecisionAnswer, str] = {
    DecisionAnswer.YES: da("Ja"),
    DecisionAnswer.NO: da("Nej"),
    DecisionAnswer.INSTEAD: da("Noget andet i stedet"),
}


def may_ask_decision(state: AgreementState, *, waits: bool) -> bool:
    """Can somebody be asked? For the button and the gate."""
    return state is AgreementState.PROPOSED and not waits


def check_may_ask_decision(state: AgreementState, *, waits: bool) -> None:
    """A decision is asked about a proposal, of one leader at a time (moment 5)."""
    if not may_ask_decision(state, waits=waits):
        raise NotNow(
            "no_decision_to_ask",
            da("Der er allerede spurgt, eller forslaget er besvaret. Åbn aftalen igen."),
        )


def check_question(question: str, reason: str, *, is_staff: bool, is_self: bool) -> None:
    """The leader sees the question and the reason, and nothing else: so both are needed (F2)."""
    if not is_staff or is_self:
        raise Wrong("not_a_leader", da("Vælg en anden medarbejder, som kan afgøre det."))
    if not question.strip() or len(question) > WORDS_MAX:
        raise Wrong(
            "no_question", da("Skriv, hvad der skal afgøres, med højst 500 tegn."), "question"
        )
    if not reason.strip() or len(reason) > REASON_MAX:
        raise Wrong("no_reason", da("Skriv hvorfor, med højst 300 tegn."), "reason")


def check_decision(answer: DecisionAnswer, because: str, instead: str) -> None:
    """An answer has a reason, and "instead" says what (product D4)."""
    if not because.strip() or len(because) > WORDS_MAX:
        raise Wrong(
            "decision_without_reason", da("Skriv kort hvorfor, så borgeren ved det."), "because"
        )
    if (answer is DecisionAnswer.INSTEAD) is not bool(instead.strip()) or len(instead) > WORDS_MAX:
        raise Wrong(
            "instead_of_what", da("Skriv, hvad der kan lade sig gøre i stedet, når du vælger det."),
            "instead",
        )  # fmt: skip


def check_waits(*, waits: bool) -> None:
    """What is answered or taken back is not answered again."""
    if not waits:
        raise NotNow("decision_is_over", da("Spørgsmålet er besvaret eller trukket tilbage."))
