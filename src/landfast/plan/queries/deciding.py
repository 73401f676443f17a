"""Reads of what leaders are asked to decide."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from landfast.plan import models
from landfast.plan.rules.deciding import DecisionAnswer


@dataclass(frozen=True)
class DecisionRow:
    """What is asked, of whom, by whom and why; and what the answer was."""

    id: UUID
    course_id: UUID
    question: str
    reason: str
    asked_by: str
    asked_by_phone: str
    decider: str
    asked_at: datetime
    answer: DecisionAnswer | None
    because: str
    instead: str
    answered_at: datetime | None
    withdrawn_at: datetime | None

    @property
    def waits(self) -> bool:
        """Is there still to be an answer?"""
        return self.answered_at is None and self.withdrawn_at is None


def decisions_of(agreement_id: UUID) -> list[DecisionRow]:
    """What leaders were asked about an agreement, the newest first."""
    return _rows(models.DecisionAsk.objects.filter(agreement_id=agreement_id))


def decisions(decision_ids: Collection[UUID]) -> list[DecisionRow]:
    """These questions, as far as the actor may read them, the newest first."""
    return _rows(models.DecisionAsk.objects.filter(id__in=decision_ids))


def _rows(found: "QuerySet[models.DecisionAsk]") -> list[DecisionRow]:
    rows = found.select_related("asked_by", "decider").order_by("-asked_at", "-id")
    return [
        DecisionRow(
            row.id, row.course_id, row.question, row.reason, row.asked_by.name,
            row.asked_by.phone, row.decider.name, row.asked_at,
            DecisionAnswer(row.answer) if row.answer else None, row.because, row.instead,
            row.answered_at, row.withdrawn_at,
        )
        for row in rows
    ]  # fmt: skip
