"""Page: the meeting room on one screen. Each step is a form of its own; no clock."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import hold_meeting as journey
from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings import actions
from landfast.meetings.rules import Stage, TurnKind
from landfast.meetings.rules.preparing import may_start
from landfast.meetings.rules.turns import (
    SEATED,
    THE_LEADER,
    Expected,
    Said,
    may_say,
    to_reflect,
)
from landfast.plan.rules.promise import Terms
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import sent
from landfast.web.meetings import forms, present
from landfast.web.pages import page, to

SENT_TO = {
    "say_form": "say", "proposal_form": "propose_at_meeting", "end_form": "end_meeting",
    "theme_form": "add_theme_now", "heard_form": "write_afterwards",
}  # fmt: skip
"""Which page each form is sent to: what is typed in it is kept under that address."""


def hold_meeting(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The room: frame, since last, themes one by one, closing."""
    return show_room(request, course_id, meeting_id)


def show_room(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, **wrong: django_forms.Form
) -> HttpResponse:
    """The room as it stands now, with what could not be written at its place."""
    actor = actor_of(request)
    table = journey.look_at_room(actor, course_id, meeting_id)
    room, meeting = table.room, table.room.meeting
    theme = next((one for one in meeting.themes if one.id == room.next.theme), None)
    context: dict[str, Any] = {
        "table": table, "room": room, "meeting": meeting, "called": table.whose.called,
        "may_start": may_start(meeting.state) and table.may_lead,
        "stations": present.stations(meeting.stage, meeting.reflects),
        "parts": present.parts(meeting),
        "is_calm": is_calm(table) and "skriv" not in request.GET,
        "reflect_now": _reflect_now(table),
        "heard_form": heard_form(table),
        "stage": meeting.stage.value, "expected": room.next.expected.value,
        "turn": present.turn(table), "theme": theme, "log": present.log(table, room.next.theme),
        "guests": present.guest_rows(meeting.guests),
        "seats": _seats(table), "attends": present.ATTENDS[meeting.attends],
        "may_close": theme and may_say(room.table, Said(theme.id, TurnKind.CLOSED)),
        "follow_up": _follow_up(table, wrong.get("told_form")),
        "proposals": [present.promise(row) for row in table.proposals],
        "readers": present.table_readers(table.whose.called),
        "say_form": forms.SayForm(),
        "proposal_form": proposal_form(table),
        "end_form": end_form(table),
        "theme_form": forms.NewThemeForm(auto_id="theme_%s"),
        **wrong,
    }  # fmt: skip
    here = {to(act, course_id, meeting_id): context[name] for name, act in SENT_TO.items()}
    drafts.keep_all(request, here)
    return page(request, "meetings/room.html", context, status=422 if wrong else 200)


def is_calm(table: journey.AtTheTable) -> bool:
    """People talk without a screen; what was said is written down afterwards (M-02, D)."""
    meeting = table.room.meeting
    return meeting.off_screen and not meeting.themes and not table.room.log


def _reflect_now(table: journey.AtTheTable) -> UUID | None:
    """Who may begin to reflect midway (S000 §2.2)."""
    now = table.room.next
    if now.theme is None or now.expected is Expected.REFLECTION:
        return None
    waits = [*to_reflect(table.room.table, now.theme), *table.room.table.reflectors]
    first = next(iter(waits), None)
    said = Said(now.theme, TurnKind.REFLECTION, first)
    return first if first and may_say(table.room.table, said) else None


def _follow_up(
    table: journey.AtTheTable, wrong: django_forms.Form | None
) -> list[tuple[journey.Tells, Any, forms.ToldForm | None]]:
    """Each agreement with its card, and a form where its maker is here to tell."""
    shown = []
    for one in table.follow_up:
        key = f"told_{one.row.id}_%s"
        fresh = forms.ToldForm(initial={"version": one.row.version}, auto_id=key)
        form = wrong if wrong and wrong.auto_id == key else fresh
        shown.append((one, present.told(one.row), form if one.may_tell else None))
    return shown  # type: ignore[return-value]


def end_form(table: journey.AtTheTable, data: Any = None) -> forms.EndForm:
    """The closing round; in Åben Dialog also who is responsible for what."""
    spoken = table.room.meeting.speaks_responsibility
    return forms.EndForm(data, speaks_responsibility=spoken, auto_id="end_%s")


def heard_form(table: journey.AtTheTable, data: Any = None) -> forms.HeardForm:
    """One field for each who spoke or reflected."""
    names = _names(table)
    return forms.HeardForm(
        data,
        speakers=[(seat.id, names[seat.id]) for seat in table.room.table.seats],
        reflectors=[(one, names[one]) for one in table.room.table.reflectors],
        auto_id="heard_%s",
    )


def _names(table: journey.AtTheTable) -> dict[UUID, str]:
    meeting = table.room.meeting
    return {THE_LEADER: meeting.leader, **{guest.id: guest.name for guest in meeting.guests}}


