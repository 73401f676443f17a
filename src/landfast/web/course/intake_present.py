"""What the intake pages show."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.course.queries.assessment import AssessmentPage, DecisionRow
from landfast.course.queries.intake import ReferralRow
from landfast.course.rules.intake import INTAKE_OUTCOMES, OUTCOME_NAMES, letter
from landfast.course.rules.referral import SAYS_NAMES
from landfast.course.rules.states import NAMES
from landfast.course.rules.told import ANSWERS, HOW_NAMES
from landfast.course.rules.words import Outcome, ReferralState
from landfast.course.rules.words import State as CourseState
from landfast.kernel.ids import PersonId
from landfast.web.course.inbox_present import clock_to, urgency_chip
from landfast.web.course.intake_forms import Caller
from landfast.web.course.letters import paragraphs
from landfast.web.course.referral_present import need_names
from landfast.web.parts.shapes import (
    Act,
    NextStep,
    Person,
    Reader,
    Readers,
    State,
    StateKind,
)
from landfast.web.spoken import day, named

CHIPS: dict[Outcome, StateKind] = {
    Outcome.OFFERED: "kept",
    Outcome.WAITING: "waiting",
    Outcome.DECLINED: "ended",
}


def referral(row: ReferralRow) -> dict[str, Any]:
    """One referral, to be read before it is taken."""
    return {
        "referral": row,
        "urgency": urgency_chip(row.urgency),
        "needs": need_names(row.needs),
        "says": _(SAYS_NAMES[row.says]),
        "clock": clock_to(row.answer_by, _("Tages")),
        "apart": _apart(row),
        "may_keep_apart": row.state in (ReferralState.NEW, ReferralState.WAITS_FOR_YES),
        "rung": _rung(row),
        "ring": _ring(row),
        "sender": Person(row.referred_by, _("har henvist"), row.referred_by_phone),
    }


def _ring(row: ReferralRow) -> Act | None:
    """Where one writes that one rang."""
    if not row.may_be_rung:
        return None
    return Act(_("Skriv, at du har ringet"), reverse("note_rung", args=[row.id]))


def _rung(row: ReferralRow) -> str:
    """The last call: who, when, and whether she was reached."""
    if row.rung_at is None:
        return ""
    said = (
        _("{who} talte med borgeren {day}.") if row.reached
        else _("{who} ringede {day}, og ingen tog den.")
    )  # fmt: skip
    return said.format(who=row.rung_by, day=day(row.rung_at))


def _apart(row: ReferralRow) -> str:
    """Who of the intake knows of a referral that is kept apart; nothing for the others."""
    if row.apart is None:
        return ""
    if not row.known_to_name:
        return _("Holdt adskilt. Kun den daglige leder ser den.")
    return _("Holdt adskilt. Kun %(name)s og den daglige leder ser den.") % {
        "name": row.known_to_name
    }


def assessment(found: AssessmentPage) -> dict[str, Any]:
    """One citizen's assessment: facts and a form; no conclusion."""
    return {
        "found": found,
        "state": State("open", _(NAMES[found.state])),
        "clock": clock_to(found.decide_by, _("Afgøres"))
        if found.state is CourseState.ASSESSMENT and not found.decided
        else None,
        "person": Person(found.name, named(found.programme), found.phone),
        "told": [referral(row) for row in found.referrals],
        "step": _step(found),
        "readers": Readers(
            (Reader(_("dem, der tager imod henvendelser")), Reader(_("borgeren selv")))
        ),
        "counts": _counts(found),
        "proposed": decision(found.proposed) if found.proposed else None,
        "decided": decision(found.decided) if found.decided else None,
        "heard": _heard(found),
        "tell": Act(
            _("Skriv, at borgeren har hørt svaret"), reverse("tell_answer", args=[found.course_id])
        )
        if found.waits_to_hear and found.may_note_told
        else None,
        "outcomes": _outcomes(found),
        "cpr": found.cpr,
        "show_cpr": Act(
            _("Vis hele nummeret"), reverse("show_assessed_cpr", args=[found.course_id]), "post"
        ),
        "may_reassess": found.may_reassess,
    }


