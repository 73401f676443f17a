"""Forms of the data protection officer."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from landfast.access.looks.oversight import Asked
from landfast.access.rules import Named, Verdict
from landfast.kernel.clock import DENMARK, today
from landfast.web.labels import asked

WORDS_MAX = 500
MOST, SAMPLE, EXPORT = 200, 25, 10_000
BACK = timedelta(days=30)


class SearchForm(forms.Form):
    """What to see of the log. A search is sent as an address, so that it can be kept."""

    borger = forms.CharField(label=_("Borgerens navn"), max_length=100, required=False)
    medarbejder = forms.CharField(label=_("Medarbejderens navn"), max_length=100, required=False)
    fra = forms.DateField(label=_("Fra og med"), required=False, widget=forms.DateInput)
    til = forms.DateField(label=_("Til og med"), required=False, widget=forms.DateInput)
    forloeb = forms.UUIDField(required=False, widget=forms.HiddenInput)
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    tilfaeldige = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """The days come in their order."""
        said = super().clean() or {}
        first, last = said.get("fra"), said.get("til")
        if first and last and last < first:
            self.add_error("til", _now("Vælg en dag, der kommer efter den første."))
        return said

    def asked(
        self, course: UUID | None, person: UUID | None, *, most: int, mixed: bool = False
    ) -> Asked:
        """The search, in the days it was asked for: without any, the last month."""
        last = self.cleaned_data["til"] or today()
        first = self.cleaned_data["fra"] or last - BACK
        since, before = (
            datetime.combine(day, time(), DENMARK) for day in (first, last + timedelta(days=1))
        )
        return Asked(since, before, person, course, most, mixed)


class VerdictForm(forms.Form):
    """What the officer decides about an unusual look."""

    verdict = forms.ChoiceField(
        label=_("Hvad har du fundet ud af?"), widget=forms.RadioSelect,
        choices=[(Verdict.FINE.value, _("Det er i orden")),
                 (Verdict.FOLLOW_UP.value, _("Der skal følges op"))],
    )  # fmt: skip
    words = asked(forms.CharField(
        label=_("Hvorfor?"), max_length=WORDS_MAX, required=False, widget=forms.Textarea,
        help_text=_("Skriv det, så en anden kan forstå det om et år."),
    ))  # fmt: skip


class AnswerForm(forms.Form):
    """The answer to a citizen who asks for a name."""

    gives = forms.ChoiceField(
        label=_("Hvad vil du svare?"), widget=forms.RadioSelect,
        choices=[("yes", _("Giv navnet")), ("no", _("Giv ikke navnet"))],
    )  # fmt: skip
    words = asked(forms.CharField(
        label=_("Skriv til borgeren"), max_length=WORDS_MAX, required=False,
        widget=forms.Textarea, help_text=_("Borgeren læser det. Siger du nej, så skriv hvorfor."),
    ))  # fmt: skip


class NamingForm(forms.Form):
    """Whose names citizens read in the look log."""

    named = forms.ChoiceField(
        label=_("Hvem ser borgeren navnet på?"), widget=forms.RadioSelect,
        choices=[(Named.NETWORK.value, _("Dem i borgerens eget netværk; andre på enhed")),
                 (Named.ALL.value, _("Alle")),
                 (Named.NOBODY.value, _("Ingen. Kun enheden står der"))],
    )  # fmt: skip
