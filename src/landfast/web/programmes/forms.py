"""Forms of the leader group's list. The rules of `programmes` say what may stand in them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.programmes.rules import FUNCTION_MAX, WHY_MAX


class ListForm(forms.Form):
    """Which function, since when, why."""

    function = forms.CharField(
        label=_("Funktion"), max_length=FUNCTION_MAX,
        help_text=_("For eksempel “Tovholder i jobcentret”. Ikke et navn på en person."),
    )  # fmt: skip
    decided_on = forms.DateField(label=_("Besluttet den"), widget=forms.DateInput)
    reason = forms.CharField(
        label=_("Hvorfor?"), max_length=WHY_MAX, widget=forms.Textarea(attrs={"rows": 3})
    )


class RemoveForm(forms.Form):
    """Why it is taken off."""

    reason = forms.CharField(
        label=_("Hvorfor?"), max_length=WHY_MAX, widget=forms.Textarea(attrs={"rows": 3})
    )
