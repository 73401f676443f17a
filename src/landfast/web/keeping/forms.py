"""Forms of those who keep the records."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.keeping.rules import HOLD_NAMES, RECEIPT_MAX, TOLD_NAMES, WAIT, WORDS_MAX, YEARS


class WhyForm(forms.Form):
    """Why something is done; the citizen reads it too."""

    why = forms.CharField(
        label=_("Hvorfor?"), max_length=WORDS_MAX, widget=forms.Textarea,
        help_text=_("Borgeren kan læse det."),
    )  # fmt: skip


class UntilForm(WhyForm):
    """The same, and until when."""

    until = forms.DateField(label=_("Til hvilken dag?"), widget=forms.DateInput)


class HoldForm(WhyForm):
    """What must be waited for, and for how long."""

    kind = forms.ChoiceField(
        label=_("Hvad skal der ventes på?"), widget=forms.RadioSelect,
        choices=[(kind.value, _(name)) for kind, name in HOLD_NAMES.items()],
    )  # fmt: skip
    until = forms.DateField(
        label=_("Til og med"), required=False, widget=forms.DateInput,
        help_text=_("Lad feltet stå tomt, hvis du ikke ved det."),
    )  # fmt: skip
    field_order = ("kind", "why", "until")


class ReceiptForm(forms.Form):
    """The number that the archive answered with."""

    receipt = forms.CharField(label=_("Arkivets kvitteringsnummer"), max_length=RECEIPT_MAX)


class ToldForm(forms.Form):
    """How she was told, and when."""

    how = forms.ChoiceField(
        label=_("Hvordan har borgeren fået det at vide?"), widget=forms.RadioSelect,
        choices=[(how.value, _(name)) for how, name in TOLD_NAMES.items()],
    )  # fmt: skip
    on = forms.DateField(label=_("Hvilken dag?"), widget=forms.DateInput)


class YearsForm(forms.Form):
    """How long one kind of record is kept, and where that is written."""

    years = forms.IntegerField(
        label=_("Antal år"), min_value=YEARS.start, max_value=YEARS.stop - 1,
        help_text=_("De tælles fra slutningen af det år, forløbet sluttede."),
    )  # fmt: skip
    delivers = forms.TypedChoiceField(
        label=_("Skal det afleveres til et arkiv?"), widget=forms.RadioSelect,
        coerce=lambda said: said == "yes", choices=[("yes", _("Ja")), ("no", _("Nej"))],
    )  # fmt: skip
    wait_days = forms.IntegerField(
        label=_("Dage fra afleveret til slettet"), min_value=WAIT.start, max_value=WAIT.stop - 1
    )
    source = forms.CharField(
        label=_("Hvor står reglen?"), max_length=WORDS_MAX, widget=forms.Textarea,
        help_text=_("Fx jeres godkendte bevarings- og kassationsplan."),
    )  # fmt: skip
