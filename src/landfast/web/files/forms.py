"""What I put among my papers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.access.rules import TOPIC_NAMES, Topic
from landfast.files.rules import READER_NAMES, TITLE_MAX, Readers
from landfast.web.uploads import UploadField

TOPICS = [("", _("Ikke noget bestemt")), *((t.value, _(name)) for t, name in TOPIC_NAMES.items())]


class PaperForm(forms.Form):
    """The file, what it is, who may read it, what it is about."""

    file = UploadField(
        label=_("Fil"),
        help_text=_("Et billede eller en PDF, højst 15 MB. Vi fjerner sted og tid fra billedet."),
    )
    title = forms.CharField(
        label=_("Hvad er det?"), max_length=TITLE_MAX, help_text=_("Fx: brev fra kommunen.")
    )
    readers = forms.ChoiceField(
        label=_("Hvem må læse det?"), widget=forms.RadioSelect,
        choices=[(one.value, _(name)) for one, name in READER_NAMES.items()],
    )  # fmt: skip
    topic = forms.ChoiceField(
        label=_("Hvad handler det om?"), choices=TOPICS, required=False,
        help_text=_("De, du deler emnet med, kan læse det. Ikke, hvis det kun er til dig."),
    )  # fmt: skip

    def __init__(self, team: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if team:
            said = _("Dit team er: %(names)s.") % {"names": ", ".join(team)}
            self.fields["readers"].help_text = said

    def said(self) -> dict[str, Any]:
        """The form as the action takes it."""
        data = self.cleaned_data
        return {
            "upload": data["file"], "title": data["title"], "readers": Readers(data["readers"]),
            "topic": Topic(data["topic"]) if data["topic"] else None,
        }  # fmt: skip


class FaceForm(forms.Form):
    """A picture of me."""

    file = UploadField(
        label=_("Billede"), accept="image/jpeg,image/png,image/webp",
        help_text=_("Vælg et billede, hvor man kan se dit ansigt."),
    )  # fmt: skip