def _heard(found: AssessmentPage) -> str:
    """That she has heard the answer: from whom, how and when; or read it herself."""
    answer = found.decided
    if answer and answer.told_at and answer.told_how:
        return _("Borgeren hørte svaret {day} af {who}. {how}.").format(
            day=day(answer.told_at), who=answer.told_by, how=_(HOW_NAMES[answer.told_how])
        )
    if found.read_by_her:
        return _("Borgeren læste selv svaret {day}.").format(day=day(found.read_by_her))
    return ""


def _counts(found: AssessmentPage) -> str:
    s = found.summary
    return _("{yes} ja · {no} nej · {unclear} uafklaret · {missing} mangler").format(
        yes=s.yes, no=s.no, unclear=s.unclear, missing=s.missing
    )


def _outcomes(found: AssessmentPage) -> list[Act]:
    """What can be proposed now, when every criterion is answered and nothing waits."""
    if not found.is_open or found.proposed or found.summary.missing:
        return []
    return [
        Act(_(OUTCOME_NAMES[outcome]), reverse("propose_decision", args=[found.course_id, outcome]))
        for outcome in INTAKE_OUTCOMES
        if not (found.decided and found.decided.outcome is outcome is Outcome.OFFERED)
    ]


def _step(found: AssessmentPage) -> NextStep | None:
    """The next thing, where it is neither a proposal to look at nor one to make.

    Who is to be rung today is rung first, whatever has been answered or proposed meanwhile.
    """
    if rings := next((_rings(row) for row in found.referrals if row.is_to_be_rung), None):
        return rings
    if found.decided and not found.proposed:
        return _start(found)
    if found.proposed or not (found.is_open and found.summary.missing):
        return None
    return NextStep(
        _("Tal med {name}, og svar på spørgsmålene.").format(name=found.name),
        Act(_("Gå til spørgsmålene"), "#criteria"),
    )


def _rings(row: ReferralRow) -> NextStep:
    return NextStep(
        _("Ring til {name} i dag.").format(name=row.name),
        Act(_("Skriv, at du har ringet"), reverse("note_rung", args=[row.id])), _rung(row),
    )  # fmt: skip


def _start(found: AssessmentPage) -> NextStep | None:
    offered = found.decided is not None and found.decided.outcome is Outcome.OFFERED
    if not (offered and found.is_open):
        return None
    return NextStep(
        _("{name} er tilbudt et forløb. Vælg koordinatoren.").format(name=found.name),
        Act(_("Vælg koordinator"), reverse("start_course", args=[found.course_id])),
        _("Ring også, og sig svaret.") if found.waits_to_hear else "",
    )


def decision(row: DecisionRow) -> dict[str, Any]:
    """A decision as those who confirm it read it: with the letter the citizen gets."""
    return {
        "row": row,
        "chip": State(
            CHIPS[row.outcome],
            _(ANSWERS[row.outcome] if row.confirmed_at else OUTCOME_NAMES[row.outcome]),
        ),
        "letter": paragraphs(letter(
            row.outcome, reason=row.reason, instead=row.instead, appeal=row.appeal,
            expected_on=row.expected_on, caller=row.rings.name if row.rings else "",
            instead_of=row.rings.in_place_of if row.rings else "",
        )),
    }  # fmt: skip


def callers(found: AssessmentPage, away: Collection[PersonId]) -> list[Caller]:
    """Who can ring the citizen while she waits; who is away stands there with its why."""
    seen = {row.person.id: row for row in found.colleagues}
    return [
        Caller(str(pk), f"{row.person.name}, {named(row.role_name)}", is_away=pk in away)
        for pk, row in seen.items()
    ]
