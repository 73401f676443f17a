"""The questions of a meeting as they are put to somebody who writes beside the citizen."""

from collections.abc import Mapping
from typing import TypeVar

from django import forms
from django.utils.translation import gettext_lazy

from landfast.meetings.rules import Answers

Form = TypeVar("Form", bound=forms.Form)

LABELS: Mapping[str, object] = {
    "seating": gettext_lazy("Hvor vil borgeren sidde?"),
    "speaks_first": gettext_lazy("Hvem taler først efter borgeren?"),
    "avoid_places": gettext_lazy("Hvor vil borgeren helst ikke mødes?"),
    "companion": gettext_lazy("Borgerens bisidder"),
    "largest": gettext_lazy("Hvor mange andre kan borgeren højst være sammen med?"),
    "answers": gettext_lazy("Hvornår vil borgeren svare på det, de andre siger?"),
    "own_word": gettext_lazy("Borgerens ord"),
    "represented_by": gettext_lazy("Hvem taler for borgeren?"),
}
HINTS: Mapping[str, object] = {
    "words": gettext_lazy("Med borgerens egne ord."),
    "place": gettext_lazy("For eksempel hjemme hos borgeren."),
    "companion": gettext_lazy("Borgeren må tage en bisidder med. Bisidderen tæller ikke med."),
    "own_word": gettext_lazy("Det læses op på mødet. Det kan stå tomt."),
}


OF_HER = {
    Answers.BY_HAND: gettext_lazy("Når borgeren rækker hånden op"),
    Answers.NOT_TODAY: gettext_lazy("Vil helst lytte"),
}


def speak_to(form: Form, *, is_citizen: bool) -> Form:
    """The same form; to anybody but the citizen it speaks of her, not to her."""
    if is_citizen:
        return form
    for name, field in form.fields.items():
        field.label = LABELS.get(name, field.label)  # type: ignore[assignment]
        field.help_text = HINTS.get(name, field.help_text)  # type: ignore[assignment]
    if answers := form.fields.get("answers"):
        answers.choices = [(code, OF_HER.get(code, said)) for code, said in answers.choices]  # type: ignore[attr-defined]
    return form
