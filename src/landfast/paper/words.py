"""Words that stand on paper: in the reader's language, dates as one says them, states without
colour. What people wrote stays in their own words."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import ModuleType
from typing import Any

from django.utils.translation import get_language, gettext

from landfast.course.rules.holding import Holder, Holders
from landfast.course.rules.words import Precision
from landfast.kernel import danish, english
from landfast.kernel.clock import date_in_denmark, in_denmark
from landfast.kernel.ids import AgreementId
from landfast.kernel.text import da, listed
from landfast.meetings.queries import MeetingView
from landfast.meetings.rules import Ended, ThemeEnd
from landfast.paper.stands import stands
from landfast.plan.queries import AgreementRow, StepRow
from landfast.plan.queries.in_place import AS_NAMED, InPlace
from landfast.plan.queries.rows import Who
from landfast.plan.rules.words import STEP_NAMES, AgreementState, MandateState, Standing
from landfast.programmes.rules import NEED_NAMES, NeedArea

STATES: dict[AgreementState, str] = {
    AgreementState.NOTED: da("noteret udefra"),
    AgreementState.PROPOSED: da("venter på et ja"),
    AgreementState.ACCEPTED: da("aftalt"),
    AgreementState.STARTED: da("i gang"),
    AgreementState.KEPT: da("holdt"),
    AgreementState.PARTLY: da("holdt delvist"),
    AgreementState.BROKEN: da("ikke holdt"),
    AgreementState.REPLACED: da("erstattet af en ny"),
    AgreementState.DECLINED: da("ikke sagt ja til"),
    AgreementState.LAPSED: da("ikke længere ønsket"),
}
STANDINGS: dict[Standing, str] = {
    Standing.WISH: da("mit ønske"),
    Standing.GOAL: da("mit mål"),
    Standing.ASIDE: da("lagt væk"),
}
MANDATES: dict[MandateState, str] = {
    MandateState.CLEAR: da("kan loves"),
    MandateState.APPLICATION: da("der søges om det"),
    MandateState.AWAITS_LEADER: da("venter på en leder"),
    MandateState.REFUSED: da("en leder har sagt nej"),
}

OF_HER: dict[NeedArea, str] = {
    NeedArea.PSYCHIATRY: da("Psykisk helbred"),
    NeedArea.SOMATIC: da("Krop og helbred"),
    NeedArea.DAILY_LIVING: da("Hverdagen"),
}
"""Areas whose name says "jeg" and "min", as others read them."""


def area_name(area: NeedArea, *, to_citizen: bool = True) -> str:
    """A life area in the words of the day; to others without "jeg" and "min"."""
    if not to_citizen and area in OF_HER:
        return gettext(OF_HER[area])
    return gettext(NEED_NAMES[area])


def month(value: date) -> str:
    """A month and its year: "september 2013"."""
    return str(_words().month(value))


def language() -> str:
    """The language that the page was asked in: the paper is printed in it too."""
    return "en" if get_language() == "en" else "da"


def _words() -> ModuleType:
    return english if language() == "en" else danish


def quoted(said: str) -> str:
    """Words of the citizen's, or written to her, as anybody else reads them: »Min mor«."""
    return gettext("»%(said)s«") % {"said": said} if said else ""


def genitive(name: str) -> str:
    """Whose: "Karens", "Karen’s"."""
    return str(_words().genitive(name))


def whole_day(value: date) -> str:
    """A date in full: "torsdag 26. november 2026"."""
    return str(_words().day(value))


def day(value: date | None) -> str:
    """A date, or nothing."""
    return str(_words().short_day(in_denmark(value))) if value else ""


def phone(number: str) -> str:
    """A number as one reads it aloud."""
    return danish.phone(number) if number else ""


def moment(value: datetime | None) -> str:
    """A day and the time of it in Denmark, or nothing."""
    if value is None:
        return ""
    local = in_denmark(value)
    return f"{_words().day(local)} {_words().clock(local)}"


def times(meeting: MeetingView) -> str:
    """When a meeting was called for, began and ended; nothing where not all is known.

    One that closed by itself has no end that anybody saw.
    """
    called, began, ended = meeting.starts_at, meeting.started_at, meeting.held_at
    if not (called and began and ended) or meeting.ended == Ended.ITSELF:
        return ""
    is_same_day = date_in_denmark(called) == date_in_denmark(began)
    clock = _words().clock
    said = gettext("Indkaldt til %(called)s. Begyndte %(began)s. Sluttede %(ended)s.")
    return said % {
        "called": clock(in_denmark(called)) if is_same_day else moment(called),
        "began": clock(in_denmark(began)), "ended": clock(in_denmark(ended)),
    }  # fmt: skip


def frame(title: str, footer: str) -> dict[str, Any]:
    """What every paper has: its language, its title, and a page number that says so."""
    return {
        "lang": language(), "title": title, "footer": footer,
        "page": gettext("Side"), "of": gettext("af"),
    }  # fmt: skip


