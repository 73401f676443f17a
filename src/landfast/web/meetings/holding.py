"""Pages: what is pressed in the meeting room. Whatever is pressed, no word typed is lost."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import hold_meeting as journey
from landfast.journeys.ask_at_table import ask_without_login
from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings import actions
from landfast.meetings.queries import acting
from landfast.meetings.rules import MeetingState, Stage, TurnKind
from landfast.meetings.rules.proposing import check_has_no_date
from landfast.meetings.rules.turns import SEATED, Said
from landfast.meetings.rules.typed_as import late
from landfast.plan.rules.promise import Terms
from landfast.web.doors import actor_of
from landfast.web.forms import sent
from landfast.web.meetings import present, room
from landfast.web.meetings.forms import ProposalForm
from landfast.web.pages import leave

SCREENS = {"telefon": "leader_phone", "mit": "my_room", "rum": "hold_meeting"}


def screen_of(request: HttpRequest, otherwise: str = "hold_meeting") -> str:
    """The screen that something was pressed on: one comes back to it."""
    return SCREENS.get(request.POST.get("screen", ""), otherwise)


def hold_meeting(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The room: frame, since last, themes one by one, closing.

    Each page of it is logged (no log, no read); the citizen reads an hour of them as one look.
    """
    table = journey.look_at_room(actor_of(request), course_id, meeting_id)
    if table.room.meeting.state is MeetingState.RUNNING and not table.may_lead:
        return redirect("my_room", course_id, meeting_id)
    return room.show_room(request, table)


def refused(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, **wrong: django_forms.Form
) -> HttpResponse:
    """The room again, with the form that could not be written."""
    room.keep_the_rest(request, course_id, meeting_id)
    table = journey.sit_at_table(actor_of(request), course_id, meeting_id)
    return room.show_room(request, table, **wrong)


def done(request: HttpRequest, course_id: UUID, meeting_id: UUID, said: str = "") -> HttpResponse:
    """It is written: the other words are kept, and the room says what was done."""
    room.keep_the_rest(request, course_id, meeting_id)
    if said:
        messages.success(request, said)
    return redirect(screen_of(request), course_id, meeting_id)


def _pressed(
    request: HttpRequest, ids: tuple[UUID, UUID], write: Callable[[], object], said: str = ""
) -> HttpResponse:
    """A press without a form. What cannot be now is told in the room, where the words are kept."""
    try:
        with transaction.atomic():
            write()
    except NotNow as refusal:
        messages.warning(request, refusal.said(_))
        return done(request, *ids)
    return done(request, *ids, said)


def _present(request: HttpRequest) -> list[UUID]:
    return [one for text in request.POST.getlist("present") if (one := room.as_id(text))]


