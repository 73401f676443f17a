"""Choosing which time of a long course is copied: a year by a touch, or from one day to another."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from landfast.insight.story_period import by_year
from landfast.insight.storyline import Story
from landfast.learning.rules.workshop import LINES_MOST
from landfast.web.pages import to
from landfast.web.parts.shapes import Link


class PeriodForm(forms.Form):
    """From a day, until a day; both with it. Without a word it is the whole course."""

    fra = forms.DateField(
        label=_("Fra"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    til = forms.DateField(
        label=_("Til"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean(self) -> dict[str, Any]:
        """The days come in their order."""
        said = super().clean() or {}
        first, last = said.get("fra"), said.get("til")
        if first and last and last < first:
            self.add_error("til", _t("Vælg en dag, der kommer efter den første."))
        return said

    @property
    def days(self) -> tuple[date | None, date | None]:
        """What was chosen."""
        return self.cleaned_data.get("fra"), self.cleaned_data.get("til")

    def fits(self, lines: int) -> bool:
        """Can a table of people read so many lines? If not, it is told at the field."""
        if lines > LINES_MOST:
            said = _t("Der er %(lines)s linjer. Vælg en kortere tid, så der er højst %(most)s.")
            self.add_error("til", said % {"lines": lines, "most": LINES_MOST})
        elif not lines:
            self.add_error("til", _t("Der er ikke noget i den tid. Vælg en anden."))
        return 0 < lines <= LINES_MOST


def years(course_id: UUID, story: Story) -> list[tuple[Link, int]]:
    """A link for each year, and how many lines it has."""
    where = to("copy_course", course_id)
    return [
        (Link(str(year), f"{where}?fra={year}-01-01&til={year}-12-31"), count)
        for year, count in by_year(story)
    ]
