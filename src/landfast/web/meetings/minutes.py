"""Pages: minutes for professionals, and the citizen's own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.access.actor import Actor
from landfast.journeys import hold_meeting
from landfast.journeys import see_minutes as journey
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.refusals import NotFound
from landfast.meetings import actions, queries
from landfast.meetings.queries import acting
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.minutes import EDITABLE, free_from, may_make, may_see
from landfast.meetings.rules.passages import may_redact
from landfast.meetings.rules.without import must_tell
from landfast.meetings.rules.words import MinutesState
from landfast.paper.own_record import of_minutes, of_whole_minutes
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import did, form_page, sent, thank
from landfast.web.meetings import forms, present, present_room
from landfast.web.meetings.typed import typed_from_paper
from landfast.web.meetings.visiting import draft_form, words_of
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Promise

SENT_TO = {
    "edit_form": "edit_minutes", "note_form": "seen_beside", "publish_form": "publish_minutes",
    "reason_form": "correct_minutes",
}  # fmt: skip
"""Which page each form is sent to: what is typed in it is kept under that address."""


def minutes(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The minutes, and the one next thing to do with them."""
    if actor_of(request).is_citizen:
        return redirect("my_minutes", course_id, meeting_id)
    return _show(request, course_id, meeting_id)


def _own_part(request: HttpRequest, seen: journey.MinutesPage) -> str:
    """My part of published minutes as plain text, for my own record (D8)."""
    if seen.minutes is None or seen.minutes.state is not MinutesState.PUBLISHED:
        return ""
    me = actor_of(request).person_id
    mine = [row for row in seen.agreed if row.maker and row.maker.id == me]
    return of_minutes(seen.meeting.day_at, mine, request.build_absolute_uri(request.path))


def _show(
    request: HttpRequest,
    course_id: UUID,
    meeting_id: UUID,
    wrong: dict[str, django_forms.Form] | None = None,
) -> HttpResponse:
    seen = journey.look_at_minutes(actor_of(request), course_id, meeting_id)
    row = seen.minutes
    context: dict[str, Any] = {
        "seen": seen, "row": row, "meeting": seen.meeting,
        "state": present.state(present.MINUTES[row.state]) if row else None,
        "promises": _promises(seen),
        "is_editable": bool(row and row.state in EDITABLE and seen.may_write),
        "may_write": seen.may_write and may_make(seen.meeting.state, row is not None),
        "must_tell": seen.may_lead and _must_tell(seen.meeting),
        "may_lead": seen.may_lead, "takes": seen.may_write, "step": row.state.value if row else "",
        "may_redact": bool(row and seen.may_lead and may_redact(row.state)),
        "typed": typed_from_paper(row),
        "free_from": _free_from(row), "recipients": _names(seen), "is_hers": False,
        "since_last": present.told_then(row) if row else [],
        "copy": _own_part(request, seen),
        "beside": late_words(seen),
        "reflection_form": reflection_form(seen, actor_of(request)),
        **(_forms(seen, row) if row else {}), **(wrong or {}),
    }  # fmt: skip
    sent_to = {**(SENT_TO if row else {}), "reflection_form": "write_reflection"}
    here = {to(act, course_id, meeting_id): context[name] for name, act in sent_to.items()}
    drafts.keep_all(request, here)
    return page(request, "meetings/minutes.html", context, status=422 if wrong else 200)


def _promises(seen: journey.MinutesPage) -> dict[str, list[Promise]]:
    """The agreements of the minutes, each under the heading that is true of it."""
    parts = {"agreed": seen.agreed, "waiting": seen.waiting, "never_agreed": seen.never_agreed}
    return {name: [present.promise(one) for one in rows] for name, rows in parts.items()}


def late_words(seen: journey.MinutesPage) -> list[present_room.SideBySide]:
    """What was written without a net and came when the meeting was over: its leader sees it."""
    if not seen.may_lead:
        return []
    held, meeting = acting.held_acts(seen.meeting.id), seen.meeting
    return present_room.beside(
        meeting, seen.whose.called, seen.all_agreements, held, is_running=False
    )


