"""Minutes as this reader may read them: what is covered for her keeps its mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from landfast.meetings import models
from landfast.meetings.rules.passages import Cover


@dataclass(frozen=True)
class CoverRow:
    """A mark in the minutes: what was done, why, by whom, when. `words` only for who may read."""

    number: int
    kind: Cover
    reason: str
    by: str
    on: datetime
    passage_id: UUID | None = None
    words: str | None = None
    stood_since: datetime | None = None


@dataclass(frozen=True)
class StrayRow:
    """A line that came here from minutes of another citizen."""

    id: UUID
    words: str
    reason: str
    on: datetime


def covers_of(content: dict[str, Any], found: Iterable[models.Passage]) -> tuple[CoverRow, ...]:
    """All marks of one version, with the words that this reader may read."""
    rows = {row.number: row for row in found}
    return tuple(_cover(one, rows.get(one["number"])) for one in content.get("covers", []))


def _cover(note: dict[str, Any], row: models.Passage | None) -> CoverRow:
    may_read = row is not None and row.kind == Cover.COVERED
    return CoverRow(
        note["number"], Cover(note["kind"]), note["reason"], note["by"],
        datetime.fromisoformat(note["on"]),
        row.id if row else None, row.words if row and may_read else None,
        row.stood_since if row else None,
    )  # fmt: skip


def passages_of(rows: Iterable[models.Minutes]) -> dict[UUID, list[models.Passage]]:
    """What this reader may read of what was covered, by meeting; asked only where there is any."""
    meetings = {row.meeting_id for row in rows if row.content.get("covers")}
    found: dict[UUID, list[models.Passage]] = {one: [] for one in meetings}
    if meetings:
        seen = models.Passage.objects.filter(meeting_id__in=meetings, lifted_at=None)
        for passage in seen.order_by("number"):
            if passage.meeting_id:
                found[passage.meeting_id].append(passage)
    return found


def astray(course_id: UUID) -> list[StrayRow]:
    """Lines of minutes about this citizen that had been written on another."""
    rows = models.Passage.objects.filter(course_id=course_id, meeting=None)
    return [
        StrayRow(row.id, row.words, row.reason, row.created_at)
        for row in rows.order_by("-created_at", "-id")
    ]
