"""The next meeting heeds how much energy she has: what can be made lighter (product A3, C2).

A meeting is offered lighter, never made so: she decides, or who sits beside her notes her yes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings.rules.words import Answers

LOW = 2
COUNTS_FOR = timedelta(days=1)
BREAK = da("En pause midt i mødet")


class Ease(StrEnum):
    """What makes a meeting lighter: shorter, a break, or she only listens."""

    SHORTER = "shorter"
    BREAK = "break"
    LISTENS = "listens"


@dataclass(frozen=True)
class Offer:
    """One of them; a shorter meeting says how long."""

    ease: Ease
    minutes: int = 0


def counts_for(said_on: date | None, meets_on: date | None) -> bool:
    """What she says of her energy counts for a meeting of that day or the next (D)."""
    if said_on is None or meets_on is None:
        return False
    return timedelta(0) <= meets_on - said_on <= COUNTS_FOR


def is_low(energy: int | None) -> bool:
    """Almost none, or a little (product A3)."""
    return energy is not None and energy <= LOW


def shorter(minutes_long: int, shortest: int) -> int:
    """Half as long, in whole five minutes, and no shorter than the format is (domain A12)."""
    return min(minutes_long, max(shortest, minutes_long // 2 // 5 * 5))


def offers(minutes_long: int, shortest: int, breaks: str, answers: Answers) -> list[Offer]:
    """What is not so yet: a shorter meeting, a break in it, to listen only."""
    half = shorter(minutes_long, shortest)
    found = [Offer(Ease.SHORTER, half)] if half < minutes_long else []
    if not breaks.strip():
        found.append(Offer(Ease.BREAK))
    if answers is not Answers.NOT_TODAY:
        found.append(Offer(Ease.LISTENS))
    return found


def check_offered(chosen: Offer, there: Collection[Offer]) -> None:
    """Nothing is done twice: a page may be an old one, and half of the half was never chosen."""
    if chosen not in there:
        raise NotNow("eased_already", da("Det er allerede ændret. Se, hvordan mødet er nu."))


def check_low(energy: int | None, said_on: date | None, meets_on: date | None) -> None:
    """A meeting is made lighter on her word of little energy that counts for its day (A3)."""
    if not (counts_for(said_on, meets_on) and is_low(energy)):
        raise NotNow(
            "energy_not_low",
            da("Mødet kan gøres lettere, når energien er lav. Det er ikke sagt om den dag."),
        )
