"""What was worth a look and is so no more: how we worked, and what she said of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, QuerySet

from landfast.redthread import models
from landfast.redthread.rules.catalogue import rule_of
from landfast.redthread.rules.rule import Rule

LEAST = timedelta(days=1)
"""What came and went within a day was mended at once: nothing to see on a line (D)."""


@dataclass(frozen=True)
class Over:
    """A finding that has ended: its words, from when to when."""

    id: UUID
    code: str
    says: str
    values: dict[str, list[str]]
    since: datetime
    until: datetime
    contest: str
    """What she said of it; empty when she said nothing."""
    because: str
    """Why it was put away; empty when it was not."""

    @property
    def rule(self) -> Rule:
        """Its rule in the catalogue."""
        return rule_of(self.code)


def over(course_id: UUID) -> list[Over]:
    """About how we work, the oldest first. What somebody put away, and signs in her life, not."""
    rows = models.Finding.objects.filter(
        course_id=course_id, dismissed_at__isnull=True, closed_at__gte=F("created_at") + LEAST
    ).exclude(rule__startswith="ED-")
    return _over(rows.order_by("created_at", "id"))


def over_that_she_contested(course_id: UUID) -> list[Over]:
    """What she said was not so, and that has ended since: her word stays. The newest first."""
    rows = models.Finding.objects.filter(course_id=course_id, closed_at__isnull=False)
    return _over(rows.exclude(contest="").order_by("-closed_at", "id"))


def _over(rows: QuerySet[models.Finding]) -> list[Over]:
    return [
        Over(
            row.id, row.rule, row.says, row.values, row.created_at, row.closed_at, row.contest,
            row.because,
        )
        for row in rows
        if row.closed_at
    ]  # fmt: skip
