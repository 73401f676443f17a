"""What there is for a citizen (tilbud, J2): how one gets in, and how one finds it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.people.rules import as_seen, check_phone

NAME_MAX, DOES_MAX, PLACE_MAX, WEEKS_MAX = 80, 300, 110, 104
FRESH = timedelta(days=183)
"""D: what nobody has looked at for half a year is shown with a word of doubt (lessons 27)."""


class WayIn(StrEnum):
    """What somebody does who wants it."""

    COME = "come"
    RING = "ring"
    GRANTED = "granted"


WAYS_IN: dict[WayIn, str] = {
    WayIn.COME: da("Du kan bare komme."),
    WayIn.RING: da("Ring først."),
    WayIn.GRANTED: da("Kommunen skal sige ja først. Din koordinator kan hjælpe med at søge."),
}


@dataclass(frozen=True)
class Offer:
    """What one can get, as the unit says it. `needs` are codes of areas of life."""

    name: str
    does: str
    needs: frozenset[str]
    way_in: WayIn
    place: str = ""
    phone: str = ""
    while_admitted: bool = False
    """Comes to her while she is in hospital, or she may come from there."""
    wait_weeks: int | None = None
    """Weeks until one gets it; None when nobody knows."""


def offer_as_seen(offer: Offer) -> str:
    """An offer as a page gives it back, to tell whether it still stands."""
    return as_seen(
        offer.name, offer.does, ",".join(sorted(offer.needs)), offer.way_in, offer.place,
        offer.phone, str(offer.while_admitted), str(offer.wait_weeks),
    )  # fmt: skip


def check_offer(offer: Offer) -> None:
    """An offer has a name, says what one gets in words of her own, and what it is about."""
    if not offer.name.strip():
        raise Wrong("no_name", da("Skriv, hvad tilbuddet hedder."), "name")
    if not offer.does.strip():
        raise Wrong("says_nothing", da("Skriv, hvad man får."), "does")
    if not offer.needs:
        raise Wrong("about_nothing", da("Vælg mindst ét emne."), "needs")
    if offer.phone.strip():
        check_phone(offer.phone)
    if offer.wait_weeks is not None and not 0 <= offer.wait_weeks <= WEEKS_MAX:
        raise Wrong("wait", da("Skriv et antal uger mellem 0 og 104."), "wait_weeks")


def is_fresh(checked_on: date, today: date) -> bool:
    """Has somebody looked at it within half a year?"""
    return today - checked_on <= FRESH


WORD = re.compile(r"\w+")
SHORTEST = 3
SAY_NOTHING = frozenset(
    ("jeg", "mig", "min", "mit", "mine", "vil", "gerne", "have", "har", "der", "det", "den", "som",
     "med", "til", "for", "kan", "hvor", "hvad", "hvem", "noget", "nogen", "hjælp", "brug", "ikke",
     "også", "eller", "ved")
)  # fmt: skip
"""Words that stand in every question and tell no offer from another."""
ENDINGS = ("erne", "ende", "ene", "ens", "ets", "er", "en", "et", "es", "e", "s")
STEM = 4


def stem(word: str) -> str:
    """A Danish word without its ending: "mennesker" finds "menneske"."""
    ending = next((one for one in ENDINGS if word.endswith(one)), "")
    return word[: -len(ending)] if ending and len(word) - len(ending) >= STEM else word


def asked_for(words: str) -> list[str]:
    """The words of a question that can tell one offer from another, without their endings."""
    found = [word for word in WORD.findall(words.casefold()) if len(word) >= SHORTEST]
    return [stem(word) for word in found if word not in SAY_NOTHING]


T = TypeVar("T")


def ranked(rows: Sequence[tuple[T, Collection[str]]], words: str) -> list[T]:
    """Those that answer a question, those that answer most of it first; all, when it asks nothing.

    Each row comes with its texts. Where nothing is asked, or only words that say nothing, the order
    stays as it was.
    """
    wanted = asked_for(words)
    if not wanted:
        return [row for row, _texts in rows]
    counted = [
        (sum(any(one in text.casefold() for text in texts) for one in wanted), row)
        for row, texts in rows
    ]
    best_first = sorted(counted, key=lambda one: -one[0])
    return [row for count, row in best_first if count]
