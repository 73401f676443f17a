"""The frame in two windows: a yes and a save say which frame their page showed.

Of two who change it the second meets what came meanwhile: the fields that were left alone are as
they stand now, what was typed is kept, and both are shown.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from landfast.kernel.clock import in_denmark
from landfast.meetings.queries import MeetingView
from landfast.meetings.rules import Answers
from landfast.meetings.rules.framing import (
    NAMES,
    Frame,
    changed_since,
    frame_of,
    left_alone,
    mark_of,
)
from landfast.web import spoken
from landfast.web.meetings.beside import speak_to
from landfast.web.meetings.forms import TIMES, FrameForm


class StandingForm(FrameForm):
    """The form of the frame beside the frame that stands."""

    standing: Frame

    def ask_only(self, names: Collection[str]) -> None:
        """Ask about a part of the frame; the rest is saved as it stands."""
        for name in [name for name in NAMES if name not in names]:
            del self.fields[name]

    def frame(self) -> Frame:
        """The frame as the action takes it: what is asked here, and what stands."""
        said = {name: self.cleaned_data[name] for name in NAMES if name in self.fields}
        whole = replace(self.standing, **said)
        return replace(whole, answers=Answers(whole.answers))

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
            drafted = {name: str(self.initial[name] or "") for name in NAMES if name in self.fields}
            names = tuple(name for name, said in drafted.items() if said != self._typed(name))
        return [(self._field(name).label, self._said(name)) for name in names]

    def _field(self, name: str) -> forms.Field:
        """A field of the frame, asked here or not: another part may have been changed meanwhile."""
        return self.fields.get(name) or self.base_fields[name]

    def _typed(self, name: str) -> str:
        """What stands, as one would type it."""
        value = getattr(self.standing, name)
        if isinstance(value, datetime):
            return f"{in_denmark(value):{TIMES[0]}}"
        return "" if value is None else str(value)

    def _said(self, name: str) -> str:
        """What stands, as it is said."""
        value, field = getattr(self.standing, name), self._field(name)
        if isinstance(value, datetime):
            return f"{spoken.day(value)} {spoken.clock(value)}"
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])  # type: ignore[arg-type]
        return self._typed(name) or _("Står tomt")


def frame_form(
    meeting: MeetingView, data: Mapping[str, Any] | None = None, *, is_citizen: bool,
    only: Collection[str] = NAMES,
) -> StandingForm:  # fmt: skip
    """The form of a meeting's frame, empty or sent, to her or to who writes beside her.

    `only`: the names of what is asked about; the whole frame where nothing is said.
    """
    frame = frame_of(meeting)
    form = speak_to(StandingForm(data, initial=asdict(frame)), is_citizen=is_citizen)
    form.ask_only(only)
    form.stand(frame)
    return form


def seen_now(meeting: MeetingView) -> tuple[tuple[str, str], ...]:
    """What is sent along with a yes to the frame: which one the page showed."""
    return (("seen", mark_of(frame_of(meeting))),)
