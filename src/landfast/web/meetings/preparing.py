"""Pages: a course's meetings, and preparing one with the citizen."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import prepare_meeting as journey
from landfast.journeys.ask_about_no import noes_at
from landfast.kernel.clock import now
from landfast.meetings import actions
from landfast.meetings.queries import MeetingView
from landfast.meetings.queries.agreed import agreed_on
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.beside_her import must_book
from landfast.meetings.rules.formats import Citizen
from landfast.meetings.rules.preparing import is_open, may_start
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import sent, thank
from landfast.web.languages import language
from landfast.web.meetings import forms, hers, present
from landfast.web.meetings.ahead import is_before_its_day, on_its_page, step_to_agree
from landfast.web.meetings.easing import for_leader
from landfast.web.meetings.frame_form import frame_form, seen_now
from landfast.web.meetings.prepare_forms import guest_form, prepare_forms, theme_form
from landfast.web.pages import page, to
from landfast.web.seen_words import SeenForm

SENT_TO = {
    "theme_form": "add_theme", "guest_form": "add_guest", "frame_form": "set_frame",
    "cancel_form": "cancel_meeting", "call_form": "call_meeting",
}  # fmt: skip
"""Which page each form is sent to: what is typed in it is kept under that address."""


def meetings(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All meetings of a course; begin a new one."""
    actor = actor_of(request)
    if request.method == "POST":
        meeting = journey.begin_meeting(
            actor=actor, course_id=course_id, format_code=request.POST.get("format_code", "")
        )
        return redirect("prepare_meeting", course_id, meeting)
    seen = journey.look_at_meetings(actor, course_id)
    context = {
        "seen": seen,
        "rows": present.rows(
            seen.meetings, course_id, may_lead=seen.may_lead, is_citizen=actor.is_citizen
        ),
        "is_citizen": actor.is_citizen,
        "astray": seen.astray,
        "agreed_on": agreed_on(seen.meetings, now()),
    }
    return page(request, "meetings/meetings.html", context)


