"""The form of one's own channel."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.messages.rules import ADDRESS_MAX, Way
from landfast.web.labels import asked

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _hour(label: "StrOrPromise") -> forms.TimeField:
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Skriv et klokkeslæt, fx 20:00."),
                        "required": _("Skriv et klokkeslæt, fx 20:00.")},
    )  # fmt: skip


class ChannelForm(forms.Form):
    """How and when. The rules say what an address may look like."""

    way = forms.ChoiceField(
        label=_("Hvordan vil du høre fra os?"),
        choices=[
            (Way.MAIL.value, _("Send mig en mail, når der er nyt")),
            (Way.NONE.value, _("Ingen besked. Jeg kigger selv")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en af dem.")},
    )
    address = asked(
        forms.CharField(
            label=_("Din mailadresse"),
            required=False,
            max_length=ADDRESS_MAX,
            help_text=_(
                "Vi sender dig først en mail. I den siger du ja til, at det er din adresse."
            ),
            widget=forms.TextInput(
                attrs={"autocomplete": "email", "inputmode": "email", "autocapitalize": "none"}
            ),
        )
    )
    quiet_from = _hour(_("Send mig ikke noget efter klokken"))
    quiet_until = _hour(_("og før klokken"))