def _must_tell(meeting: queries.MeetingView) -> bool:
    return must_tell(
        meeting.form.citizen, is_held=meeting.state is MeetingState.HELD, told_at=meeting.told_at
    )


def reflection_form(
    seen: journey.MinutesPage, actor: Actor, data: Any = None
) -> forms.ReflectionForm:
    """What she wrote herself stands there, to go on with."""
    mine = [one["text"] for one in seen.reflections if one["person"] == str(actor.person_id)]
    given = {"text": mine[0]} if mine else {}
    return forms.ReflectionForm(data, initial=given, auto_id="reflection_%s")


def _free_from(row: queries.MinutesRow | None) -> Any:
    return free_from(date_in_denmark(row.shown_at)) if row and row.shown_at else None


def _names(seen: journey.MinutesPage) -> list[str]:
    keys = set(seen.minutes.recipients) if seen.minutes else set()
    return [
        one.name
        for one in seen.meeting.guests
        if str(one.person_id or one.relation_id) in keys and one not in seen.without_paper
    ]


def _forms(seen: journey.MinutesPage, row: queries.MinutesRow) -> dict[str, django_forms.Form]:
    had = {key for row in seen.earlier for key in row.recipients}
    there = [
        str(guest.id)
        for guest in seen.may_get
        if guest in seen.present or str(guest.person_id or guest.relation_id) in had
    ]
    return {
        "edit_form": draft_form(row),
        "note_form": _beside_form(row),
        "publish_form": _publish_form(seen, initial={"recipients": there}),
        "reason_form": forms.ReasonForm(auto_id="reason_%s"),
    }


def _beside_form(row: queries.MinutesRow, data: Any = None) -> forms.BesideForm:
    form = forms.BesideForm(data, auto_id="note_%s")
    form.shows(words_of(row))
    return form


def _publish_form(seen: journey.MinutesPage, data: Any = None, **more: Any) -> forms.PublishForm:
    people = [(str(guest.id), guest.name) for guest in seen.may_get]
    return forms.PublishForm(data, people=people, auto_id="publish_%s", **more)


def _version(
    actor: Actor, course_id: UUID, meeting_id: UUID
) -> tuple[journey.MinutesPage, queries.MinutesRow]:
    seen = journey.look_at_minutes(actor, course_id, meeting_id)
    if seen.minutes is None:
        raise NotFound
    return seen, seen.minutes


def _saved(
    request: HttpRequest, ids: tuple[UUID, UUID], form: tuple[str, django_forms.Form],
    write: Callable[[], object], said: str,
) -> HttpResponse:  # fmt: skip
    done, _result = did(form[1], write)
    if not done:
        return _show(request, ids[0], ids[1], dict([form]))
    drafts.forget(request, to(SENT_TO[form[0]], *ids))
    return thank(request, said, "minutes", *ids)


