"""Who has the responsibility: the parts of the work in the citizen's words, and in the house's.

`TOLD` is for her, about her own course; `SETTLED` is what the organisations have between them
(GDPR art. 26), for everybody who works here.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landfast.access.records import answered_by
from landfast.journeys.see_who_answers import WhoAnswers
from landfast.kernel.holding import Controller
from landfast.kernel.text import da
from landfast.people.queries import OrganisationRow
from landfast.web.mine.record_titles import TITLES

TOLD: dict[Controller, tuple[str, str]] = {
    Controller.COURSE: (
        da("Dit forløb"),
        da("Det sted, der har dit forløb, har ansvaret for det her."),
    ),
    Controller.SHARED: (
        da("Det, flere har ansvaret for"),
        da("Hvert sted har ansvaret for det, dets egne folk lover, skriver og læser."),
    ),
    Controller.WRITER: (
        da("Det, andre har skrevet ned"),
        da("Det sted, hvor den, der skrev, er ansat, har ansvaret."),
    ),
    Controller.REFERRER: (
        da("Henvendelser om dig"),
        da("Den, der skrev til os, har ansvaret for sine ord. Den, der fik dem, har resten."),
    ),
    Controller.LOGIN: (
        da("Dit login"),
        da("Det sted, der har dit forløb, har også ansvaret for dit login."),
    ),
}

SETTLED: dict[Controller, tuple[str, str]] = {
    Controller.COURSE: (
        da("Organisationen, hvis enhed har forløbet"),
        da("Den er dataansvarlig alene. Den giver indsigt, retter, sletter og svarer borgeren."),
    ),
    Controller.SHARED: (
        da("Fælles dataansvar (GDPR art. 26)"),
        da(
            "Hver organisation svarer for det, dens egne ansatte lover, skriver og læser. "
            "Organisationen, hvis enhed har forløbet, svarer for opbevaringen og er den, borgeren "
            "kan gå til med det hele."
        ),
    ),
    Controller.WRITER: (
        da("Organisationen, der har den ansat, som skrev"),
        da("Den retter det, der er forkert, og svarer på, hvorfor det blev skrevet."),
    ),
    Controller.REFERRER: (
        da("Henviser og modtager"),
        da(
            "Henviserens organisation svarer for ordene i henvendelsen. "
            "Organisationen, der modtog den, svarer for det, der blev gjort ved den."
        ),
    ),
    Controller.LOGIN: (
        da("Organisationen, der har givet login"),
        da("For borgeren er det den, der har forløbet; for en ansat er det arbejdsgiveren."),
    ),
}


@dataclass(frozen=True)
class Part:
    """One part of the work on the page: what it is, who answers, and the chapters it is about."""

    key: str
    title: str
    told: str
    organisations: list[OrganisationRow]
    chapters: list[tuple[str, str]]


def own_parts(seen: WhoAnswers) -> list[Part]:
    """For the citizen: only what stands about her, with the organisations by name."""
    return [
        _part(TOLD[one.controller], one.controller, one.tables, one.organisations)
        for one in seen.parts
    ]


def all_parts() -> list[Part]:
    """For everybody who works here: every kind of record, whoever it is about."""
    return [_part(SETTLED[one], one, answered_by(one), []) for one in Controller]


def _part(
    words: tuple[str, str],
    controller: Controller,
    tables: Collection[str],
    organisations: list[OrganisationRow],
) -> Part:
    chapters = [(table, _(title)) for table, title in TITLES.items() if table in tables]
    return Part(controller.name.lower(), _(words[0]), _(words[1]), organisations, chapters)
