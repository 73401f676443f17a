"""Who has looked, as it is told: to her, and to those in charge."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from landfast.access import models
from landfast.access.queries import NAMELESS
from landfast.access.roles import CourseRole
from landfast.access.rules import BY_CARD, is_one_look

LOOKS_READ = 5
"""How many looks are read for each line shown: one who works with the citizen looks often."""


@dataclass(frozen=True)
class LookRow:
    """One look into a citizen's record, as the citizen reads it."""

    at: datetime
    who: str
    unit: str
    role: str
    what: str
    allowed: bool = True
    times: int = 1
    organisation: UUID | None = None
    ids: tuple[UUID, ...] = ()
    """The looks that are told as this one, the newest first."""
    person: UUID | None = None


def looks(course: UUID, limit: int = 50, joined: Iterable[UUID] = ()) -> list[LookRow]:
    """Who has looked (Hvem har kigget), newest first; her own looks never crowd others out.

    Looks at what was joined with the course lie where they were made, and are told with them.
    """
    rows = models.Look.objects.filter(scope_id__in=[course, *joined], allowed=True)
    return _told(rows.exclude(role=CourseRole.CITIZEN), limit)


def looks_before(about: UUID, limit: int = 50) -> list[LookRow]:
    """Who has looked at what is not yet a course, refused attempts too; for those in charge."""
    return _told(models.Look.objects.filter(about=about), limit)


def _told(rows: "QuerySet[models.Look]", limit: int) -> list[LookRow]:
    """Looks in a row by the same person at the same thing are one line; the log keeps each."""
    found: list[LookRow] = []
    open_lines: dict[tuple[UUID, str, bool], tuple[int, datetime]] = {}
    newest = rows.select_related("person", "unit").order_by("-at", "-id")
    for row in newest[: limit * LOOKS_READ]:
        key = (row.person_id, row.what, row.allowed)
        line, last = open_lines.get(key, (-1, row.at))
        if line >= 0 and is_one_look(last, row.at):
            told = found[line]
            found[line] = replace(told, times=told.times + 1, ids=(*told.ids, row.id))
        elif len(found) == limit:
            break
        else:
            line = len(found)
            found.append(_look(row))
        open_lines[key] = (line, row.at)
    return found


def _nameless(role: str) -> str:
    if role == BY_CARD:
        return "En, der havde dit kort"
    return NAMELESS[CourseRole.PROXY] if role == CourseRole.PROXY else "Dig selv"


def _look(row: models.Look) -> LookRow:
    unit = row.unit.name if row.unit else ""
    return LookRow(
        row.at, row.person.name or _nameless(row.role), unit, row.role, row.what, row.allowed,
        organisation=row.unit.organisation_id if row.unit else None, ids=(row.id,),
        person=row.person_id,
    )  # fmt: skip