@require_POST
def reflect(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The reflector writes what she heard."""
    actor = actor_of(request)
    seen = journey.look_at_minutes(actor, course_id, meeting_id)
    form = reflection_form(seen, actor, request.POST)
    done, _id = sent(
        request, form,
        lambda: actions.write_reflection(actor=actor, meeting_id=meeting_id, **form.cleaned_data),
    )  # fmt: skip
    if not done:
        return _show(request, course_id, meeting_id, {"reflection_form": form})
    return thank(request, _("Din refleksion er gemt."), "minutes", course_id, meeting_id)


@require_POST
def write(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A draft out of the notes of a meeting that closed by itself."""
    hold_meeting.write_minutes(actor=actor_of(request), meeting_id=meeting_id)
    said = _("Her er et udkast. Læs det igennem.")
    return thank(request, said, "minutes", course_id, meeting_id)


@require_POST
def edit(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The leader puts the draft right."""
    actor = actor_of(request)
    _seen, row = _version(actor, course_id, meeting_id)
    form = draft_form(row, request.POST)
    return _saved(
        request, (course_id, meeting_id), ("edit_form", form),
        lambda: actions.edit_minutes(
            actor=actor, minutes_id=row.id, citizen_said=form.cleaned_data["citizen_said"],
            themes=form.texts(), seen=form.was_seen,
        ),
        _("Referatet er gemt."),
    )  # fmt: skip


@require_POST
def show(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """To the citizen first."""
    actor = actor_of(request)
    _seen, row = _version(actor, course_id, meeting_id)
    actions.show_minutes(actor=actor, minutes_id=row.id)
    return thank(request, _("Borgeren kan nu se referatet."), "minutes", course_id, meeting_id)


@require_POST
def seen_beside(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """They read it together."""
    actor = actor_of(request)
    _seen, row = _version(actor, course_id, meeting_id)
    form = _beside_form(row, request.POST)
    return _saved(
        request, (course_id, meeting_id), ("note_form", form),
        lambda: actions.note_seen_beside(actor=actor, minutes_id=row.id, **form.cleaned_data),
        _("Det er noteret, at I har set det sammen."),
    )  # fmt: skip


@require_POST
def publish(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Out to those who were confirmed."""
    actor = actor_of(request)
    seen, row = _version(actor, course_id, meeting_id)
    form = _publish_form(seen, request.POST)
    return _saved(
        request, (course_id, meeting_id), ("publish_form", form),
        lambda: actions.publish_minutes(
            actor=actor, minutes_id=row.id, note=form.cleaned_data["note"],
            recipients=[UUID(one) for one in form.cleaned_data["recipients"]],
        ),
        _("Referatet er sendt ud. Noterne fra mødet er slettet."),
    )  # fmt: skip


@require_POST
def correct(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """A new version with a reason."""
    actor, form = actor_of(request), forms.ReasonForm(request.POST, auto_id="reason_%s")
    _seen, row = _version(actor, course_id, meeting_id)
    return _saved(
        request, (course_id, meeting_id), ("reason_form", form),
        lambda: actions.correct_minutes(actor=actor, minutes_id=row.id, **form.cleaned_data),
        _("Der er en ny udgave, som du kan rette. Borgeren ser den først."),
    )  # fmt: skip


@require_POST
def recall(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Nobody but her and the leader reads it now."""
    actor, form = actor_of(request), forms.ReasonForm(request.POST, auto_id="reason_%s")
    _seen, row = _version(actor, course_id, meeting_id)
    return _saved(
        request, (course_id, meeting_id), ("reason_form", form),
        lambda: actions.recall_minutes(actor=actor, minutes_id=row.id, **form.cleaned_data),
        _("Referatet er trukket tilbage."),
    )  # fmt: skip


def my_minutes(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Hers to see first, and to correct."""
    actor = actor_of(request)
    if not actor.is_citizen:
        return redirect("minutes", course_id, meeting_id)
    seen = journey.look_at_minutes(actor, course_id, meeting_id, "Mit referat")
    shown = seen.minutes
    form = forms.NoteForm(
        request.POST or None, initial={"note": shown.citizen_note if shown else ""}
    )
    form.meet(shown.citizen_note if shown else "")
    form.shows(words_of(shown) if shown else "")

    def thanked(_none: None) -> HttpResponse:
        wrote = form.cleaned_data["note"].strip()
        said = _("Tak. Dine ord står nu i referatet.") if wrote else _("Tak. Det er gemt.")
        return thank(request, said, "my_minutes", course_id, meeting_id)

    return form_page(
        request, form,
        lambda: actions.see_minutes(
            actor=actor, minutes_id=_version(actor, course_id, meeting_id)[1].id,
            **form.cleaned_data,  # its words, those it was written beside, and those she read
        ),
        then=thanked, template="meetings/my_minutes.html", seen=seen, row=shown,
        meeting=seen.meeting, is_hers=True,
        since_last=present.told_then(shown) if shown else [],
        may_see=bool(shown and may_see(shown.state)),
        typed=typed_from_paper(shown),
        copy=of_whole_minutes(seen, shown) if shown else "",
        recipients=_names(seen), promises=_promises(seen),
    )  # fmt: skip
