"""Mending what was written on the wrong citizen, and two records of one citizen (F, mistakes)."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

WHY_MAX, HINT_MAX = 500, 300


class Mending(StrEnum):
    """What is mended: two records become one, or something goes to whom it is about."""

    MERGE = "merge"
    MOVE = "move"


class MendState(StrEnum):
    """The life of a mending. Nothing has happened before it is done; undone, all is as before."""

    PROPOSED = "proposed"
    HANDED = "handed"
    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


class Side(StrEnum):
    """What a course is told: something left it, came to it, or was joined with it."""

    LEFT = "left"
    CAME = "came"
    JOINED = "joined"


CLASHES: dict[str, str] = {
    "same_citizen": da("Det er den samme borger i forvejen. Der er ikke noget at føre sammen."),
    "both_log_in": da("Begge har deres eget login. En administrator skal lukke det ene først."),
    "login_goes": da("Borgeren logger ind på den anden side. Vælg, at den skal blive."),
    "numbers_differ": da("De har hvert sit CPR-nummer. Så er det to borgere."),
    "apart_goes": da("Den anden side er holdt adskilt. Hold også den her adskilt først."),
    "offer_waits": da("En ny koordinator er spurgt. Vent på svaret, eller træk det tilbage."),
    "emergency_now": da("Nogen læser i en nødsituation lige nu. Vent, til det er slut."),
    "stays_is_over": da("Det forløb, der skal blive, er slut. Vælg det andet."),
}
"""Why two records cannot be joined now, and what to do instead."""

SAID: dict[str, str] = {
    "gone": da("Det er allerede gjort eller taget tilbage. Åbn siden igen."),
    "not_yours": da("Det kræver, at du har adgang til begge borgere."),
    "two_pairs_of_eyes": da("Du har selv foreslået det. En anden skal se på det."),
    "hangs_together": da(
        "Noget andet hos den borger bygger på det, fx et møde. Flyt det først, "
        "eller skriv det forfra hos den rigtige borger."
    ),
    "contradicted": da("Der er skrevet videre på det siden. Det kan ikke skilles ad mere."),
    "same_course": da("Vælg en anden borger. Det står på den her i forvejen."),
    "stays_is_over": CLASHES["stays_is_over"],
}
"""Why the database did not mend."""


def check_said(said: str) -> None:
    """What the database answers: nothing when it is done, else why not and what to do."""
    if said:
        raise NotNow(f"mend_{said}", (SAID | CLASHES)[said])


def check_clashes(clashes: Collection[str]) -> None:
    """Two records are joined only when nothing speaks against it (two logins, two numbers)."""
    for code in clashes:
        raise NotNow(f"mend_{code}", CLASHES[code])


def check_why(why: str) -> None:
    """Whoever mends says why: the other pair of eyes and the citizen are to understand it."""
    if not why.strip():
        raise Wrong("why_mend", da("Skriv, hvordan du ved det."), "why")
    if len(why) > WHY_MAX:
        raise Wrong("why_too_long", da("Skriv det kortere: højst 500 tegn."), "why")


def may_be_one(one: tuple[str, str, date | None], other: tuple[str, str, date | None]) -> bool:
    """Do two records look like one citizen? Same name, and a telephone or birthday that fits (D).

    A reason for a person to look, never more: nothing is joined by itself.
    """
    same_phone = bool(one[1]) and one[1] == other[1]
    same_birth = one[2] is not None and one[2] == other[2]
    same_name = one[0].casefold() == other[0].casefold()
    return (same_name and (same_birth or same_phone)) or (same_phone and same_birth)
