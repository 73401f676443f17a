"""The paper form on the screen: its parts in its order."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from landfast.journeys.hold_meeting import AtTheTable
from landfast.journeys.type_from_paper import AgreedOnPaper, Sheet, ThemeOnPaper, faults
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import PersonId
from landfast.meetings.rules.ahead import is_early
from landfast.paper.meeting_form import AGREEMENTS
from landfast.web.forms import show
from landfast.web.labels import asked
from landfast.web.meetings.forms import EndForm

FEW = 2
"""Agreements whose lines stand open."""
MORE_THEMES = 2
"""Themes that came up at the table: there is room for some beside the known ones."""


def _text(label: str, limit: int, rows: int = 2) -> forms.CharField:
    return asked(forms.CharField(
        label=label, max_length=limit, required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    ))  # fmt: skip


class PaperForm(EndForm):
    """Who was there, theme by theme, what was agreed, the end."""

    def __init__(self, data: Any, *, table: AtTheTable) -> None:
        meeting = table.room.meeting
        super().__init__(data, speaks_responsibility=meeting.speaks_responsibility)
        self.known: list[tuple[UUID | None, str]] = [
            *((theme.id, theme.words) for theme in meeting.themes), *[(None, "")] * MORE_THEMES,
        ]  # fmt: skip
        self.meeting = meeting
        if meeting.starts_at and is_early(date_in_denmark(meeting.starts_at), today()):
            self.fields["held_early"] = asked(forms.BooleanField(
                label=_("Mødet er holdt, før det var planlagt"), required=False,
            ))  # fmt: skip
        self.fields["present"] = asked(forms.MultipleChoiceField(
            label=_("Hvem er her?"), required=False, widget=forms.CheckboxSelectMultiple,
            choices=[(str(guest.id), guest.name) for guest in meeting.guests],
        ))  # fmt: skip
        for number, (key, _words) in enumerate(self.known):
            self._add_theme(number, table.whose.called, is_new=key is None)
        makers = [(str(row.person_id), row.name) for row in table.team]
        for number in range(AGREEMENTS):
            self._add_agreement(number, [("", _("Ingen endnu")), *makers])

    def _add_theme(self, number: int, called: str, *, is_new: bool) -> None:
        if is_new:
            self.fields[f"t{number}_words"] = asked(
                forms.CharField(label=_("Tema"), max_length=500, required=False)
            )
        said = _("Det sagde %(name)s") % {"name": called}
        self.fields[f"t{number}_citizen"] = _text(said, 4000)
        self.fields[f"t{number}_others"] = _text(_("Det sagde de andre"), 4000, 3)
        self.fields[f"t{number}_solution"] = _text(_("Det blev vi enige om"), 4000)

    def _add_agreement(self, number: int, makers: Sequence[tuple[str, str]]) -> None:
        self.fields[f"a{number}_text"] = asked(
            forms.CharField(label=_("Hvad"), max_length=480, required=False)
        )
        self.fields[f"a{number}_maker"] = asked(
            forms.ChoiceField(label=_("Hvem"), choices=makers, required=False)
        )
        for name, label in (("due_on", _("Senest")), ("follow_up_on", _("Følges op"))):
            self.fields[f"a{number}_{name}"] = asked(
                forms.DateField(label=label, required=False, widget=forms.DateInput)
            )

    @property
    def theme_groups(self) -> Iterator[tuple[str, list[BoundField], bool]]:
        """Each theme with its words and its fields; those that nobody foresaw are folded away."""
        for number, (key, words) in enumerate(self.known):
            title = words or _("Et tema, der kom op: %(number)s") % {"number": number + 1}
            fields = self._of(f"t{number}_")
            yield title, fields, key is None and not _is_used(fields)

    @property
    def agreement_groups(self) -> Iterator[tuple[str, list[BoundField], bool]]:
        """Each line of the table of agreements; more than a few are folded away."""
        for number in range(AGREEMENTS):
            title = _("Aftale %(number)s") % {"number": number + 1}
            fields = self._of(f"a{number}_")
            yield title, fields, number >= FEW and not _is_used(fields)

    def _of(self, begins: str) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith(begins)]

    def clean(self) -> None:
        """All that is missing is told in one round."""
        if not self.errors:
            for wrong in faults(self.meeting, self.sheet()):
                show(self, wrong)

    def sheet(self) -> Sheet:
        """What was typed, as the journey takes it."""
        said = self.cleaned_data
        themes = [
            ThemeOnPaper(
                key, said.get(f"t{n}_words", words), said[f"t{n}_citizen"], said[f"t{n}_others"],
                said[f"t{n}_solution"],
            )
            for n, (key, words) in enumerate(self.known)
        ]  # fmt: skip
        agreed = [
            AgreedOnPaper(
                said[f"a{n}_text"],
                PersonId(UUID(said[f"a{n}_maker"])) if said[f"a{n}_maker"] else None,
                said[f"a{n}_due_on"], said[f"a{n}_follow_up_on"],
            )
            for n in range(AGREEMENTS)
        ]  # fmt: skip
        present = [UUID(one) for one in said["present"]]
        early = said.get("held_early", False)
        return Sheet(present, themes, agreed, self.onward(), said["closing_words"], early)


def _is_used(fields: list[BoundField]) -> bool:
    """Is anything typed there, or wrong there?"""
    return any(field.errors or field.value() for field in fields)