@require_POST
def start(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The meeting begins."""
    actor, there = actor_of(request), _present(request)
    return _pressed(
        request, (course_id, meeting_id),
        lambda: actions.start_meeting(actor=actor, meeting_id=meeting_id, present=there),
    )  # fmt: skip


@require_POST
def present_now(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Somebody came late or had to leave."""
    actor, there = actor_of(request), _present(request)
    return _pressed(
        request, (course_id, meeting_id),
        lambda: actions.note_present(actor=actor, meeting_id=meeting_id, present=there),
        _("Det er gemt, hvem der er her."),
    )  # fmt: skip


@require_POST
def stage(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One step on, or back."""
    actor, to = actor_of(request), request.POST.get("stage", "")
    if to not in list(Stage):
        return done(request, course_id, meeting_id)
    return _pressed(
        request, (course_id, meeting_id),
        lambda: actions.move_to(actor=actor, meeting_id=meeting_id, stage=Stage(to)),
    )  # fmt: skip


@require_POST
def keep_typed(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Enter in a line sends nothing: the words are kept, and the room stands as it stood."""
    journey.sit_at_table(actor_of(request), course_id, meeting_id)
    return done(request, course_id, meeting_id)


KEEPS, GIVES = "beholder", "videre"
"""How a button says that the word is hers still when her words are kept, or that it is given on."""
HAND, LEFT, DROP = "haand", "rest", "slet"
"""The word is hers now; words that were left are saved as theirs who said them, or thrown away."""


@require_POST
def say(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One turn. From a stale page the words are kept, and the page says where you are."""
    form = room.say_form(
        journey.sit_at_table(actor_of(request), course_id, meeting_id), request.POST
    )
    wrote, said = sent(request, form, lambda: _said(request, meeting_id, form.cleaned_data))
    if not wrote:
        return refused(request, course_id, meeting_id, say_form=form)
    return done(request, course_id, meeting_id, said or "")


def _said(request: HttpRequest, meeting_id: UUID, typed: dict[str, Any]) -> str:
    """Write the turn; answers what the page says about it."""
    if request.POST.get("kind") in {LEFT, DROP}:
        return _left(request, meeting_id, typed)
    kind, theme, seq = (request.POST.get(name, "") for name in ("kind", "theme", "seq"))
    kind, _colon, named = kind.partition(":")  # a button may name who begins to reflect
    theme_id, seat = room.as_id(theme), room.as_id(named or typed["seat"])
    hers_now, kind = kind == HAND, TurnKind.INPUT if kind == HAND else kind
    if kind not in list(TurnKind) or theme_id is None or not seq.isdecimal():
        raise Wrong("what_turn", _("Siden var ikke hel. Prøv igen herfra."))
    said = Said(theme_id, TurnKind(kind), seat if kind in SEATED else None)
    text = typed["text"]
    silent = said.kind in (TurnKind.PASS, TurnKind.NO_ANSWER, TurnKind.CLOSED)
    if silent and text.strip():
        raise NotNow(
            "words_left", _("Du har skrevet noget. Gem det først, eller slet det."), "text"
        )
    actor = actor_of(request)
    if named == GIVES:
        actions.raise_hand(actor=actor, meeting_id=meeting_id, up=False)
        return present.noted(TurnKind.PASS)
    if text.strip() or not hers_now:
        as_whom = "" if room.as_id(named) else typed["seat"]  # the button says whose they are
        actions.say(
            actor=actor, meeting_id=meeting_id, seq=int(seq[:9]), said=said, text=text,
            typed_as=as_whom,
        )  # fmt: skip
    if named == KEEPS or hers_now:
        actions.raise_hand(actor=actor, meeting_id=meeting_id, up=True, at_once=True)
    return present.noted(TurnKind.PASS if hers_now else said.kind)


def _left(request: HttpRequest, meeting_id: UUID, typed: dict[str, Any]) -> str:
    """Words that were typed before the word was given on: kept as theirs who said them, or not."""
    if request.POST.get("kind") == DROP:
        return _("Ordene er slettet.")
    theme = room.as_id(typed["about"])
    if theme is None:
        raise Wrong("what_turn", _("Siden var ikke hel. Prøv igen herfra."))
    said = late(acting.table_now(meeting_id), theme, typed["seat"])
    actor = actor_of(request)
    actions.write_in(actor=actor, meeting_id=meeting_id, said=said, text=typed["text"])
    return present.noted(TurnKind.INPUT)


@require_POST
def add_theme(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A theme that came up at the table, or the first in a meeting without an agenda."""
    actor, form = actor_of(request), room.theme_form(request.POST)
    wrote, _id = sent(
        request, form,
        lambda: actions.add_theme(actor=actor, meeting_id=meeting_id, **form.cleaned_data),
    )  # fmt: skip
    if not wrote:
        return refused(request, course_id, meeting_id, theme_form=form)
    return done(request, course_id, meeting_id, _("Temaet er skrevet ned."))


@require_POST
def propose(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A proposal becomes an agreement when its maker says yes."""
    table = journey.sit_at_table(actor_of(request), course_id, meeting_id)
    form = room.proposal_form(table, request.POST)
    wrote, told = sent(request, form, lambda: _proposed(request, table, form.cleaned_data))
    if not wrote:
        return refused(request, course_id, meeting_id, proposal_form=form)
    return done(request, course_id, meeting_id, told or "")


def _proposed(request: HttpRequest, table: journey.AtTheTable, said: dict[str, Any]) -> str:
    """Write the proposal, or the own step; answers what the page says about it."""
    actor, theme = actor_of(request), room.theme_of(table)
    wish, for_none = room.as_id(said.get("wish", "")), said.get("wish") == ProposalForm.NO_WISH
    theme_id = theme.id if theme else None
    if said["maker"].startswith(room.STEP):
        check_has_no_date(said["due_on"], said["follow_up_on"])
        journey.own_step(
            actor=actor, meeting_id=table.room.meeting.id, text=said["text"],
            theme_id=None if for_none else theme_id, wish_id=wish,
            relation_id=room.as_id(said["maker"].removeprefix(room.STEP)),
        )  # fmt: skip
        return _("Det er skrevet ned som et eget skridt. Det er ikke en aftale.")
    about: dict[str, Any] = {
        "actor": actor, "meeting_id": table.room.meeting.id, "theme_id": theme_id,
        "terms": Terms(
            said["text"], wish_id=wish, due_on=said["due_on"],
            practical_problem=theme.words[: journey.PROBLEM_MAX] if for_none and theme else "",
            follow_up_by=actor.person_id,
            follow_up_on=said["follow_up_on"] or said["due_on"],
        ),
        "again": said.get("again", False),
    }  # fmt: skip
    if said["maker"].startswith(room.OUTSIDE):
        guest = UUID(said["maker"].removeprefix(room.OUTSIDE))
        ask_without_login(**about, guest_id=guest, citizen_said_so=said["citizen_said_so"])
    else:
        makers = {str(row.person_id): row.person_id for row in table.team}
        journey.propose(**about, maker=makers.get(said["maker"]))
    return _("Forslaget er skrevet ned.")


@require_POST
def withdraw(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, agreement_id: UUID
) -> HttpResponse:
    """A proposal is taken back in the room, before anybody has answered."""
    actor = actor_of(request)
    return _pressed(
        request, (course_id, meeting_id),
        lambda: journey.withdraw(actor=actor, meeting_id=meeting_id, agreement_id=agreement_id),
        _("Forslaget er trukket tilbage."),
    )  # fmt: skip


@require_POST
def end(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The closing round and the next date; a draft of the minutes is made."""
    actor = actor_of(request)
    table = journey.sit_at_table(actor, course_id, meeting_id)
    form = room.end_form(table, request.POST)
    if room.tells_all_that_is_missing(form, table):
        return refused(request, course_id, meeting_id, end_form=form)
    wrote, _id = sent(
        request, form,
        lambda: journey.end(
            actor=actor, meeting_id=meeting_id, onward=form.onward(),
            closing_words=form.cleaned_data["closing_words"],
        ),
    )  # fmt: skip
    if not wrote:
        return refused(request, course_id, meeting_id, end_form=form)
    return leave(request, "minutes", course_id, meeting_id)
