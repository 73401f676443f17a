"""Forms of what the citizen writes herself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.network.rules.unwell import (
    LONGEST,
    NOTE_LONGEST,
    PARTS,
    SEEN_BY_NAMES,
    SeenBy,
)
from landfast.web.seen_words import SeenForm

HELPS = {
    "reception": _("Højst fem korte linjer. De står øverst."),
    "signs": _("Fx: jeg sover ikke, jeg tager ikke telefonen."),
    "next_time": _("Fx: ring til min søster, lad mig have min egen dyne."),
}
SEEN_BY = [(seen.value, _(name)) for seen, name in SEEN_BY_NAMES.items()]


class UnwellForm(SeenForm):
    """The page for bad days; any part may stay empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = {
            name: forms.CharField(
                label=_(label), max_length=LONGEST, required=False,
                widget=forms.Textarea(attrs={"rows": "3"}), help_text=HELPS.get(name, ""),
            )
            for name, label in PARTS.items()
        }  # fmt: skip
        self.fields = {**parts, **self.fields}

    seen_by = forms.ChoiceField(
        label=_("Hvem må læse siden?"), choices=SEEN_BY, widget=forms.RadioSelect,
        help_text=_("De andre er dit team, og dem du deler »Hvordan jeg har det« med."),
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        """The page as the action takes it."""
        data = self.cleaned_data
        return {
            "words": {name: data[name] for name in PARTS}, "seen_by": SeenBy(data["seen_by"])
        }  # fmt: skip


class NoteForm(forms.Form):
    """A note for myself alone."""

    text = forms.CharField(
        label=_("Din note"), max_length=NOTE_LONGEST, widget=forms.Textarea(attrs={"rows": "6"})
    )
