"""Questions to leaders as the pages show them; a quarrel over a bill is not the citizen's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.access.roles import may_in_course
from landfast.access.rules import Permission
from landfast.directory.queries.mandates import Can, Suggested
from landfast.journeys.decide_one import Deciders
from landfast.journeys.see_plan import AgreementSeen
from landfast.kernel.clock import date_in_denmark, now
from landfast.paper.words import moment
from landfast.plan.queries import DecisionRow
from landfast.plan.queries.deciding import is_to_price
from landfast.plan.rules import deciding as rules
from landfast.plan.rules.deciding import ANSWERS, Appeal, DecisionAbout, Passed, Shown
from landfast.web.directory.mandate_words import promise_limits
from landfast.web.parts.shapes import Act, Promise
from landfast.web.plan.present import Voice, promise

SHOWN = {
    Shown.WISH: gettext_lazy("Ønsket, det skal hjælpe"),
    Shown.COST: gettext_lazy("Hvad det koster"),
    Shown.DUE: gettext_lazy("Hvornår det senest skal ske"),
    Shown.INTERIM: gettext_lazy("Hvad der gælder imens"),
    Shown.MAKER: gettext_lazy("Hvem der skal gøre det"),
}
APPEALS = {
    Appeal.MUNICIPALITY: gettext_lazy(
        "Det er en afgørelse. Du kan klage inden fire uger. Send klagen til den enhed, der har "
        "svaret. Ændrer de ikke svaret, sender de den videre til Ankestyrelsen. Din koordinator "
        "kan hjælpe."
    ),
    Appeal.TREATMENT: gettext_lazy(
        "Det handler om behandling. Du kan klage til Styrelsen for Patientklager. Din koordinator "
        "kan hjælpe."
    ),
    Appeal.NOT_A_RULING: gettext_lazy(
        "Det er ikke en afgørelse i loven. Du kan bede om en skriftlig afgørelse. Så får du også "
        "at vide, hvordan du kan klage. Din koordinator kan hjælpe."
    ),
}
APPEAL_NAMES = {
    Appeal.MUNICIPALITY: gettext_lazy("Kommunens afgørelse: klage inden fire uger"),
    Appeal.TREATMENT: gettext_lazy("Behandling: klage til Styrelsen for Patientklager"),
    Appeal.NOT_A_RULING: gettext_lazy("Ikke en afgørelse: borgeren kan bede om en skriftlig"),
}
PASSED = {
    Passed.LATE: gettext_lazy("Gik videre fra %(name)s, fordi der ikke kom et svar til tiden."),
    Passed.AWAY: gettext_lazy("Gik videre fra %(name)s, som er væk."),
}


@dataclass(frozen=True)
class Line:
    """One question on the page of its agreement."""

    row: DecisionRow
    said: str
    hides: bool
    """To the citizen a quarrel over a bill is a date."""
    by: str
    is_late: bool
    stands_in: str
    passed: str
    meanwhile: Promise | None
    """What holds, or held, until the answer."""
    appeal: str
    appeal_by: date | None
    talk: bool
    act: Act | None


def shown(seen: AgreementSeen, voice: Voice) -> dict[str, Any]:
    """What the page of an agreement says about decisions."""
    course, row = seen.course.course_id, seen.agreement
    may = may_in_course(seen.roles, Permission.DECISION_ASK)
    waits = any(one.waits for one in seen.decisions)
    can_ask = may and rules.may_ask_decision(row.state, waits=waits)
    answered = [one for one in seen.decisions if one.answer and one.about is DecisionAbout.GRANT]
    newest = answered[0] if answered else None
    has_yes = may and rules.may_take_up(newest.answer if newest else None, row.mandate, row.state)
    same = newest is not None and is_to_price(newest.shown, seen.cost)
    stands = newest is not None and _stands(newest, seen)
    lines = [_line(seen, one, voice, may=may) for one in seen.decisions]
    return {
        "decisions": lines,
        "decided_by": _decided_by(seen),
        "ask_decision_url": reverse("find_decider", args=[course, row.id]) if can_ask else "",
        "take_up": reverse("take_up_yes", args=[course, row.id])
        if has_yes and same and stands
        else "",
        "refused": row.is_refused,
        "talks_of_no": row.is_refused and any(one.talk for one in lines),
        "other_price": has_yes and not same,
        "other_words": has_yes and same and not stands,
    }


def _decided_by(seen: AgreementSeen) -> str:
    """Who has the question now: it may have gone on from the one the proposal names."""
    about = (one for one in seen.decisions if one.waits and one.about is DecisionAbout.GRANT)
    return next((one.decider for one in about), seen.agreement.decided_by)


def _stands(asked: DecisionRow, seen: AgreementSeen) -> bool:
    """Are the words still those that the leader was asked about?"""
    changes = ((one.at, one.old_text) for one in seen.history)
    return asked.answer is not None and rules.is_to_words(
        asked.answer, asked.asked_at, changes, seen.agreement.text
    )


def _line(seen: AgreementSeen, row: DecisionRow, voice: Voice, *, may: bool) -> Line:
    said = _("Trukket tilbage") if row.withdrawn_at else _("Venter på svar")
    here = [seen.course.course_id, seen.agreement.id, row.id]
    answered = date_in_denmark(row.answered_at) if row.answered_at else None
    withdraws = may and row.waits
    held = seen.interims.get(row.interim_id) if row.interim_id else None
    return Line(
        row, _(ANSWERS[row.answer]) if row.answer else said,
        voice.is_citizen and row.about is DecisionAbout.BILL, by(row), is_late(row), stands_in(row),
        str(PASSED[row.passed_why]) % {"name": row.passed_from} if row.passed_why else "",
        promise(held, seen.today, voice, alone=False) if held else None,
        str(APPEALS[row.appeal]) if row.appeal else "",
        rules.appeal_by(answered, row.appeal) if answered and row.appeal else None,
        rules.talk_is_due(row.answer, answered, seen.agreement.talked_on),
        Act(_("Træk spørgsmålet tilbage"), reverse("withdraw_decision", args=here), "post")
        if withdraws else None,
    )  # fmt: skip


def by(row: DecisionRow) -> str:
    """By when there is an answer, as one says it aloud; nothing once it is answered."""
    return moment(row.answer_by) if row.waits else ""


def is_late(row: DecisionRow) -> bool:
    """Has the time gone, with nobody above who could take it?"""
    return row.waits and row.answer_by is not None and row.answer_by < now()


def stands_in(row: DecisionRow) -> str:
    """For whom the one who is asked answers."""
    return _("Svarer for %(name)s, som er væk.") % {"name": row.stands_in_for} if (
        row.stands_in_for
    ) else ""  # fmt: skip


def shown_rows(rows: Iterable[tuple[Shown, str]]) -> list[tuple[str, str]]:
    """What the leader is shown, under its name."""
    return [(str(SHOWN[one]), words) for one, words in rows]


@dataclass(frozen=True)
class Suggestion:
    """Somebody who can decide it, and why she is named."""

    who: Suggested
    why: str
    url: str


def suggestions(found: Deciders, course: UUID) -> list[Suggestion]:
    """The nearest first; who stands in for somebody says so."""
    return [_suggestion(found, course, one) for one in found.suggested]


def _suggestion(found: Deciders, course: UUID, one: Suggested) -> Suggestion:
    url = reverse("ask_decision", args=[course, found.seen.agreement.id, one.choice.person])
    why = _("afgør det nærmest") if one.choice.level == 0 else _("er over den nærmeste")
    if one.stands_in_for:
        why = _("svarer for %(name)s, som er væk") % {"name": one.stands_in_for}
    return Suggestion(one, why, f"{url}?enhed={one.unit}")


def can_lines(rows: Iterable[Can]) -> list[tuple[str, list[str]]]:
    """Who in the team may promise what alone."""
    return [(one.name, [promise_limits(limit) for limit in one.mandates]) for one in rows]
