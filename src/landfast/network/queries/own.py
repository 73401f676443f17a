"""Reads of what the citizen writes herself: her page for bad days, and her own notes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from landfast.kernel.ids import PersonId
from landfast.kernel.sealed import opened
from landfast.network import models
from landfast.network.rules.helped import Helped
from landfast.network.rules.unwell import PARTS, SeenBy


@dataclass(frozen=True)
class UnwellRow:
    """The page in her words, part by part, and who reads it besides herself."""

    id: UUID
    words: dict[str, str]
    seen_by: SeenBy
    updated_at: datetime
    helped_by: str = ""
    """Who wrote it beside her; empty when it is hers."""
    how: Helped | None = None


def unwell(course_id: UUID) -> UnwellRow | None:
    """Her page as far as the reader is shown it; until she has one, what was written beside her."""
    return next(iter(unwell_pages(course_id)), None)


def unwell_pages(course_id: UUID) -> list[UnwellRow]:
    """Her own first, then those written beside her, the newest first. One query."""
    rows = models.Unwell.objects.filter(course_id=course_id).select_related("helped_by")
    order = F("helped_by").asc(nulls_first=True), "-updated_at", "-id"
    return [_unwell(row) for row in rows.order_by(*order)]


def unwell_beside(course_id: UUID, helper: PersonId) -> UnwellRow | None:
    """What this employee has written beside her, while it waits for her."""
    row = models.Unwell.objects.filter(course_id=course_id, helped_by=helper).first()
    return _unwell(row) if row else None


def _unwell(row: models.Unwell) -> UnwellRow:
    return UnwellRow(
        row.id, words_of(row), SeenBy(row.seen_by), row.updated_at,
        row.helped_by.name if row.helped_by else "",
        Helped(row.helped_how) if row.helped_how else None,
    )  # fmt: skip


def words_of(row: models.Unwell) -> dict[str, str]:
    """What stands in each part."""
    return {name: getattr(row, name) for name in PARTS}


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
