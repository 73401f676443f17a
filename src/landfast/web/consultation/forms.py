"""Forms of anonymous questions. What the text gives away is the room's rule."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from landfast.consultation.rules import ABOUT_MAX, KIND_NAMES, NAME_MAX, TEXT_MAX, Found
from landfast.journeys.ask_anonymously import Asking
from landfast.web.forms import choose_among


def looked_at(found: list[Found]) -> list[tuple[str, str]]:
    """What the asker must look at and answer for, each words once."""
    return list(
        {
            one.code: f"“{one.words}” {_now(KIND_NAMES[one.kind])}"
            for one in found
            if not one.must_go
        }.items()
    )


class SayForm(forms.Form):
    """Words that are searched before they leave."""

    text = forms.CharField(
        label=_("Skriv dit svar"), max_length=TEXT_MAX, widget=forms.Textarea(attrs={"rows": 6})
    )
    looked_at = forms.MultipleChoiceField(
        label=_("Jeg har set på det. Det kan ikke pege på nogen:"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, found: list[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = looked_at(found)
        if choices:
            choose_among(self, "looked_at", choices)
        else:
            del self.fields["looked_at"]

    def said(self) -> dict[str, Any]:
        """Text and what was looked at, as the journey takes them."""
        return {
            "text": self.cleaned_data["text"],
            "looked_at": self.cleaned_data.get("looked_at", []),
        }


class AskForm(SayForm):
    """Where to, from which unit, and the question."""

    forum = forms.ChoiceField(label=_("Hvem vil du spørge?"), widget=forms.RadioSelect)
    asked_from = forms.ChoiceField(label=_("Du spørger fra"))

    field_order = ("forum", "asked_from", "text", "looked_at")

    def __init__(self, *args: Any, asking: Asking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Hvad vil du spørge om?")
        self.fields["text"].help_text = _(
            "Skriv om sagen, ikke om hvem det er. Ingen navne, datoer, steder eller tal, der kan "
            "pege på nogen."
        )
        choose_among(
            self,
            "forum",
            [
                (str(row.id), f"{row.name}, {row.unit}, {row.organisation}. {row.about}")
                for row in asking.forums
            ],
        )
        units = [(str(unit), name) for unit, name in asking.units]
        choose_among(self, "asked_from", units)
        if len(units) == 1:
            self.fields["asked_from"].widget = forms.HiddenInput()
            self.fields["asked_from"].initial = units[0][0]


class ForumForm(forms.Form):
    """A unit's forum."""

    name = forms.CharField(label=_("Hvad hedder forummet?"), max_length=NAME_MAX)
    about = forms.CharField(
        label=_("Hvad kan man spørge om?"), max_length=ABOUT_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    is_open = forms.BooleanField(label=_("Vi tager imod spørgsmål nu"), required=False)
