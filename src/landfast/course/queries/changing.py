"""Wishes for another coordinator."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import FilteredRelation, Q

from landfast.course import models
from landfast.course.rules.changing import ChangeState, still_told
from landfast.course.rules.words import HandoverState
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import UnitId
from landfast.kernel.reading import IDS, Once

OFFERED = Q(course__handovers__state=HandoverState.OFFERED)


@dataclass(frozen=True)
class ChangeRow:
    """A wish for another coordinator: whose, from whom, by when it is answered."""

    course_id: UUID
    citizen: str
    holder: str
    asked_at: datetime
    answer_by: date
    state: ChangeState
    words: str
    asked: str = ""
    """Who has been asked to take over, and has not answered yet."""

    @property
    def is_open(self) -> bool:
        """Does it wait for an answer?"""
        return self.state is ChangeState.ASKED


def change_wish(course_id: UUID) -> ChangeRow | None:
    """The wish that waits, or what came of the last one while that is still told."""
    row = (
        models.ChangeWish.objects.filter(course_id=course_id)
        .exclude(state=ChangeState.TAKEN_BACK)
        .select_related("course__citizen", "holder")
        .order_by("-created_at", "-id")
        .first()
    )
    if row is None:
        return None
    over = row.answered_at and not still_told(
        date_in_denmark(row.answered_at), today()
    )  # fmt: skip
    return None if over else _row(row)


def open_wish(course_id: UUID) -> ChangeRow | None:
    """The wish that waits for an answer."""
    row = (
        models.ChangeWish.objects.filter(course_id=course_id, state=ChangeState.ASKED)
        .select_related("course__citizen", "holder").first()
    )  # fmt: skip
    return _row(row) if row else None


_IN_UNITS = Once(
    lambda units: models.ChangeWish.objects.filter(
        course__unit_id__any_of=units, state=ChangeState.ASKED
    )
    .annotate(offer=FilteredRelation("course__handovers", condition=OFFERED))
    .order_by("answer_by", "id")
    .values_list(
        "course_id", "course__citizen__name", "holder__name", "created_at", "answer_by", "words",
        "offer__taker__name",
    ),
    IDS,
)  # fmt: skip


def wishes_in_units(unit_ids: list[UnitId]) -> list[ChangeRow]:
    """Wishes that wait for their daily lead, the nearest answer first, and who has been asked."""
    return [
        ChangeRow(course, citizen, holder, at, by, ChangeState.ASKED, words, asked or "")
        for course, citizen, holder, at, by, words, asked in _IN_UNITS(list(unit_ids))
    ]


def _row(row: models.ChangeWish) -> ChangeRow:
    return ChangeRow(
        row.course_id,
        row.course.citizen.name,
        row.holder.name,
        row.created_at,
        row.answer_by,
        ChangeState(row.state),
        row.words,
    )
