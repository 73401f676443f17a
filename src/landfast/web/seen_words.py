"""Words that may be changed in two windows: the second save sees both, and loses nothing."""

from django import forms


class SeenForm(forms.Form):
    """A form about words that stand already: it says which words its page showed.

    `stands`: the words as they stand now. When they are others than the page showed, the save is
    refused by its room, and the form is shown again beside them, meant for them from then on.
    """

    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    stands: str = ""

    def meet(self, stands: str) -> None:
        """Learn what stands now, before anything is written."""
        self.stands = stands
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
        """Are there two texts: these words, and others that came meanwhile or before a draft?"""
        if self.is_bound:
            return self.was_seen.splitlines() != self.stands.splitlines()
        return bool(getattr(self, "is_draft", False))
