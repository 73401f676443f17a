"""Reads of what the citizen writes herself: her page for bad days, and her own notes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.kernel.sealed import opened
from landfast.network import models
from landfast.network.rules.unwell import PARTS, SeenBy


@dataclass(frozen=True)
class UnwellRow:
    """The page in her words, part by part, and who reads it besides herself."""

    words: dict[str, str]
    seen_by: SeenBy
    updated_at: datetime


def unwell(course_id: UUID) -> UnwellRow | None:
    """Her page, as far as the reader is shown it. One query."""
    row = models.Unwell.objects.filter(course_id=course_id).first()
    if row is None:
        return None
    words = {name: getattr(row, name) for name in PARTS}
    return UnwellRow(words, SeenBy(row.seen_by), row.updated_at)


@dataclass(frozen=True)
class NoteRow:
    """A note of hers."""

    id: UUID
    text: str
    updated_at: datetime


def own_notes(course_id: UUID) -> list[NoteRow]:
    """Her notes, the newest first; for everybody else there are none."""
    rows = models.OwnNote.objects.filter(course_id=course_id).order_by("-updated_at", "-id")
    return [NoteRow(row.id, opened(row.text), row.updated_at) for row in rows]
