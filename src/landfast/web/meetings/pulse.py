"""Pages: how was the meeting? Three faces, and a picture over time with the same as a table."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from landfast.journeys import feel_pulse as journey
from landfast.kernel.clock import date_in_denmark
from landfast.meetings import actions
from landfast.meetings.queries.pulse import PulsePoint
from landfast.meetings.rules.pulse import FACES, QUESTIONS
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank

WORDS = (
    gettext_lazy("Slet ikke"), gettext_lazy("Kun lidt"), gettext_lazy("Nogenlunde"),
    gettext_lazy("Ja, det meste"), gettext_lazy("Ja, helt"),
)  # fmt: skip
STEP, HIGH, FEW = 60, 24, 5
"""Of the picture: from meeting to meeting, from face to face, and room for so many at least."""


class PulseForm(forms.Form):
    """Each question can be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, question in QUESTIONS.items():
            self.fields[name] = forms.TypedChoiceField(
                label=_(question), required=False, coerce=int, empty_value=None,
                choices=list(zip(FACES, WORDS, strict=True)), widget=forms.RadioSelect,
            )  # fmt: skip


@dataclass(frozen=True)
class Dot:
    """One meeting in the picture."""

    x: int
    y: int
    is_hers: bool


@dataclass(frozen=True)
class Picture:
    """One question over time, as dots and as lines of words."""

    question: str
    dots: list[Dot]
    width: int
    lines: list[tuple[date, str, str]]
    rules: list[int]
    """How high each face lies."""


@require_http_methods(["GET", "HEAD", "POST"])
def pulse(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Answer or leave it; nobody is asked twice."""
    actor = actor_of(request)
    seen = journey.look_at_pulse(actor, course_id, meeting_id)
    form = PulseForm(request.POST if request.method == "POST" else None, initial=seen.mine)
    return form_page(
        request, form,
        lambda: actions.give_pulse(
            actor=actor, meeting_id=meeting_id, answers=dict(form.cleaned_data)
        ),
        then=lambda _none: thank(request, _("Tak for dit svar."), "pulse", course_id, meeting_id),
        template="meetings/pulse.html", seen=seen, meeting=seen.meeting,
        is_citizen=actor.is_citizen,
        pictures=[
            picture(name, question, seen.points, seen.whose.called)
            for name, question in QUESTIONS.items()
        ] if seen.points else [],
    )  # fmt: skip


def picture(name: str, question: str, points: list[PulsePoint], called: str) -> Picture:
    """Hers and the others' beside each other, meeting by meeting."""
    days = sorted({one.held_at for one in points})
    told = [(one, answer) for one in points if (answer := one.answers[name]) is not None]
    return Picture(
        _(question),
        [
            Dot(STEP // 2 + STEP * days.index(one.held_at), _height(answer), one.is_citizen)
            for one, answer in told
        ],
        STEP * max(len(days), FEW),
        [
            (
                date_in_denmark(one.held_at), called if one.is_citizen else _("De andre"),
                str(WORDS[round(answer) - 1]),
            )
            for one, answer in told
        ],
        [_height(face) for face in FACES],
    )  # fmt: skip


def _height(answer: float) -> int:
    """The best face is on top."""
    return round((len(FACES) - answer) * HIGH) + HIGH // 2
