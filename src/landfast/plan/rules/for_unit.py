"""A leader promises for a unit, and names within some days who keeps it (issue 4 §9)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from landfast.kernel.business_days import add_business_days
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da
from landfast.plan.rules.promise import NOTE_MAX, check_words

NAME_WITHIN = 5
"""Business days in which a leader names who keeps what the unit has promised (D)."""


def name_by(promised_on: date) -> date:
    """The last day to name somebody."""
    return add_business_days(promised_on, NAME_WITHIN)


def name_is_missing(named_by: date | None, today: date) -> bool:
    """The unit has promised, its days have gone, and nobody has taken it over."""
    return named_by is not None and today > named_by


def keeper_first(named_by: date | None, due_on: date | None, today: date) -> bool:
    """Until its day has come, a unit's promise asks who keeps it, and not how it went (D)."""
    return named_by is not None and (due_on is None or today < due_on)


def is_to_find(named_by: date | None, named: UUID | None) -> bool:
    """The unit has promised, and its leader has asked nobody to keep it yet."""
    return named_by is not None and named is None


def check_leads(unit: UUID | None, led: Collection[UUID]) -> None:
    """Only who leads a unit promises for it; it is the leader's own yes until another's."""
    if unit not in led:
        raise NotAllowed(
            "not_your_unit", da("Kun en leder kan sige ja for sin enhed. Sig ja for dig selv.")
        )


def may_name(maker: UUID | None, unit: UUID | None, actor: UUID) -> bool:
    """For buttons; the gate is `check_may_name`."""
    return unit is not None and maker == actor


def check_may_name(maker: UUID | None, unit: UUID | None, actor: UUID) -> None:
    """The leader who promised for the unit asks somebody to keep it."""
    if unit is None:
        raise NotNow("not_for_a_unit", da("Aftalen er en persons egen. Den gives ikke videre."))
    if not may_name(maker, unit, actor):
        raise NotAllowed("not_the_leader", da("Kun lederen, der sagde ja, kan spørge en anden."))


def check_named(person: UUID, actor: UUID, team: Collection[UUID], unit: Collection[UUID]) -> None:
    """Somebody else, of the unit and in the citizen's team."""
    if person == actor or person not in team or person not in unit:
        raise Wrong(
            "not_of_the_unit",
            da("Vælg en anden fra enheden, som er med i borgerens team."),
            "person",
        )


def may_take_over(named: UUID | None, actor: UUID) -> bool:
    """For buttons; the gate is `check_may_take_over`."""
    return named is not None and named == actor


def check_may_take_over(named: UUID | None, actor: UUID) -> None:
    """Nobody takes over for another: only who was named says yes, or no."""
    if not may_take_over(named, actor):
        raise NotAllowed("not_the_named", da("Kun den, lederen har spurgt, svarer på det."))


def check_handed_back(why: str, instead: UUID | None, could: Collection[UUID]) -> None:
    """A no to keeping it has a line; whom she points to is of the unit and in the team.

    The promise stays the leader's, who asks anew: nobody is handed it by a colleague.
    """
    check_words(why, NOTE_MAX, "why", da("Skriv kort hvorfor, så lederen kan finde en anden."))
    if instead is not None and instead not in could:
        raise Wrong(
            "not_of_the_unit",
            da("Vælg en anden fra enheden, som er med i borgerens team."),
            "instead",
        )
