"""The form in which a person reads every line of a copy before it is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from landfast.insight.story_copy import Line
from landfast.learning.rules.anonymising import Masked, masked, named_anew
from landfast.learning.rules.workshop import LINES_MOST, LONG_MAX, TITLE_MAX
from landfast.web.labels import asked

SALT = "landfast.copy-read"
"""A new one whenever what is sealed changes: a form of the code before is asked for anew."""


@dataclass(frozen=True)
class ToRead:
    """A line before it is kept: what was taken out of it, and what to look at."""

    line: Line
    masked: Masked


def to_read(lines: Sequence[Line], names: Iterable[str]) -> list[ToRead]:
    """The newest lines, as many as a group can read, each without what was taken out."""
    known = list(names)
    return [ToRead(line, masked(line["words"], known)) for line in lines[-LINES_MOST:]]


def sealed(rows: Sequence[ToRead], names: Iterable[str]) -> str:
    """The lines as the form carries them, and the names that may not come into them again.

    Nothing is kept before it is read; who reads it knows the names from the course.
    """
    lines = [{**row.line, "words": row.masked.words} for row in rows]
    return signing.dumps([lines, list(names)], salt=SALT, compress=True)


class ReadForm(forms.Form):
    """A title, the words of each line as they are to stand, and a yes to having read them."""

    title = asked(
        forms.CharField(
            label=_("Hvad skal øvesagen hedde? Uden navn"), max_length=TITLE_MAX, required=False
        )
    )
    copy = forms.CharField(widget=forms.HiddenInput)
    said_yes = forms.BooleanField(
        label=_("Borgeren er spurgt og har sagt ja til, at vi lærer af forløbet"), required=False
    )
    is_read = forms.BooleanField(
        label=_("Jeg har læst hver linje. Ingen kan kendes i det"), required=False
    )

    def __init__(self, data: Any = None, *, of_course: bool, **more: Any) -> None:
        super().__init__(data, **more)
        if not of_course:
            del self.fields["said_yes"]
        self.lines, self.names = self._carried()
        for number, line in enumerate(self.lines, 1):
            self.fields[f"w{number}"] = asked(forms.CharField(
                label=_("Linje %(number)s") % {"number": number}, initial=line["words"],
                max_length=LONG_MAX, required=False, widget=forms.Textarea(attrs={"rows": 2}),
            ))  # fmt: skip
            self.fields[f"x{number}"] = forms.BooleanField(label=_("Tag linjen ud"), required=False)

    def _carried(self) -> tuple[list[Line], list[str]]:
        carried = self.data.get("copy") if self.is_bound else self.initial.get("copy")
        try:
            lines, names = signing.loads(carried or "", salt=SALT)
        except signing.BadSignature:
            return [], []
        return lines, names

    def clean(self) -> dict[str, Any]:
        """What was written after the reading is asked about by name: nobody reads it once more."""
        self._unnamed("title", "")
        for number, line in enumerate(self.lines, 1):
            if not self.cleaned_data.get(f"x{number}"):
                self._unnamed(f"w{number}", line["words"])
        return self.cleaned_data

    def _unnamed(self, field: str, read: str) -> None:
        if found := named_anew(self.cleaned_data.get(field, ""), read, self.names):
            said = _("Her står »%(found)s«. Skriv det uden navne og numre.")
            self.add_error(field, said % {"found": "«, »".join(found)})

    def kept(self) -> list[Line]:
        """The lines as they are to stand, without those that were taken out."""
        said = self.cleaned_data
        return [
            {**line, "words": " ".join(said[f"w{number}"].split())}
            for number, line in enumerate(self.lines, 1)
            if not said[f"x{number}"]
        ]
