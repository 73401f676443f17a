"""A no to sharing: it is not a fault, it is asked again at most once, and it can be the last word.

Domain 0.6. The database holds to it too (`consent_share_keeps_a_no`, migration 0004).
"""

from dataclasses import dataclass

from landfast.consent.rules.words import How
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

LAST_ROUND = 2
"""Asked once, and once more when something has changed."""


@dataclass(frozen=True)
class StandingNo:
    """A no to one recipient: how many times she was asked, and whether she wants to be again."""

    round: int
    never_again: bool = False


def may_ask(no: StandingNo | None) -> bool:
    """After a no the team asks once more at most, and never when she said: do not ask me again."""
    return no is None or (not no.never_again and no.round < LAST_ROUND)


def check_may_ask(no: StandingNo | None, changed: str) -> None:
    """Who asks again says what has changed since she said no (domain 0.6)."""
    if not may_ask(no):
        raise NotNow(
            "not_to_be_asked_again",
            da("Borgeren har sagt nej og skal ikke spørges igen. Borgeren kan selv dele senere."),
        )
    if no and not changed.strip():
        raise Wrong(
            "nothing_has_changed",
            da("Borgeren har sagt nej. Spørg kun igen, hvis noget er ændret. Skriv, hvad det er."),
            "changed",
        )


def check_may_say_yes(no: StandingNo | None, how: How, changed: str) -> None:
    """She may change her mind at any time, here or in writing; by word of mouth somebody asked."""
    if how is How.ORALLY:
        check_may_ask(no, changed)


def check_may_say_no(no: StandingNo | None, how: How, changed: str) -> None:
    """A no of her own stands already; one that is written down for her was asked for."""
    if how is How.SELF and no:
        raise NotNow("refused_already", da("Du har allerede sagt nej."))
    check_may_ask(no, changed)


def next_round(no: StandingNo | None) -> int:
    """The first no, or the one after she was asked again."""
    return no.round + 1 if no else 1


def may_say_the_last_word(no: StandingNo | None) -> bool:
    """Can she still add: do not ask me again? For the button and the gate."""
    return no is not None and may_ask(no)


def check_may_say_the_last_word(no: StandingNo | None) -> None:
    """ "Spørg mig ikke igen": said to a no that could still be asked about."""
    if not may_say_the_last_word(no):
        raise NotNow("nothing_to_ask", da("Ingen spørger dig om det mere."))