def columns() -> dict[str, str]:
    """The headings of a table of agreements (domain A6)."""
    return {
        "what": gettext("Hvad"), "who": gettext("Hvem"), "when": gettext("Fra og til"),
        "mandate": gettext("Kan det loves nu?"), "meanwhile": gettext("Hjælp indtil da"),
        "follow_up": gettext("Følges op"), "due": gettext("Senest"),
        "state": gettext("Hvordan står det"),
    }  # fmt: skip


def promise(row: AgreementRow) -> dict[str, str]:
    """One line of the table of agreements."""
    return {
        "what": row.text, "who": _name(row), "due": day(row.due_on),
        "state": _state(row),
    }  # fmt: skip


def became(theme: Mapping[str, str], citizen_said: str) -> str:
    """What became of a theme where the notes do not tell it, on the page and on paper.

    `citizen_said` is her part of the minutes: all her words stand there, not under each theme.
    """
    if theme.get("ended") == ThemeEnd.PARKED:
        return gettext("Gemt til næste møde.")
    if any(theme.get(part) for part in ("said", "solution", "parked")):
        return ""
    if theme.get("agreed"):
        return gettext("I skrev, hvad der skal ske. Det står i referatet.")
    if theme.get("citizen") and citizen_said:
        return gettext("Det, der blev sagt om det, står først i referatet.")
    said: dict[str, str] = {
        ThemeEnd.SPOKEN: gettext("I talte om det. Der er ikke skrevet noget."),
        ThemeEnd.DROPPED: gettext("I talte ikke om det."),
    }
    return said.get(theme.get("ended", ""), gettext("Der er ikke skrevet noget om det."))


def step(row: StepRow) -> dict[str, str]:
    """An own step: whose it is, what, and how it goes; no day (domain 0.3)."""
    whose = gettext("%(name)s vil prøve") % {"name": row.whose} if row.whose else ""
    said = f"{row.text} ({gettext(STEP_NAMES[row.state]).lower()})"
    return {"label": whose or gettext("Eget skridt"), "words": said}


def _name(row: AgreementRow) -> str:
    return row.maker.name if row.maker else gettext("ingen endnu")


def who_holds(held: Holders) -> list[tuple[Holder, str]]:
    """Who holds the course, who covers, and the second: each once, and as what."""
    covers = gettext("Dækker lige nu")
    found = (
        (held.holder, covers if held.is_cover else gettext("Koordinator")),
        (held.deputy, covers),
        (held.beside, gettext("Makker")),
    )
    return [(one, role) for one, role in found if one]


def in_place(named: str, others: Iterable[str]) -> str:
    """Who does it: the one who was named, or those who do it while that one is not there."""
    doing = listed(list(others), gettext(" og "))
    said = {"others": doing, "named": named}
    return gettext("%(others)s i stedet for %(named)s") % said if doing else named


def _now(named: Who | None, others: Iterable[Who]) -> str:
    return in_place(named.name, (one.name for one in others)) if named else ""


def whole_promise(
    row: AgreementRow, today: date, in_places: Mapping[AgreementId, InPlace]
) -> dict[str, str]:
    """One line with everything that follow-up needs: decision, meanwhile, who, when, how (A6)."""
    instead = in_places.get(row.id, AS_NAMED)
    taker = _now(row.backup, instead.takes_over)
    backup = gettext("Ellers: %(name)s") % {"name": taker} if taker else ""
    start = gettext("Fra %(day)s") % {"day": day(row.starts_on)} if row.starts_on else ""
    due = gettext("Senest %(day)s") % {"day": day(row.due_on)} if row.due_on else ""
    decided = gettext("Afgøres af %(name)s") % {"name": row.decided_by} if row.decided_by else ""
    follower = _now(row.follow_up_by, instead.follows)
    return {
        "what": row.text,
        "who": _lines(_name(row), backup),
        "when": _lines(start, due),
        "mandate": _lines(gettext(MANDATES[row.mandate]), decided),
        "meanwhile": row.interim_support,
        "follow_up": _lines(follower, day(row.follow_up_on), row.follow_up_how),
        "state": _lines(stands(row, today), row.report),
    }


def _state(row: AgreementRow) -> str:
    """How it stands; what a leader has said no to waits for nobody's yes."""
    if row.is_refused:
        return gettext(MANDATES[MandateState.REFUSED])
    return gettext(STATES[row.state])


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def known(value: date, precision: Precision) -> str:
    """A date as exactly as somebody knew it: no day is made up."""
    said = {
        Precision.MONTH: month, Precision.SEASON: lambda on: str(_words().season(on)),
        Precision.YEAR: lambda on: str(on.year),
    }  # fmt: skip
    return said.get(precision, day)(value)
