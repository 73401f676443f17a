"""Words that may be changed in two windows: the second save sees both, and loses nothing."""

from collections.abc import Mapping

from django import forms


class SeenForm(forms.Form):
    """A form about words that stand already: it says which words its page showed.

    `stands`: the words as they stand now. When they are others than the page showed, the save is
    refused by its room, and the form is shown again beside them, meant for them from then on.
    """

    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    stands: str = ""
    shown: str = ""
    """What stands, as it is read on the page; where nothing else is said it is `stands`."""

    def meet(self, stands: str, shown: str = "") -> None:
        """Learn what stands now, before anything is written."""
        self.stands, self.shown = stands, shown or stands
        self.initial["seen"] = stands
        if self.is_bound:
            self.full_clean()
            self.data = {**self.data.dict(), "seen": stands}  # type: ignore[attr-defined]

    @property
    def was_seen(self) -> str:
        """The words that the page showed, when it was sent."""
        return str(self.cleaned_data.get("seen", ""))

    @property
    def is_beside(self) -> bool:
        """Are there two texts: these words, and others that came meanwhile or before a draft?

        Where nothing stood there is one.
        """
        if self.is_bound:
            return bool(self.stands) and self.was_seen.splitlines() != self.stands.splitlines()
        return bool(self.stands) and bool(getattr(self, "is_draft", False))


def in_words(form: forms.Form, said: Mapping[str, object]) -> str:
    """What stands in a form of several fields, each under its own name."""
    return "\n\n".join(
        f"{form.fields[name].label}: {_chosen(form.fields[name], value)}"
        for name, value in said.items() if value
    )  # fmt: skip


def _chosen(field: forms.Field, value: object) -> object:
    pairs = list(field.widget.choices) if isinstance(field.widget, forms.Select) else []
    return next((label for code, label in pairs if code == value), value)
