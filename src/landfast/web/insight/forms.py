"""Forms of the leaders' pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.course.rules.reason import REASON_MAX
from landfast.web.course.forms import in_spite_of
from landfast.web.labels import asked


class ManyForm(forms.Form):
    """Which courses, to whom, and why."""

    courses = asked(
        forms.MultipleChoiceField(
            label=_("Hvilke forløb?"),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={
                "invalid_choice": _("Et af forløbene er spurgt om eller givet videre. Se listen."),
            },
        )
    )
    person = forms.ChoiceField(label=_("Hvem skal spørges?"), widget=forms.Select)
    reason = forms.CharField(
        label=_("Hvorfor?"), max_length=REASON_MAX,
        help_text=_("Borgeren og den nye kan læse det."),
    )  # fmt: skip
    override = in_spite_of()


class LossForm(forms.Form):
    """How the coordinator was lost."""

    loss = forms.ChoiceField(
        label=_("Hvad er der sket?"), widget=forms.RadioSelect,
        choices=[("leave", _("Er væk uden varsel")), ("left", _("Er ikke ansat længere"))],
    )  # fmt: skip
    ends_on = forms.DateField(
        label=_("Sidste dag væk"), required=False, widget=forms.DateInput,
        help_text=_("Lad stå tomt, hvis ingen ved det."),
    )  # fmt: skip
