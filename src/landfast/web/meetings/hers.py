"""Her own meeting: a calm page first, and each change a screen with one idea (look, C2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from landfast.journeys import prepare_meeting as journey
from landfast.journeys.ask_about_no import SaidNo, noes_at
from landfast.meetings import actions
from landfast.meetings.queries import MeetingView
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.framing import NAMES
from landfast.meetings.rules.preparing import is_open
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.languages import language
from landfast.web.meetings import forms, present
from landfast.web.meetings.frame_form import frame_form
from landfast.web.meetings.prepare_forms import guest_form, theme_form
from landfast.web.pages import page, to
from landfast.web.spoken import clock, day

THEMES, GUESTS, CANCEL, WHOLE = "themes", "guests", "cancel", "whole"


@dataclass(frozen=True)
class Part:
    """One idea of her meeting: its place in the address, its heading, and what is asked there."""

    slug: str
    heading: Any
    names: tuple[str, ...] = ()
    """What of the frame; empty where it is something else that is changed."""


PARTS: Mapping[str, Part] = {
    "time": Part("hvornaar", gettext_lazy("Hvornår mødet er"), ("starts_at",)),
    "place": Part("hvor", gettext_lazy("Hvor mødet er"), ("place", "avoid_places")),
    GUESTS: Part("deltagere", gettext_lazy("Hvem der er med")),
    THEMES: Part("temaer", gettext_lazy("Hvad mødet skal handle om")),
    "not_about": Part("ikke", gettext_lazy("Hvad I ikke skal tale om"), ("not_to_talk_about",)),
    "length": Part("laengde", gettext_lazy("Hvor længe, og pauser"), ("minutes_long", "breaks")),
    "seat": Part(
        "pladser", gettext_lazy("Hvor du sidder, og hvem der taler"),
        ("seating", "speaks_first", "answers"),
    ),
    "size": Part("antal", gettext_lazy("Hvor mange der er med"), ("largest",)),
    "beside": Part("hos-dig", gettext_lazy("Bisidder og tolk"), ("companion", "interpreter")),
    CANCEL: Part("aflys", gettext_lazy("Aflys mødet")),
    WHOLE: Part("det-hele", gettext_lazy("Det hele på én side"), NAMES),
}  # fmt: skip
WITHOUT_HER = frozenset({THEMES, GUESTS, CANCEL})
"""Hers also at a meeting that professionals hold without her: they choose time and place."""
SHOWN_AT = {
    "theme_form": THEMES, "guest_form": GUESTS, "cancel_form": CANCEL, "frame_form": WHOLE,
}  # fmt: skip
"""On which screen a form stands that could not be sent."""


@dataclass(frozen=True)
class Change:
    """Something she can change: what it is, how it stands now, and where it is changed."""

    label: Any
    stands: str
    url: str


def show(
    request: HttpRequest, seen: journey.Preparation, step: Any,
    wrong: Mapping[str, django_forms.Form],
) -> HttpResponse:  # fmt: skip
    """When, where, who and what; a form that could not be sent stands on its own screen."""
    for name, form in wrong.items():
        if name in SHOWN_AT:
            return _screen(request, seen, SHOWN_AT[name], noes_at(seen), {name: form})
    noes = noes_at(seen)
    context = {
        **_known(seen, noes),
        "state": present.state(present.MEETINGS[seen.meeting.state]),
        "attends": present.attends_meeting(seen.meeting),
        "parts": present.parts(seen.meeting),
        "interpreter": language(seen.meeting.interpreter),
        "step": step,
        "changes": _changes(seen.meeting) if _may_change(seen) else [],
        "call_form": wrong.get("call_form"), "agree_form": wrong.get("agree_form"),
    }  # fmt: skip
    return page(request, "meetings/my_meeting.html", context, status=422 if wrong else 200)


def change_meeting(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, part: str
) -> HttpResponse:
    """One thing of her meeting; who prepares it beside her has one page for it all."""
    actor = actor_of(request)
    seen = journey.look_at_preparation(actor, course_id, meeting_id)
    is_here = seen.meeting.form.is_with_citizen or part in WITHOUT_HER
    # what she sends too late is refused by the room, with her words still in the form
    is_in_time = _may_change(seen) or request.method == "POST"
    if not (actor.is_citizen and is_here and is_in_time):
        return redirect("prepare_meeting", course_id, meeting_id)
    if not PARTS[part].names:
        return _screen(request, seen, part, noes_at(seen), {})
    form = frame_form(seen.meeting, request.POST or None, is_citizen=True, only=PARTS[part].names)
    return form_page(
        request, form,
        lambda: actions.set_frame(
            actor=actor, meeting_id=meeting_id, frame=form.frame(), seen=form.was_seen
        ),
        then=lambda _none: thank(request, _("Det er gemt."), "prepare_meeting", *_at(seen)),
        template="meetings/my_meeting_part.html",
        frame_form=form, part=part, heading=PARTS[part].heading, **_known(seen, []),
    )  # fmt: skip


def _screen(
    request: HttpRequest, seen: journey.Preparation, part: str, noes: Sequence[SaidNo],
    wrong: Mapping[str, django_forms.Form],
) -> HttpResponse:  # fmt: skip
    context: dict[str, Any] = {
        **_known(seen, noes), "part": part, "heading": PARTS[part].heading,
        "parts": present.parts(seen.meeting),
        "part_choices": present.part_choices(seen.meeting.form),
        "leads_called": False,  # she notes no yes of others
        "theme_form": theme_form(seen, is_citizen=True),
        "guest_form": guest_form(seen, noes=noes, is_citizen=True),
        "cancel_form": forms.ReasonForm(auto_id="cancel_%s"),
        **wrong,
    }  # fmt: skip
    sent_to = {"theme_form": "add_theme", "guest_form": "add_guest", "frame_form": "set_frame"}
    drafts.keep_all(
        request, {to(url, *_at(seen)): context[f] for f, url in sent_to.items() if f in context}
    )
    return page(request, "meetings/my_meeting_part.html", context, status=422 if wrong else 200)


def _at(seen: journey.Preparation) -> tuple[UUID, UUID]:
    return seen.meeting.course_id, seen.meeting.id


def _may_change(seen: journey.Preparation) -> bool:
    return is_open(seen.meeting.state) and seen.may_prepare


def _known(seen: journey.Preparation, noes: Sequence[SaidNo]) -> dict[str, Any]:
    """What the calm page and every screen know."""
    meeting = seen.meeting
    return {
        "is_citizen": True, "seen": seen, "meeting": meeting, "noes": noes,
        "with_her": meeting.form.is_with_citizen,
        "is_open": _may_change(seen),
        "is_called": meeting.state is MeetingState.CALLED,
        "guests": present.guest_rows(meeting.guests, is_citizen=True),
        "readers": present.readers(seen.readers, is_citizen=True),
    }  # fmt: skip


def _changes(meeting: MeetingView) -> list[Change]:
    stands = _stands(meeting)
    shown = [one for one in PARTS if meeting.form.is_with_citizen or one in WITHOUT_HER]
    if not meeting.agenda_before:
        shown.remove(THEMES)  # she says it at the table
    return [
        Change(
            PARTS[one].heading, stands.get(one, ""),
            to(f"my_meeting_{one}", meeting.course_id, meeting.id),
        )
        for one in shown
    ]  # fmt: skip


def _stands(meeting: MeetingView) -> dict[str, str]:
    """How each thing stands now, in a few words; nothing where nothing was said."""
    starts, listed = meeting.starts_at, len(meeting.guests)
    minutes = _("%(minutes)s minutter") % {"minutes": meeting.minutes_long}
    themes = len(meeting.themes)
    return {
        "time": f"{day(starts)} {clock(starts)}" if starts else _("Ikke valgt endnu"),
        "place": meeting.place or _("Ikke valgt endnu"),
        "length": ". ".join(filter(None, [minutes, meeting.breaks])),
        GUESTS: ngettext("%(number)s på listen", "%(number)s på listen", listed)
        % {"number": listed},
        THEMES: ngettext("%(number)s tema", "%(number)s temaer", themes) % {"number": themes},
        "not_about": meeting.not_to_talk_about,
        "seat": ". ".join(filter(None, [meeting.seating, meeting.speaks_first])),
        "size": _("Højst %(number)s andre") % {"number": meeting.largest}
        if meeting.largest is not None
        else "",
        "beside": ", ".join(filter(None, [meeting.companion, language(meeting.interpreter)])),
    }
