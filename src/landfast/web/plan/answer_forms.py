"""Forms of an answer: a no, how it went, a talk about it, or only which words were read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.web.labels import asked
from landfast.web.plan.forms import a_text


class DeclineForm(forms.Form):
    """A no, with what the others can use."""

    reason = a_text(
        _("Hvorfor ikke?"),
        1000,
        _("Skriv kort hvorfor, så vi kan finde en anden vej."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ReportForm(forms.Form):
    """How it went."""

    report = forms.ChoiceField(
        label=_("Hvordan gik det?"),
        choices=[
            ("kept", _("Aftalen er holdt")),
            ("partly", _("Aftalen er delvist holdt")),
            ("not_kept", _("Aftalen blev ikke holdt")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan det gik.")},
    )
    because = asked(
        a_text(
            _("Hvad kom i vejen?"),
            1000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Kun hvis aftalen ikke blev holdt fuldt ud. En linje er nok."),
        )
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class TalkForm(forms.Form):
    """The coordinator has talked with the maker; after a leader's no, with the citizen herself."""

    said = a_text(
        _("Hvad blev der sagt?"), 1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    citizen_said_yes = forms.BooleanField(
        label=_("Borgeren har sagt ja til, at jeg tog det op"), required=False
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, with_citizen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if with_citizen:
            del self.fields["citizen_said_yes"]


class VersionForm(forms.Form):
    """Which words were on the page."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
