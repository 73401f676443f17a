"""When I am unwell: a page in her own words, for whom, and notes for herself alone (B7, B8)."""

from collections.abc import Mapping
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

LONGEST = 2000
NOTE_LONGEST = 4000
LINES, LINE_LONGEST = 5, 120


class SeenBy(StrEnum):
    """Who reads the page besides herself, and when."""

    ME = "me"
    ADMITTED = "admitted"
    TEAM = "team"


SEEN_BY_NAMES: dict[SeenBy, str] = {
    SeenBy.ME: da("Kun mig"),
    SeenBy.ADMITTED: da("De andre, men kun når jeg er indlagt"),
    SeenBy.TEAM: da("De andre, hele tiden"),
}
"""The others: her team, and those she shares »Hvordan jeg har det« with."""

PARTS: dict[str, str] = {
    "reception": da("Det skal modtagelsen vide"),
    "signs": da("Sådan mærker jeg det først"),
    "helps": da("Det hjælper"),
    "not_helps": da("Det hjælper ikke"),
    "call_day": da("Ring til, om dagen"),
    "call_evening": da("Ring til, om aftenen"),
    "call_night": da("Ring til, om natten"),
    "next_time": da("Hvis jeg bliver indlagt igen, ønsker jeg"),
}
"""The parts of the page in the order in which somebody at a reception needs them."""


def as_one(words: Mapping[str, str]) -> str:
    """The page as one text: what stands there, and what a change was meant for."""
    return "\n\n".join(filter(None, (words.get(name, "").strip() for name in PARTS)))


def check_as_read(seen: str | None, now: str) -> None:
    """She answers words that she has read: whoever wrote on meanwhile is read first."""
    if seen is not None and seen.splitlines() != now.splitlines():
        raise NotNow("words_changed", da("Ordene er ændret imens. Læs dem, og svar så."))


def check_page(words: Mapping[str, str]) -> None:
    """Any part may stay empty; the reception gets five short lines (B7)."""
    for name, text in words.items():
        if len(text) > LONGEST:
            raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), name)
    lines = [line for line in words["reception"].splitlines() if line.strip()]
    if len(lines) > LINES:
        raise Wrong("too_many_lines", da("Der er plads til fem linjer."), "reception")
    if any(len(line) > LINE_LONGEST for line in lines):
        raise Wrong("line_too_long", da("En linje er for lang. Skriv den kortere."), "reception")


def check_note(text: str) -> None:
    """A note has words, and not more than fit."""
    if not text.strip():
        raise Wrong("no_words", da("Skriv noget, eller gå tilbage."), "text")
    if len(text) > NOTE_LONGEST:
        raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), "text")
