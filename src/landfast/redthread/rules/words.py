"""The words of the red thread: how heavy a finding is, what it is about, what it can start."""

from enum import StrEnum

from landfast.kernel.text import da


class Severity(StrEnum):
    """How much it matters. A sign in her life is a question: it has no weight (domain 0.5)."""

    INFO = "info"
    QUESTION = "question"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


WEIGHT: dict[Severity, int] = {
    Severity.CRITICAL: 4, Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.QUESTION: 1,
    Severity.INFO: 0,
}  # fmt: skip
"""For the order of a list; never a sum, never a score of a person (domain E5)."""
LIFE = "ED-12"
"""The sign that may be about life: never only a notice, the numbers to ring stand with it."""


def order(severity: Severity, code: str) -> tuple[bool, int]:
    """What may be about life stands first, a question though it is; then the heaviest (domain E5).

    For sorting: a list folds what stands late, and this is not to lie folded.
    """
    return code != LIFE, -WEIGHT[severity]


SEVERITY_NAMES: dict[Severity, str] = {
    Severity.INFO: da("Godt at vide"),
    Severity.QUESTION: da("Et spørgsmål"),
    Severity.MEDIUM: da("Bør ses på"),
    Severity.HIGH: da("Haster"),
    Severity.CRITICAL: da("Stop og se på det nu"),
}


class Category(StrEnum):
    """What a rule judges: RT and MA us, ED asks about her, SC counts hospital stays."""

    RED_THREAD = "red_thread"
    MISSING_ACTOR = "missing_actor"
    EARLY = "early"
    SCREENING = "screening"


class Act(StrEnum):
    """What a finding's button begins. People decide; nothing is done by itself (principle 6)."""

    APPOINT = "appoint"
    COVER = "cover"
    MEET = "meet"
    INVITE = "invite"
    ASK_CONSENT = "ask_consent"
    WRITE_DATE = "write_date"
    FOLLOW_UP = "follow_up"
    AGREE = "agree"
    COMPLETE = "complete"
    ASK_LEADER = "ask_leader"
    CALL = "call"
    LOOK = "look"


ACT_NAMES: dict[Act, str] = {
    Act.APPOINT: da("Find en koordinator"),
    Act.COVER: da("Find en, der dækker"),
    Act.MEET: da("Forbered et møde"),
    Act.INVITE: da("Se, hvem der mangler"),
    Act.ASK_CONSENT: da("Spørg om et ja"),
    Act.WRITE_DATE: da("Sæt en dato"),
    Act.FOLLOW_UP: da("Følg op på aftalen"),
    Act.AGREE: da("Skriv en aftale"),
    Act.COMPLETE: da("Åbn aftalen"),
    Act.ASK_LEADER: da("Spørg en leder"),
    Act.CALL: da("Ring til borgeren"),
    Act.LOOK: da("Se, hvad der er sket"),
}
