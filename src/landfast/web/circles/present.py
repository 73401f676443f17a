"""Circles, agreements and cases in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from landfast.circles.queries.cases import CaseRow
from landfast.circles.queries.points import AgreementRow, Figures
from landfast.circles.queries.standing import CircleRow, SittingRow
from landfast.circles.rules.agreeing import STATE_NAMES, AgreementState, is_late
from landfast.circles.rules.cases import (
    GROUND_NAMES,
    TOLD_NAMES,
    CaseState,
    Ground,
    Told,
    must_tell,
)
from landfast.circles.rules.figures import FEW, TOLD_FROM
from landfast.circles.rules.kinds import KIND_NAMES, KIND_WORDS, Heading, Kind
from landfast.kernel.refusals import NotFound
from landfast.web import spoken
from landfast.web.pages import to
from landfast.web.parts.shapes import Cell, Link, State, Table
from landfast.web.parts.shapes import StateKind as Look

LOOKS: dict[AgreementState, Look] = {
    AgreementState.PROPOSED: "waiting",
    AgreementState.AGREED: "open",
    AgreementState.DECLINED: "ended",
    AgreementState.KEPT: "kept",
    AgreementState.NOT_KEPT: "broken",
    AgreementState.DROPPED: "ended",
}


@dataclass(frozen=True)
class AgreementLine:
    """An agreement as a line of a list."""

    row: AgreementRow
    state: State
    url: str


def key(said: str) -> UUID:
    """A key from a form; anything else leads nowhere."""
    try:
        return UUID(said)
    except ValueError as error:
        raise NotFound from error


def kind_name(kind: Kind) -> str:
    """The kind in the reader's language."""
    return _(KIND_NAMES[kind])


def kind_words(kind: Kind) -> str:
    """What that kind is for."""
    return _(KIND_WORDS[kind])


def circle_line(
    row: CircleRow, sitting: SittingRow | None, answers: Mapping[UUID, State]
) -> dict[str, object]:
    """A circle in my list, with my answer to its next meeting where I am asked."""
    answer = answers.get(sitting.id) if sitting else None
    return {"row": row, "kind": kind_name(row.kind), "sitting": sitting, "answer": answer}


def rhythm(row: CircleRow) -> str:
    """How often it meets, as one says it."""
    often = {
        1: _("Hver uge"), 2: _("Hver anden uge"), 4: _("Hver fjerde uge"), 12: _("Hvert kvartal")
    }  # fmt: skip
    return _("%(often)s, %(day)s kl. %(clock)s") % {
        "often": often[row.every_weeks], "day": spoken.weekday(row.weekday),
        "clock": row.at_clock.strftime("%H:%M"),
    }  # fmt: skip


def agreement_line(row: AgreementRow, day: date) -> AgreementLine:
    """An agreement with its state; past its day it says so, and blames nobody."""
    late = is_late(row.state, row.due_on, day)
    word = _("Over dagen") if late else _(STATE_NAMES[row.state])
    look: Look = "due" if late else LOOKS[row.state]
    return AgreementLine(row, State(look, word), to("unit_agreement", row.id))


def wait_line(row: CaseRow) -> dict[str, object]:
    """What waits for me after a case was talked about."""
    link = (
        Link(_("Fortæl borgeren det"), to("tell_of_case", row.id))
        if must_tell(row.state, row.told_after_on)
        else Link(_("Skriv, hvad der kom ud af det"), to("case_outcome", row.id))
    )
    return {"row": row, "link": link}


@dataclass(frozen=True)
class HerLine:
    """A case as a sentence on her first page."""

    sentence: str
    link: Link


def her_line(course_id: UUID, row: CaseRow) -> HerLine:
    """What she reads first: they want to talk about it, or they have."""
    url = to("my_case", course_id, row.id)
    if row.state is CaseState.WAITING:
        sentence = _("%(name)s vil have råd fra andre om dit forløb. De ved ikke, at det er dig.")
        return HerLine(
            sentence % {"name": row.raised_by}, Link(_("Læs det, og sig noget til dem"), url)
        )
    sentence = (
        _("De har talt om dit forløb. Du kan læse, hvad de sagde.") if row.told_words
        else _("De har talt om dit forløb. Du får snart at vide, hvad de sagde.")
    )  # fmt: skip
    return HerLine(sentence, Link(_("Læs det"), url))


def case_state(row: CaseRow) -> str:
    """How a case stands."""
    return {
        CaseState.WAITING: _("På listen"),
        CaseState.HANDLED: _("Talt igennem"),
        CaseState.WITHDRAWN: _("Trukket tilbage"),
        CaseState.REFUSED: _("Borgeren sagde nej. Der tales ikke om det"),
    }[row.state]


def ground(one: Ground) -> str:
    """The ground in words."""
    return _(GROUND_NAMES[one])


def told(one: Told) -> str:
    """How she was told."""
    return _(TOLD_NAMES[one])


def summary(headings: tuple[Heading, ...], said: dict[str, str]) -> list[tuple[str, str]]:
    """What stands under each heading, in their order."""
    return [(_(row.label), said[row.code]) for row in headings if row.code in said]


def figures(rows: list[Figures]) -> Table:
    """Figures without persons; less than five is not told."""

    def count(number: int) -> Cell:
        few = _("Under %(n)s") % {"n": TOLD_FROM}
        return Cell(few if number == FEW else str(number), is_number=True)

    return Table(
        _("Tal fra enhederne, uden personer"),
        (_("Enhed"), _("Forløb i gang"), _("Aftaler over dagen"), _("Venter på afgørelse")),
        tuple(
            (Cell(row.unit), count(row.courses), count(row.late), count(row.waits))
            for row in rows
        ),
    )  # fmt: skip
