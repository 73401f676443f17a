"""Forms of workshops: a case file, the kind, a group's door, its marks and its words."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from landfast.learning.queries.boards import Board
from landfast.learning.rules.workshop import (
    ANSWER_NAMES,
    CODE,
    COLOUR_NAMES,
    KIND_NAMES,
    LONG_MAX,
    NAME_MAX,
    QUESTIONS,
    WORDS_MAX,
    Colour,
    Kind,
)
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.uploads import UploadField


class FileForm(forms.Form):
    """A case file (JSON)."""

    file = UploadField(label=_("Vælg en sagsfil (JSON)"), accept="application/json,.json")


class KindForm(forms.Form):
    """A workshop or an audit."""

    kind = forms.ChoiceField(label=_("Hvad skal grupperne?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "kind", [(one.value, _now(KIND_NAMES[one])) for one in Kind])


class DoorForm(forms.Form):
    """The code, and what the group is called."""

    code = forms.CharField(label=_("Koden, der bliver sagt"), max_length=2 * CODE)
    name = forms.CharField(label=_("Hvad hedder jeres gruppe?"), max_length=NAME_MAX)


class MarkForm(forms.Form):
    """A mark at a line, or one that is taken back."""

    line = forms.IntegerField(required=False, min_value=1)
    colour = forms.ChoiceField(required=False, choices=[(one.value, one) for one in Colour])
    words = forms.CharField(required=False, max_length=WORDS_MAX)
    gone = forms.UUIDField(required=False)


def said(label: Any, rows: int) -> forms.CharField:
    """Some lines that a group fills in as it comes to them."""
    widget = forms.Textarea(attrs={"rows": rows})
    return asked(forms.CharField(label=label, required=False, max_length=LONG_MAX, widget=widget))


class SayForm(forms.Form):
    """Themes, the challenge that matters most, what would meet it; an audit's fixed questions."""

    themes = said(_("Hvilke temaer ser I? Ét på hver linje"), 4)
    challenge = said(_("Hvad er den vigtigste udfordring?"), 2)
    meets_it = said(_("Hvad kunne løse den?"), 3)

    def __init__(self, data: Any, *, board: Board) -> None:
        first = {key: getattr(board, key) for key in ("themes", "challenge", "meets_it")}
        super().__init__(data, initial={**first, **board.answers})
        if board.kind is Kind.AUDIT:
            choices = [(one.value, _now(said)) for one, said in ANSWER_NAMES.items()]
            for key, question in QUESTIONS.items():
                self.fields[key] = asked(
                    forms.ChoiceField(
                        label=_now(question),
                        required=False,
                        choices=choices,
                        widget=forms.RadioSelect,
                    )
                )

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        given = dict(self.cleaned_data)
        texts = {key: given.pop(key) for key in ("themes", "challenge", "meets_it")}
        return {**texts, "answers": given}


def colours() -> list[tuple[str, str]]:
    """Both colours in words."""
    return [(one.value, _now(COLOUR_NAMES[one])) for one in Colour]
