"""What the citizen has asked to have corrected."""

from dataclasses import dataclass
from uuid import UUID

from landfast.course import models
from landfast.course.rules.correcting import CorrectionState


@dataclass(frozen=True)
class CorrectionRow:
    """One wish to have an entry corrected, with its answer."""

    id: UUID
    about: str
    words: str
    state: CorrectionState
    note: str

    @property
    def waits(self) -> bool:
        """Is it still to be answered?"""
        return self.state is CorrectionState.ASKED


def corrections(course_id: UUID) -> list[CorrectionRow]:
    """All of a course, the oldest first."""
    rows = models.Correction.objects.filter(course_id=course_id).order_by("created_at", "id")
    return [
        CorrectionRow(row.id, row.about, row.words, CorrectionState(row.state), row.note)
        for row in rows
    ]