def prepare_meeting(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Themes, frame and people, chosen by the citizen; while it runs, what happens now."""
    return _show(request, course_id, meeting_id)


def _show(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, **wrong: django_forms.Form
) -> HttpResponse:
    actor = actor_of(request)
    seen = journey.look_at_preparation(actor, course_id, meeting_id)
    meeting, step = seen.meeting, _step(course_id, seen, actor.is_citizen)
    if actor.is_citizen and meeting.state is MeetingState.RUNNING and meeting.form.is_with_citizen:
        return redirect("my_room", course_id, meeting_id)
    if actor.is_citizen:
        return hers.show(request, seen, step, wrong)
    leads_called = meeting.state is MeetingState.CALLED and seen.may_lead
    noes = noes_at(seen)
    context: dict[str, Any] = {
        "is_citizen": False,
        "seen": seen,
        "meeting": meeting,
        "state": present.state(present.MEETINGS[meeting.state]),
        "guests": present.guest_rows(meeting.guests),
        "readers": present.readers(seen.readers),
        "attends": present.attends_meeting(meeting),
        "parts": present.parts(meeting),
        "departs": present.departures(meeting.departs),
        "part_choices": present.part_choices(meeting.form),
        "is_open": is_open(meeting.state) and seen.may_prepare,
        "leads_called": leads_called,
        "may_start": leads_called and may_start(meeting.state, meeting.attends),
        "is_before_its_day": is_before_its_day(meeting),
        "step": step,
        "must_book": must_book(meeting.state, meeting.interpreter, meeting.interpreter_who),
        "interpreter": language(meeting.interpreter),
        "heeded": _heeded(seen),
        "calls_anyway": _calls_anyway(seen, step),
        "noes": noes,
        **prepare_forms(seen, noes),
        **wrong,
    }
    here = {to(act, course_id, meeting_id): context[name] for name, act in SENT_TO.items()}
    drafts.keep_all(request, here)
    return page(request, "meetings/prepare.html", context, status=422 if wrong else 200)


def _heeded(seen: journey.Preparation) -> dict[str, Any] | None:
    """Her energy, to who leads; she has it on her own first page."""
    found = seen.heeded if seen.may_lead else None
    return for_leader(found, seen.whose.called, seen.meeting.course_id, seen.meeting.id)


def _calls_anyway(seen: journey.Preparation, step: Any) -> bool:
    """Is calling it the next step, though something departs from the format?"""
    if not step or not seen.meeting.departs:
        return False
    return bool(step.act.url == to("call_meeting", seen.meeting.course_id, seen.meeting.id))


def _step(course_id: UUID, seen: journey.Preparation, is_citizen: bool) -> Any:
    meeting = seen.meeting
    if is_citizen and not meeting.form.is_with_citizen:
        return None  # nothing of it waits for her
    if meeting.state is MeetingState.CALLED and seen.may_prepare:
        agree = step_to_agree(meeting, seen.whose.called, is_citizen=is_citizen)
        if agree:
            return agree
    if meeting.state is MeetingState.CALLED and seen.may_lead:
        return on_its_page(meeting, seen.whose.called)
    if meeting.state is not MeetingState.PREPARING or not seen.may_prepare:
        return None
    return present.step_to_call(
        course_id, meeting.id, themes=len(meeting.themes), time=meeting.starts_at,
        guests=len(meeting.guests), agreed=not waits_for_frame(meeting),
        agenda_before=meeting.agenda_before, is_citizen=is_citizen,
        can_reflect=meeting.can_reflect, untold=len(seen.untold), seen=seen_now(meeting),
    )  # fmt: skip


def waits_for_frame(meeting: MeetingView) -> bool:
    """Only a meeting that she leads waits for her yes to its frame."""
    return meeting.form.citizen is Citizen.LEADS and meeting.frame_agreed_at is None


def _back(request: HttpRequest, course_id: UUID, meeting_id: UUID, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("prepare_meeting", course_id, meeting_id)


def _to_the_guests(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, said: str
) -> HttpResponse:
    """She stays on the screen of who comes: they are chosen one by one, and seldom only one."""
    if not actor_of(request).is_citizen:
        return _back(request, course_id, meeting_id, said)
    return thank(request, said, "my_meeting_guests", course_id, meeting_id)


@require_POST
def add_theme(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A theme in her own words."""
    actor = actor_of(request)
    seen = journey.look_at_preparation(actor, course_id, meeting_id)
    form = theme_form(seen, request.POST, is_citizen=actor.is_citizen)
    done, _theme = sent(
        request,
        form,
        lambda: actions.add_theme(actor=actor, meeting_id=meeting_id, **form.cleaned_data),
    )
    if not done:
        return _show(request, course_id, meeting_id, theme_form=form)
    return _back(request, course_id, meeting_id, _("Temaet er skrevet ned."))


@require_POST
def remove_theme(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, theme_id: UUID
) -> HttpResponse:
    """She does not want to talk about it after all."""
    actions.remove_theme(actor=actor_of(request), meeting_id=meeting_id, theme_id=theme_id)
    return _back(request, course_id, meeting_id, _("Temaet er taget af."))


@require_POST
def set_frame(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The frame as she wants it."""
    actor = actor_of(request)
    seen = journey.look_at_preparation(actor, course_id, meeting_id)
    form = frame_form(seen.meeting, request.POST, is_citizen=actor.is_citizen)
    done, _none = sent(
        request, form,
        lambda: actions.set_frame(
            actor=actor, meeting_id=meeting_id, frame=form.frame(), seen=form.was_seen
        ),
    )  # fmt: skip
    if not done:
        return _show(request, course_id, meeting_id, frame_form=form)
    return _back(request, course_id, meeting_id, _("Rammen er gemt."))


@require_POST
def agree_frame(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Her yes to the frame, or the coordinator's note of it."""
    actor, form = actor_of(request), SeenForm(request.POST)
    done, _none = sent(
        request, form,
        lambda: actions.agree_frame(actor=actor, meeting_id=meeting_id, seen=form.was_seen),
    )  # fmt: skip
    if not done:
        return _show(request, course_id, meeting_id, agree_form=form)
    return _back(request, course_id, meeting_id, _("Rammen er aftalt."))


@require_POST
def add_guest(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """She chooses who comes, one by one."""
    actor = actor_of(request)
    seen = journey.look_at_preparation(actor, course_id, meeting_id)
    form = guest_form(seen, request.POST, noes=noes_at(seen), is_citizen=actor.is_citizen)
    done, _guest = sent(
        request,
        form,
        lambda: journey.invite(actor=actor, meeting_id=meeting_id, **form.cleaned_data),
    )
    if not done:
        return _show(request, course_id, meeting_id, guest_form=form)
    return _to_the_guests(request, course_id, meeting_id, _("Personen er på listen."))


@require_POST
def give_part(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    """Who asks and who reflects."""
    actions.give_part(
        actor=actor_of(request), meeting_id=meeting_id, participant_id=guest_id,
        part=request.POST.get("part", "")[:12],
    )  # fmt: skip
    return _to_the_guests(request, course_id, meeting_id, _("Rollen er gemt."))


@require_POST
def remove_guest(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    """She would rather be without. Who was called hears it, and not why; her team sees the no."""
    actor = actor_of(request)
    seen = journey.look_at_preparation(actor, course_id, meeting_id)
    silent = journey.not_to_be_told(course_id)
    actions.remove_participant(
        actor=actor, meeting_id=meeting_id, participant_id=guest_id, silent=silent
    )
    said = present.taken_off(seen, guest_id, silent)
    if actor.is_citizen:
        seen_by = _("Dit team kan se det her.")
        said = f"{said} {seen_by}"
    return _to_the_guests(request, course_id, meeting_id, said)


@require_POST
def call_meeting(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Those who are asked see it now; what departs from the format says why."""
    actor, form = actor_of(request), forms.ReasonForm(request.POST, auto_id="call_%s")
    done, _none = sent(
        request,
        form,
        lambda: actions.call_meeting(
            actor=actor, meeting_id=meeting_id, because=form.cleaned_data["reason"]
        ),
    )
    if not done:
        return _show(request, course_id, meeting_id, call_form=form)
    return _back(request, course_id, meeting_id, _("Mødet er indkaldt."))


@require_POST
def cancel_meeting(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The meeting will not be."""
    actor, form = actor_of(request), forms.ReasonForm(request.POST, auto_id="cancel_%s")
    done, _none = sent(
        request,
        form,
        lambda: actions.cancel_meeting(
            actor=actor, meeting_id=meeting_id, reason=form.cleaned_data["reason"]
        ),
    )
    if not done:
        return _show(request, course_id, meeting_id, cancel_form=form)
    messages.success(request, _("Mødet er aflyst."))
    return redirect("meetings", course_id)
