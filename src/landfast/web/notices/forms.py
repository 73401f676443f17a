"""The form of one's own channel."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from landfast.messages.rules import ADDRESS_MAX, Way
from landfast.web.forms import choose_among
from landfast.web.labels import asked

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


WAYS: dict[Way, "StrOrPromise"] = {
    Way.MAIL: _("Send mig en mail, når der er nyt"),
    Way.SMS: _("Send mig en sms, når der er nyt"),
    Way.POST: _("Send mig Digital Post, når der er nyt"),
    Way.PUSH: _("Vis det på min skærm, når der er nyt"),
    Way.NONE: _("Ingen besked. Jeg kigger selv"),
}


def offered() -> frozenset[Way]:
    """The ways that somebody takes messages by here."""
    has = {Way.SMS: settings.LANDFAST_HAS_SMS, Way.POST: settings.LANDFAST_HAS_POST}
    return frozenset(way for way in WAYS if has.get(way, True))


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
    phone = asked(
        forms.CharField(
            label=_("Dit mobilnummer"),
            required=False,
            max_length=20,
            help_text=_("Vi sender dig først en kode. Den skriver du her."),
            widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        )
    )
    is_urgent = forms.BooleanField(
        label=_("Send mig også en sms, når noget haster i dag"),
        required=False,
        help_text=_("Fx når et møde i dag er aflyst. Vi vækker dig kun, hvis det er nødvendigt."),
    )
    is_neutral = forms.BooleanField(
        label=_("Skriv ikke, hvem beskeden er fra"),
        required=False,
        help_text=_("Så står der kun: »Du har en ny besked.« Der er ikke noget link."),
    )
    quiet_from = _hour(_("Send mig ikke noget efter klokken"))
    quiet_until = _hour(_("og før klokken"))

    def __init__(self, *args: Any, without: frozenset[Way] = frozenset(), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = offered() - without
        choose_among(self, "way", [(way.value, said) for way, said in WAYS.items() if way in ways])
        if Way.SMS not in ways:
            del self.fields["phone"], self.fields["is_urgent"]


class CodeForm(forms.Form):
    """The code that came by SMS."""

    code = forms.CharField(
        label=_("Koden fra sms'en"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Skriv koden. Den har seks tal.")},
    )
