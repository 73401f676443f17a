"""A meeting about the citizen without the citizen (A12 M-06, M-09, M-12; domain 0.10).

Three things hold: there is a ground for talking about her, she is told before and afterwards,
and nobody decides an authority matter there.
"""

from datetime import datetime
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.formats import REASON_MAX, Citizen


class Ground(StrEnum):
    """Why she can be talked about without being there."""

    CONSENT = "consent"
    LAW = "law"


def check_ground(citizen: Citizen, ground: str, words: str) -> None:
    """Her yes, or a named law; in a meeting that she is at, nothing is asked (S000 §2.3)."""
    if citizen is not Citizen.ABSENT:
        return
    if ground not in list(Ground):
        raise Wrong("no_ground", da("Vælg, hvad der giver lov til at tale om borgeren."), "ground")
    if not words.strip():
        raise Wrong(
            "ground_in_words",
            da("Skriv, hvornår borgeren sagde ja, eller hvilken lov der giver lov."),
            "ground_words",
        )
    if len(words) > REASON_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 300 tegn."), "ground_words")


def check_opens(citizen: Citizen, *, is_citizen: bool) -> None:
    """Nobody asks her to prepare a meeting that she is not at."""
    if citizen is Citizen.ABSENT and is_citizen:
        raise NotNow("not_hers", da("Du er ikke med til den slags møde. Vælg en anden mødeform."))


def check_no_authority(citizen: Citizen, *, is_application: bool) -> None:
    """A forum without her has no authority: nothing is applied for or granted there (S000 §2.3)."""
    if citizen is Citizen.ABSENT and is_application:
        raise NotNow(
            "no_authority",
            da("Her afgøres ingen ansøgning. Tag den på et møde, hvor borgeren er med."),
        )


def check_tells(citizen: Citizen, *, is_held: bool, told_at: datetime | None, how: str) -> None:
    """She is told afterwards, once, and how it was done is written down (S000 §2.3)."""
    if citizen is not Citizen.ABSENT:
        raise NotNow("was_there", da("Borgeren var selv med til mødet."))
    if not is_held:
        raise NotNow("not_held", da("Fortæl det, når mødet er holdt."))
    if told_at is not None:
        raise NotNow("already_told", da("Det er skrevet ned, at borgeren har fået besked."))
    if not how.strip():
        raise Wrong("how_told", da("Skriv, hvordan og hvad borgeren fik at vide."), "told_words")
    if len(how) > REASON_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 300 tegn."), "told_words")


def check_told(citizen: Citizen, told_at: datetime | None) -> None:
    """Nobody gets the minutes before she has been told (domain 0.10)."""
    if citizen is Citizen.ABSENT and told_at is None:
        raise NotNow(
            "not_told", da("Fortæl borgeren om mødet først, og skriv ned, hvordan du gjorde.")
        )


def must_tell(citizen: Citizen, *, is_held: bool, told_at: datetime | None) -> bool:
    """Does it wait for somebody to tell her?"""
    return citizen is Citizen.ABSENT and is_held and told_at is None
