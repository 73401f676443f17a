"""Putting a finding off or away, and saying that it is not so."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.redthread.rules.settling import WORDS_MAX


class SnoozeForm(forms.Form):
    """Until which day it rests."""

    until = forms.DateField(
        label=_("Se på det igen"), widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Vælg den dag, du vil se på det igen.")},
    )  # fmt: skip


class DismissForm(forms.Form):
    """Why it is put away."""

    because = forms.CharField(
        label=_("Hvorfor?"), max_length=WORDS_MAX, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Borgeren og de andre i teamet kan læse det."),
        error_messages={"required": _("Skriv kort hvorfor. De andre kan læse det.")},
    )  # fmt: skip


class ContestForm(forms.Form):
    """What is not so, in her own words."""

    words = forms.CharField(
        label=_("Hvad passer ikke?"), max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dit team kan læse det."),
        error_messages={"required": _("Skriv, hvad der ikke passer.")},
    )  # fmt: skip
