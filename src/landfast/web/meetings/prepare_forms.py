"""The forms with which a meeting is prepared: themes, people, frame, and why not."""

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from landfast.journeys import prepare_meeting as journey
from landfast.journeys.ask_about_no import SaidNo
from landfast.paper.words import quoted
from landfast.web.meetings import forms
from landfast.web.meetings.beside import speak_to
from landfast.web.meetings.frame_form import frame_form
from landfast.web.seen_words import SeenForm
from landfast.web.spoken import named


def prepare_forms(
    seen: journey.Preparation, noes: Sequence[SaidNo]
) -> dict[str, django_forms.Form]:
    """All of them, empty, for who writes beside her."""
    return {
        "theme_form": theme_form(seen, is_citizen=False),
        "guest_form": guest_form(seen, noes=noes, is_citizen=False),
        "frame_form": frame_form(seen.meeting, is_citizen=False),
        "agree_form": SeenForm(),
        "cancel_form": forms.ReasonForm(auto_id="cancel_%s"),
        "call_form": forms.ReasonForm(auto_id="call_%s"),
    }


def theme_form(seen: journey.Preparation, data: Any = None, *, is_citizen: bool) -> forms.ThemeForm:
    """A theme, with her wishes to choose from."""
    wishes = [(str(wish.id), wish.words[:80]) for wish in seen.wishes]
    form = speak_to(forms.ThemeForm(data, wishes=wishes), is_citizen=is_citizen)
    if not (is_citizen or seen.meeting.form.is_with_citizen):
        form.fields["words"].help_text = ""  # the words are theirs
    return form


def guest_form(
    seen: journey.Preparation, data: Any = None, *, noes: Sequence[SaidNo], is_citizen: bool
) -> forms.GuestForm:
    """A guest, out of her network; after a no of hers it is asked whether she has said yes."""
    people = [
        (c.key, f"{c.name} ({role})" if (role := _role(c, is_citizen=is_citizen)) else c.name)
        for c in seen.candidates
    ]
    return forms.GuestForm(
        data, people=people, asks_for_yes=bool(noes) and not is_citizen, is_citizen=is_citizen
    )


def _role(one: journey.Candidate, *, is_citizen: bool) -> str:
    if one.guest.relation_id is None:
        return named(one.role)
    return one.role if is_citizen else quoted(one.role)
