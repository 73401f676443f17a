"""Pages of the plan and of one agreement, and proposing one."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.access.roles import may_in_course
from landfast.access.rules import Permission
from landfast.journeys.see_plan import (
    AgreementSeen,
    Proposing,
    Seen,
    see_agreement,
    see_plan,
    see_proposing,
)
from landfast.kernel.ids import PersonId
from landfast.plan import actions
from landfast.plan.queries import AgreementRow, TeamRow
from landfast.plan.rules.hers import is_otherwise
from landfast.plan.rules.promise import without_who_left
from landfast.plan.rules.words import AgreementKind, AgreementState
from landfast.web import drafts
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page
from landfast.web.pages import page
from landfast.web.plan import costing, for_unit_present, hers_present, outside_present
from landfast.web.plan import deciding_present as deciding
from landfast.web.plan.forms import NEEDED, ProposeForm, terms_of
from landfast.web.plan.onward import onward
from landfast.web.plan.possible import Possible, possible
from landfast.web.plan.present import (
    Voice,
    lines,
    maker_of,
    promise,
    readers_of,
    split,
    step_groups,
    step_shown,
    wishes_shown,
)
from landfast.web.plan.words import KINDS, state_of


def voice_of(actor: Actor, seen: Seen) -> Voice:
    """Who looks, and what the citizen is called to them."""
    called = _("Dig") if actor.is_citizen else seen.course.called
    return Voice(actor.person_id, called, actor.is_citizen)


def frame(actor: Actor, seen: Seen) -> dict[str, Any]:
    """What every page of the plan is given."""
    called = _("dig") if actor.is_citizen else seen.course.called
    return {
        "is_citizen": actor.is_citizen,
        "course": seen.course,
        "course_id": seen.course.course_id,
        "readers": readers_of(seen.readers, called, to_citizen=actor.is_citizen),
    }


def plan(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All goals and agreements on one page (lessons 17), the finished ones folded."""
    actor = actor_of(request)
    if actor.is_citizen:  # her own page says all of it, in her words
        return redirect(_plan_of(actor, course_id))
    seen = see_plan(actor=actor, course_id=course_id)
    voice = voice_of(actor, seen)
    practical, history = split(seen.plan.practical, seen.today, voice)
    context = {
        **frame(actor, seen),
        "wishes": wishes_shown(seen.plan.living, seen.today, voice),
        "aside": wishes_shown(seen.plan.aside, seen.today, voice),
        "practical": practical,
        "history": history,
        "steps": step_groups(step_shown(row, course_id, voice) for row in seen.plan.steps),
        "may_write": may_in_course(seen.roles, Permission.WISH_WRITE),
        "may_propose": may_in_course(seen.roles, Permission.AGREEMENT_PROPOSE),
        "waiting": _waiting_for(actor, seen.plan.agreements),
    }
    return page(request, "plan/plan.html", context)


def _plan_of(actor: Actor, course_id: UUID) -> str:
    """The way back to the plan: her own page of it, where she is the one who reads."""
    if actor.is_citizen:
        return f"{reverse('my_plan')}?forloeb={course_id}"
    return reverse("plan", args=[course_id])


def _waiting_for(actor: Actor, rows: Any) -> list[Any]:
    return [
        row
        for row in rows
        if row.state is AgreementState.PROPOSED
        and row.maker
        and row.maker.id == actor.person_id
        and not row.offered_at
        and not row.is_refused
    ]


