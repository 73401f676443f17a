"""Agreements between units, and what the people of a circle take on: an owner, a day, a follow-up.

A promise counts when the one who makes it has said yes (principle 3): nobody binds another unit.
What is open is carried over to the next meeting until it is closed.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da

FOLLOW_MAX = 200


class AgreementState(StrEnum):
    """The life of an agreement between units."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DECLINED = "declined"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    DROPPED = "dropped"


STATE_NAMES: dict[AgreementState, str] = {
    AgreementState.PROPOSED: da("Venter på et ja"),
    AgreementState.AGREED: da("Aftalt"),
    AgreementState.DECLINED: da("Sagt nej til"),
    AgreementState.KEPT: da("Gjort"),
    AgreementState.NOT_KEPT: da("Blev ikke gjort"),
    AgreementState.DROPPED: da("Ikke aktuelt mere"),
}
OPEN = frozenset({AgreementState.PROPOSED, AgreementState.AGREED})
ANSWERS = frozenset({AgreementState.AGREED, AgreementState.DECLINED})
ENDS = frozenset({AgreementState.KEPT, AgreementState.NOT_KEPT, AgreementState.DROPPED})


def first_state(owner_unit: object, own_units: Collection[object]) -> AgreementState:
    """One's own unit has said yes by writing it; another is asked first (principle 3)."""
    return AgreementState.AGREED if owner_unit in own_units else AgreementState.PROPOSED


def check_due(due_on: date | None, today: date) -> date:
    """An agreement has a day ahead (S004 §5.3: who, when, how)."""
    if due_on is None:
        raise Wrong("no_day", da("Vælg en dag."), "due_on")
    if due_on < today:
        raise Wrong("in_the_past", da("Vælg en dag, der ikke er gået."), "due_on")
    return due_on


def check_owner(owner_unit: object, seated: Collection[object]) -> None:
    """The owner is a unit that sits in the circle: no one absent is bound."""
    if owner_unit not in seated:
        raise Wrong("owner_not_here", da("Vælg en enhed, der er med i mødet."), "owner_unit")


def check_person(person_units: Collection[object], owner_unit: object) -> None:
    """The one who is named works in the unit that owns it."""
    if owner_unit not in person_units:
        raise Wrong("not_of_unit", da("Vælg en person fra den enhed, der ejer aftalen."), "owner")


def check_of_unit(*, is_of_unit: bool) -> None:
    """Only the unit itself says yes or no, and says how it went."""
    if not is_of_unit:
        raise NotAllowed("not_your_unit", da("Det kan kun den enhed, der ejer aftalen."))


def check_waits_for_answer(state: AgreementState) -> None:
    """It is answered once."""
    if state is not AgreementState.PROPOSED:
        raise NotNow("answered", da("Der er svaret på den."))


def check_runs(state: AgreementState) -> None:
    """Only what was agreed can be done."""
    if state is not AgreementState.AGREED:
        raise NotNow("not_agreed", da("Aftalen er lukket, eller der er ikke sagt ja til den."))


def check_says_why(state: AgreementState, words: str) -> None:
    """What was not done, or is given up, says why in one line: the next meeting learns from it."""
    if state in {AgreementState.NOT_KEPT, AgreementState.DROPPED} and not words.strip():
        raise Wrong("why_not", da("Skriv kort hvorfor."), "because")


def is_late(state: AgreementState, due_on: date, today: date) -> bool:
    """Is it past its day and still open?"""
    return state in OPEN and due_on < today
