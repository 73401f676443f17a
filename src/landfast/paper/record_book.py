"""Everything about a citizen as a book on paper (indsigt, GDPR art. 15; product F6)."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext

from landfast.paper import words
from landfast.paper.typeset import typeset

Entry = Sequence[tuple[str, str]]
Chapters = Sequence[tuple[str, Sequence[Entry]]]
"""Titles with their entries; each entry is its labels with their words."""


def render(chapters: Chapters, made_at: datetime, without: Sequence[str] = ()) -> bytes:
    """The chapters as tagged PDF, and in the end what is not in it, and why."""
    when = words.moment(made_at)
    return typeset(
        "record.typ",
        {
            **words.frame(
                gettext("Alt om mig"), gettext("Alt om mig, udskrevet %(when)s") % {"when": when}
            ),
            "lede": gettext("Her står det, Landfast ved om dig."),
            "chapters": [
                {
                    "title": title,
                    "entries": [
                        [{"label": label, "words": said} for label, said in entry]
                        for entry in entries
                    ],
                }
                for title, entries in chapters
            ],
            "without-title": gettext("Det er ikke med"),
            "without": list(without),
        },
    )
