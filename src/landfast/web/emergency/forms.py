"""Opening a course in an emergency, and saying whether it was right."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landfast.consent.rules import DECISION_NAMES, Basis, Decision, emergency_bases
from landfast.consent.rules.legal_basis import REASON_MAX
from landfast.course.rules.contact import cpr_number
from landfast.kernel.clock import today
from landfast.web.course.sending import mended

DECISIONS = [(one.value, _(name)) for one, name in DECISION_NAMES.items()]


class OpenForm(forms.Form):
    """Who, on which ground, and why. Nothing of it is kept before it is sent."""

    cpr = forms.CharField(
        label=_("Borgerens CPR-nummer"),
        max_length=11,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    basis = forms.ChoiceField(label=_("Hvad giver dig lov?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Hvorfor skal du læse nu?"),
        max_length=REASON_MAX,
        help_text=_("Mindst 15 tegn. Borgeren og koordinatoren kan læse det."),
        widget=forms.Textarea(attrs={"rows": "3"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["basis"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [
            (code.value, f"{gettext(one.name)} ({gettext(one.law)})")
            for code, one in emergency_bases().items()
        ]

    def clean_cpr(self) -> str:
        """Ten digits that begin with a date."""
        return mended(lambda: cpr_number(self.cleaned_data["cpr"], today()))

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {"cpr": data["cpr"], "basis": Basis(data["basis"]), "reason": data["reason"]}


class ReviewForm(forms.Form):
    """The decision and its words."""

    decision = forms.ChoiceField(
        label=_("Hvad har du fundet?"), choices=DECISIONS, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Med dine ord"),
        max_length=REASON_MAX,
        help_text=_("Borgeren, koordinatoren og den, der læste, kan se det."),
        widget=forms.Textarea(attrs={"rows": "3"}),
    )

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.cleaned_data, "decision": Decision(self.cleaned_data["decision"])}
