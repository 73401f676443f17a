"""Forms: which passage of minutes is covered, for whom, and why."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from landfast.journeys.see_minutes import MinutesPage
from landfast.meetings.queries import MinutesRow
from landfast.meetings.rules.lines import Line, lines
from landfast.meetings.rules.passages import REASON_MAX, WORDS_MAX, Cover
from landfast.web.forms import choose_among
from landfast.web.labels import asked

KINDS = (
    (Cover.COVERED, gettext_lazy("Dæk det. Borgeren, koordinatoren og dem, jeg vælger, læser det")),
    (Cover.TAKEN, gettext_lazy("Tag det ud. Ingen læser det mere")),
    (Cover.ASTRAY, gettext_lazy("Tag det ud. Det handler om en anden borger")),
)


class RedactForm(forms.Form):
    """Which line, all of it or some words, what becomes of it, who may still read it, and why."""

    line = asked(
        forms.ChoiceField(
            label=gettext_lazy("Hvilken linje?"), required=False, widget=forms.RadioSelect
        )
    )
    words = forms.CharField(
        label=gettext_lazy("Kun nogle af ordene"), max_length=WORDS_MAX, required=False,
        help_text=gettext_lazy("Skriv dem, som de står i linjen. Ellers gælder det hele linjen."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=gettext_lazy("Hvad skal der ske?"), choices=KINDS, widget=forms.RadioSelect,
        initial=Cover.COVERED,
    )  # fmt: skip
    readers = forms.MultipleChoiceField(
        label=gettext_lazy("Hvem må stadig læse det?"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Kun når det dækkes."),
    )  # fmt: skip
    reason = asked(
        forms.CharField(
            label=gettext_lazy("Hvorfor?"),
            max_length=REASON_MAX,
            required=False,
            help_text=gettext_lazy("Alle, der læser referatet, ser grunden."),
        )
    )

    def __init__(self, data: Any, *, seen: MinutesPage, row: MinutesRow) -> None:
        super().__init__(data)
        written = row.written or row
        choose_among(
            self,
            "line",
            _by_place(lines(written.citizen_said, written.citizen_note, written.content)),
        )
        choose_among(
            self,
            "readers",
            [
                (str(guest.person_id), guest.name)
                for guest in seen.meeting.guests
                if guest.person_id and str(guest.person_id) in row.recipients
            ],
        )


def _by_place(found: Iterable[Line]) -> list[tuple[str, Any]]:
    """The lines theme by theme, so that one opens where it stands; the citizen's own lie open."""
    shown: list[tuple[str, Any]] = []
    for where, there in groupby(found, lambda one: one.where):
        choices = [(one.key, one.words) for one in there]
        shown += [(where, choices)] if where else choices
    return shown


class AgainForm(forms.Form):
    """Why it can be read again."""

    reason = asked(
        forms.CharField(label=gettext_lazy("Hvorfor?"), max_length=REASON_MAX, required=False)
    )
