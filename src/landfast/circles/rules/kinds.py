"""What a standing meeting is for, and the headings that its summaries are written under (A12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

SUMMARY_MAX = 2_000


class Kind(StrEnum):
    """What the people of a circle meet about."""

    FORUM = "forum"
    ANALYSIS = "analysis"
    BOARD = "board"
    UNITS = "units"


KIND_NAMES: dict[Kind, str] = {
    Kind.FORUM: da("Sagsforum"),
    Kind.ANALYSIS: da("Analyseudvalg"),
    Kind.BOARD: da("Tavlemøde"),
    Kind.UNITS: da("Møde mellem enheder"),
}
KIND_WORDS: dict[Kind, str] = {
    Kind.FORUM: da("De sværeste sager, uden navn. Der gives råd, og ingen afgør noget."),
    Kind.ANALYSIS: da("Hvorfor kom borgeren ind igen, og hvad kan hjælpe næste gang?"),
    Kind.BOARD: da("Kort og fast: tal uden personer, og hvem der gør hvad til hvornår."),
    Kind.UNITS: da("Aftaler mellem enheder. Ingen borgere nævnes."),
}


@dataclass(frozen=True)
class Heading:
    """A fixed heading of a summary; one of them cannot be left empty."""

    code: str
    label: str
    asks: str = ""
    """What to write, when it is left empty and may not be."""

    @property
    def is_needed(self) -> bool:
        """May it not be left empty?"""
        return bool(self.asks)


CASE_HEADINGS: dict[Kind, tuple[Heading, ...]] = {
    Kind.FORUM: (
        Heading("heard", da("Det hørte vi")),
        Heading("thoughts", da("Det tænkte vi om det, på skift")),
        Heading(
            "advice", da("Det foreslår vi (råd, ikke beslutninger)"), da("Skriv, hvad I foreslår.")
        ),
        Heading("each", da("Det tager hver især med hjem")),
    ),
    Kind.ANALYSIS: (
        Heading("own_words", da("Borgerens egne ord")),
        Heading("before", da("Det skete før sidste indlæggelse")),
        Heading("works", da("Det virker i hverdagen")),
        Heading("works_not", da("Det virker ikke i hverdagen")),
        Heading("signs", da("Tidlige tegn")),
        Heading("next_time", da("Det vil borgeren have ved næste indlæggelse")),
        Heading("helped", da("Det kunne have hjulpet")),
        Heading("network", da("Netværket")),
        Heading(
            "advice", da("Forslag til, hvem der gør hvad (råd)"), da("Skriv, hvad I foreslår.")
        ),
        Heading("call", da("Hvem man ringer til, dag, aften og nat")),
    ),
}
"""The case forum's come from S000 §2.3 (reflecting form, advice, each keeps their own record), the
analysis committee's from S001 §4.2.1 (D)."""

THEME_HEADINGS: dict[Kind, tuple[Heading, ...]] = {
    Kind.BOARD: (
        Heading("stands", da("Sådan står det til")),
        Heading("action", da("Det gør vi"), da("Skriv, hvad I gør.")),
    ),
    Kind.UNITS: (
        Heading("said", da("Det talte vi om")),
        Heading("agreed", da("Det er vi enige om"), da("Skriv, hvad I er enige om.")),
    ),
    Kind.FORUM: (
        Heading("said", da("Det talte vi om")),
        Heading(
            "learned",
            da("Det kan vi bruge i andre sager"),
            da("Skriv, hvad I kan bruge i andre sager."),
        ),
    ),
    Kind.ANALYSIS: (
        Heading("said", da("Det talte vi om")),
        Heading(
            "learned",
            da("Det kan vi bruge i andre sager"),
            da("Skriv, hvad I kan bruge i andre sager."),
        ),
    ),
}


def takes_cases(kind: Kind) -> bool:
    """A board meeting and a meeting between units speak of no single citizen (product C1; D)."""
    return kind in CASE_HEADINGS


def check_takes_cases(kind: Kind) -> None:
    """A case is taken where there is a way to tell her before and afterwards (domain 0.10)."""
    if not takes_cases(kind):
        raise NotNow(
            "no_cases_here",
            da("Her tales der ikke om enkelte borgere. Tag sagen op i et sagsforum."),
        )


def shows_figures(kind: Kind) -> bool:
    """Figures without persons belong to the board meeting (tavlemøde, S001 Bilag 4)."""
    return kind is Kind.BOARD


def kept_summary(headings: tuple[Heading, ...], said: Mapping[str, str]) -> dict[str, str]:
    """What stands under each heading, in their order; empty ones are left out."""
    return {row.code: said[row.code].strip() for row in headings if said.get(row.code, "").strip()}


def check_summary(headings: tuple[Heading, ...], said: Mapping[str, str]) -> None:
    """A summary follows the fixed headings, and says at least what came of it (S001 §4.2.1)."""
    for row in headings:
        words = said.get(row.code, "")
        if row.is_needed and not words.strip():
            raise Wrong("nothing_said", row.asks, row.code)
        if len(words) > SUMMARY_MAX:
            raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), row.code)
