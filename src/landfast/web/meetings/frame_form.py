"""The frame in two windows: a yes and a save say which frame their page showed.

Of two who change it the second meets what came meanwhile: the fields that were left alone are as
they stand now, what was typed is kept, and both are shown.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from landfast.kernel.clock import in_denmark
from landfast.meetings.queries import MeetingView
from landfast.meetings.rules.framing import Frame, changed_since, frame_of, left_alone, mark_of
from landfast.web import spoken
from landfast.web.meetings.beside import speak_to
from landfast.web.meetings.forms import TIMES, FrameForm


class StandingForm(FrameForm):
    """The form of the frame beside the frame that stands."""

    standing: Frame

    def stand(self, frame: Frame) -> None:
        """Learn the frame that stands, before anything is written."""
        self.standing = frame
        self.meet(mark_of(frame))
        if self.is_bound and self.is_beside:
            alone = left_alone(self.was_seen, self.cleaned_data)
            self.data = {**self.data, **{name: self._typed(name) for name in alone}}

    def changed(self) -> list[tuple[Any, str]]:
        """What stands otherwise than the page showed, or than a draft says: (label, words)."""
        if self.is_bound:
            names = changed_since(self.was_seen, self.standing)
        else:
            drafted = {name: str(self.initial[name] or "") for name in asdict(self.standing)}
            names = tuple(name for name, said in drafted.items() if said != self._typed(name))
        return [(self.fields[name].label, self._said(name)) for name in names]

    def _typed(self, name: str) -> str:
        """What stands, as one would type it."""
        value = getattr(self.standing, name)
        if isinstance(value, datetime):
            return f"{in_denmark(value):{TIMES[0]}}"
        return "" if value is None else str(value)

    def _said(self, name: str) -> str:
        """What stands, as it is said."""
        value, field = getattr(self.standing, name), self.fields[name]
        if isinstance(value, datetime):
            return f"{spoken.day(value)} {spoken.clock(value)}"
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])  # type: ignore[arg-type]
        return self._typed(name) or _("Står tomt")


def frame_form(
    meeting: MeetingView, data: Mapping[str, Any] | None = None, *, is_citizen: bool
) -> StandingForm:
    """The form of a meeting's frame, empty or sent, to her or to who writes beside her."""
    frame = frame_of(meeting)
    form = speak_to(StandingForm(data, initial=asdict(frame)), is_citizen=is_citizen)
    form.stand(frame)
    return form


def seen_now(meeting: MeetingView) -> tuple[tuple[str, str], ...]:
    """What is sent along with a yes to the frame: which one the page showed."""
    return (("seen", mark_of(frame_of(meeting))),)