def agreement(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """One agreement: how it stands, what I can do, everything that happened."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    context = _shown(actor, seen)
    if (hers := context["hers"]) and hers.asks:
        drafts.keep_all(request, {hers.url: hers.words_form})
    return page(request, "plan/agreement.html", context)


def _shown(actor: Actor, seen: AgreementSeen) -> dict[str, Any]:
    row, voice = seen.agreement, voice_of(actor, seen)
    may = possible(row, actor, seen.roles, {one.person_id for one in seen.team})
    for_unit = for_unit_present.shown(actor, seen, accepts=may.accept)
    decided = deciding.shown(seen, voice)
    return {
        **frame(actor, seen),
        "row": row,
        "may": may,
        "state": state_of(row, seen.today),
        "promise": promise(row, seen.today, voice),
        "maker": maker_of(row, voice),
        "proposer": voice.name(row.proposed_by),
        "follow_up": voice.now(row.follow_up_by, seen.in_place.follows),
        "backup": voice.now(row.backup, seen.in_place.takes_over),
        "kind": KINDS[row.kind],
        "lines": lines(seen.history, voice),
        "waits_with": seen.waits_with,
        "needs_more": missing(seen),
        "asks_talk": _asks_talk(row),
        "also": _also(may, row, keeper_first=for_unit["keeper_first"]) - _first(may, decided),
        **hers_present.shown(actor, seen, voice),
        **outside_present.shown(seen),
        **decided,
        **costing.shown(actor, seen, may_change=may.change),
        **for_unit,
        "back": _plan_of(actor, seen.course.course_id),
    }


def missing(seen: AgreementSeen) -> list[str]:
    """What a yes needs that the proposal does not say."""
    said = without_who_left(terms_of(seen.agreement), [one.person_id for one in seen.team])
    return [name for name in NEEDED if not getattr(said, name)]


def _asks_talk(row: AgreementRow) -> bool:
    """Not kept, or not as she met it: then it is talked about, and a new one is made (A7)."""
    return row.state is AgreementState.BROKEN or is_otherwise(row.hers)


def _also(may: Possible, row: AgreementRow, *, keeper_first: bool) -> set[str]:
    """What else can be done, beside the one next step."""
    first = "replace" if row.talked_on else "talk"
    is_next = {first} if _asks_talk(row) and may.talk and not may.report else set()
    shown = {
        "start": may.start and not keeper_first,
        "report": may.report and keeper_first,
        "change": may.change and not may.accept and not may.confirm,
        "decline": may.decline and not may.accept,
        "talk": may.talk,
        "replace": may.replace,
        "lapse": may.lapse,
    }
    return {name for name, can in shown.items() if can} - is_next


def _first(may: Possible, decided: dict[str, Any]) -> set[str]:
    """After a leader's no the one next step is the talk, and then other words."""
    if not (decided["refused"] and may.talk):
        return set()
    return {"talk"} if decided["talks_of_no"] else {"change"}


def follow_up(seen: AgreementSeen) -> dict[str, Any]:
    """What the proposal says, and where it says nothing: who holds the threads, on the date."""
    row = seen.agreement
    said = without_who_left(terms_of(row), [one.person_id for one in seen.team])
    return {
        "due_on": row.due_on,
        "follow_up_by": said.follow_up_by or _holder(seen.team),
        "follow_up_on": row.follow_up_on or row.due_on,
        "follow_up_how": row.follow_up_how,
        "version": row.version,
    }


def _holder(team: Iterable[TeamRow]) -> PersonId | None:
    return next((one.person_id for one in team if one.holds), None)


@offers(actions.propose_agreement)
def propose(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Propose an agreement; with `?i_stedet=` one that comes instead of another."""
    actor = actor_of(request)
    instead = _uuid(request.GET.get("i_stedet", ""))
    seen = see_proposing(actor=actor, course_id=course_id, replaces=instead)
    form = ProposeForm(
        request.POST or None, team=seen.team, wishes=seen.wishes, initial=_proposal(seen)
    )
    return form_page(
        request, form, lambda: _propose(actor, course_id, form, instead),
        then=lambda made: _proposed(request, course_id, made, form),
        template="plan/propose.html", replaces=seen.replaces, can=deciding.can_lines(seen.can),
        back=_plan_of(actor, course_id), **frame(actor, seen),
    )  # fmt: skip


def _proposal(seen: Proposing) -> dict[str, Any]:
    """What the old agreement said, else sensible beginnings."""
    begin: dict[str, Any] = {
        "follow_up_by": _holder(seen.team), "kind": AgreementKind.SUPPORT.value,
    }  # fmt: skip
    if old := seen.replaces:
        begin |= {
            "text": old.text, "wish_id": old.wish_id, "practical_problem": old.practical_problem,
            "maker": old.maker.id if old.maker else None,
            "kind": (AgreementKind.SUPPORT if old.is_interim else old.kind).value,
            "follow_up_how": old.follow_up_how,
        }  # fmt: skip
    if cost := seen.cost:
        begin |= vars(cost.cost)
    return begin


def _propose(actor: Actor, course_id: UUID, form: ProposeForm, instead: UUID | None) -> UUID:
    values = form.cleaned_data
    return actions.propose_agreement(
        actor=actor, course_id=course_id, terms=form.terms(), maker=values["maker"],
        kind=AgreementKind(values["kind"]), backup=values["backup"],
        interim_support=values["interim_support"], replaces=instead, cost=form.cost(),
        tells_team=not form.is_for_outside,
    )  # fmt: skip


def _proposed(request: HttpRequest, course_id: UUID, made: UUID, form: ProposeForm) -> HttpResponse:
    if form.is_for_outside:
        said = _("Forslaget er skrevet. Sig nu, hvem der skal spørges.")
        return onward(request, "ask_outside", course_id, made, said=said)
    said = _("Forslaget er sendt. Det gælder, når der er sagt ja.")
    return onward(request, "agreement", course_id, made, said=said)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
