"""Files as people read of them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from landfast.access.roles import CourseRole
from landfast.access.rules import TOPIC_NAMES
from landfast.files.queries import FileRow
from landfast.files.rules import FAMILY_NAMES, READER_NAMES, Readers
from landfast.journeys.see_papers import Papers
from landfast.web.pages import to
from landfast.web.parts.shapes import Act

KILO = 1000


@dataclass(frozen=True)
class Line:
    """A file in a list."""

    title: str
    url: str
    over: str
    """What it is, how large, from when: in one line."""
    about: str
    readers: str
    show: Act | None
    remove: Act | None
    takes_back: bool
    added_by: str


def line(row: FileRow, *, mine: bool) -> Line:
    """A file, with what its owner can do with it."""
    own = row.readers is Readers.OWN
    show = Act(_("Lad mit team læse det"), to("show_paper", row.course_id, row.id), "post")
    away = Act(_("Ja, tag det væk"), to("remove_paper", row.course_id, row.id), "post")
    return Line(
        row.title, to("file", row.id), f"{_(FAMILY_NAMES[row.family])}, {size(row.size)}",
        _(TOPIC_NAMES[row.topic]) if row.topic else "", _(READER_NAMES[row.readers]),
        show if mine and own else None, away if mine else None, own,
        row.added_by,
    )  # fmt: skip


def size(number: int) -> str:
    """How much it takes up, as one says it."""
    if number < KILO * KILO:
        return f"{max(1, round(number / KILO))} kB"
    return f"{number / KILO / KILO:.1f} MB".replace(".", ",")


def papers(seen: Papers) -> dict[str, Any]:
    """The list."""
    return {
        "course": seen.whose, "is_over": seen.is_over,
        "lines": [(line(row, mine=seen.mine), row.added_at) for row in seen.rows],
    }  # fmt: skip


def team(seen: Papers) -> list[str]:
    """Who is meant by the team, by name."""
    return list(dict.fromkeys(one.name for one in seen.team if one.role is not CourseRole.CITIZEN))