def _seats(table: journey.AtTheTable) -> list[tuple[UUID, str]]:
    """Those who may be given the word, the next one first; once more is allowed."""
    names = _names(table)
    if table.room.next.expected is Expected.REFLECTION:
        return [
            (one, names[one]) for one in (table.room.next.seat, *table.room.next.waiting) if one
        ]
    if table.room.next.expected is not Expected.SPEAKER:
        return []
    order = [table.room.next.seat, *table.room.next.waiting]
    rest = [seat.id for seat in table.room.table.seats if seat.id not in order]
    return [(one, names[one]) for one in [*order, *rest] if one]


def proposal_form(table: journey.AtTheTable, data: Any = None) -> forms.ProposalForm:
    """A proposal with those who can make a promise."""
    makers = [(str(row.person_id), row.name) for row in table.team]
    return forms.ProposalForm(data, makers=makers, auto_id="proposal_%s")


def _back(course_id: UUID, meeting_id: UUID) -> HttpResponse:
    return redirect("hold_meeting", course_id, meeting_id)


def _present(request: HttpRequest) -> list[UUID]:
    return [UUID(one) for one in request.POST.getlist("present") if _is_uuid(one)]


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@require_POST
def start(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The meeting begins."""
    actions.start_meeting(actor=actor_of(request), meeting_id=meeting_id, present=_present(request))
    return _back(course_id, meeting_id)


@require_POST
def present_now(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Somebody came late or had to leave."""
    actions.note_present(actor=actor_of(request), meeting_id=meeting_id, present=_present(request))
    return _back(course_id, meeting_id)


@require_POST
def stage(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One step on, or back."""
    to = request.POST.get("stage", "")
    if to in list(Stage):
        actions.move_to(actor=actor_of(request), meeting_id=meeting_id, stage=Stage(to))
    return _back(course_id, meeting_id)


@require_POST
def say(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One turn. From a stale page the words are kept, and the page says where you are."""
    form = forms.SayForm(request.POST)
    done, _none = sent(request, form, lambda: _said(request, meeting_id, form.cleaned_data["text"]))
    if not done:
        return show_room(request, course_id, meeting_id, say_form=form)
    return _back(course_id, meeting_id)


def _said(request: HttpRequest, meeting_id: UUID, text: str) -> None:
    sent = request.POST
    kind, theme, seat, seq = (sent.get(name, "") for name in ("kind", "theme", "seat", "seq"))
    kind, _colon, named = kind.partition(":")  # a button may name who begins to reflect
    seat = named or seat
    if kind not in list(TurnKind) or not _is_uuid(theme) or not seq.isdecimal():
        raise Wrong("what_turn", _("Siden var ikke hel. Prøv igen herfra."))
    by_seat = kind in SEATED and _is_uuid(seat)
    said = Said(UUID(theme), TurnKind(kind), UUID(seat) if by_seat else None)
    silent = said.kind in (TurnKind.PASS, TurnKind.NO_ANSWER, TurnKind.CLOSED)
    if silent and text.strip():
        raise NotNow(
            "words_left", _("Du har skrevet noget. Gem det først, eller slet det."), "text"
        )
    actions.say(
        actor=actor_of(request), meeting_id=meeting_id, seq=int(seq[:9]), said=said, text=text
    )


@require_POST
def add_theme(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A theme that came up at the table, or the first in a meeting without an agenda."""
    actor, form = actor_of(request), forms.NewThemeForm(request.POST, auto_id="theme_%s")
    done, _id = sent(
        request, form,
        lambda: actions.add_theme(actor=actor, meeting_id=meeting_id, **form.cleaned_data),
    )  # fmt: skip
    if not done:
        return show_room(request, course_id, meeting_id, theme_form=form)
    return _back(course_id, meeting_id)


@require_POST
def propose(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A proposal becomes an agreement when its maker says yes."""
    actor = actor_of(request)
    table = journey.look_at_room(actor, course_id, meeting_id)
    form = proposal_form(table, request.POST)
    done, _id = sent(request, form, lambda: _proposed(request, table, form.cleaned_data))
    if not done:
        return show_room(request, course_id, meeting_id, proposal_form=form)
    return _back(course_id, meeting_id)


def _proposed(request: HttpRequest, table: journey.AtTheTable, said: dict[str, Any]) -> None:
    actor, theme = actor_of(request), table.room.next.theme
    last = table.room.meeting.themes[-1].id if table.room.meeting.themes else None
    makers = {str(row.person_id): row.person_id for row in table.team}
    journey.propose(
        actor=actor, meeting_id=table.room.meeting.id, theme_id=theme or last,
        maker=makers.get(said["maker"]),
        terms=Terms(
            said["text"], due_on=said["due_on"], follow_up_by=actor.person_id,
            follow_up_on=said["follow_up_on"] or said["due_on"],
        ),
    )  # fmt: skip


@require_POST
def end(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The closing round and the next date; a draft of the minutes is made."""
    actor = actor_of(request)
    form = end_form(journey.look_at_room(actor, course_id, meeting_id), request.POST)
    done, _id = sent(
        request, form,
        lambda: journey.end(
            actor=actor, meeting_id=meeting_id, onward=form.onward(),
            closing_words=form.cleaned_data["closing_words"],
        ),
    )  # fmt: skip
    if not done:
        return show_room(request, course_id, meeting_id, end_form=form)
    return redirect("minutes", course_id, meeting_id)
