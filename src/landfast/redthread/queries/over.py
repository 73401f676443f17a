"""What was worth a look and is so no more, about how we work; nothing of signs in her life."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

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

    @property
    def rule(self) -> Rule:
        """Its rule in the catalogue."""
        return rule_of(self.code)


def over(course_id: UUID) -> list[Over]:
    """The oldest first. What somebody put away, and what was asked about her, is left out."""
    rows = models.Finding.objects.filter(
        course_id=course_id, dismissed_at__isnull=True, closed_at__gte=F("created_at") + LEAST
    ).exclude(rule__startswith="ED-")
    return [
        Over(row.id, row.rule, row.says, row.values, row.created_at, row.closed_at)
        for row in rows.order_by("created_at", "id")
        if row.closed_at
    ]
