"""Findings as they stand: what is worth a look, the heaviest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from landfast.kernel.clock import today
from landfast.kernel.reading import IDS, Once, Question, answered
from landfast.redthread import models
from landfast.redthread.rules.catalogue import rule_of
from landfast.redthread.rules.rule import Rule
from landfast.redthread.rules.settling import is_resting
from landfast.redthread.rules.words import Severity, order

_COLUMNS = (
    "id", "course_id", "rule", "object", "severity", "says", "values", "facts", "created_at",
    "snoozed_until", "dismissed_at", "because", "contest", "settled_by_id",
)  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """A finding that stands: its rule, its words with their values, and its facts."""

    id: UUID
    course_id: UUID
    code: str
    object: str
    severity: Severity
    says: str
    values: dict[str, list[str]]
    facts: list[dict[str, Any]]
    since: datetime
    snoozed_until: date | None
    dismissed_at: datetime | None
    because: str
    contest: str
    settled_by: UUID | None

    @property
    def rule(self) -> Rule:
        """Its rule in the catalogue."""
        return rule_of(self.code)

    @property
    def agreements(self) -> set[UUID]:
        """The agreements among its facts."""
        parts = (fact["id"].partition(":") for fact in self.facts)
        return {UUID(key) for kind, _colon, key in parts if kind == "agreement"}

    @property
    def rests(self) -> bool:
        """Put off or put away for now."""
        return is_resting(self.snoozed_until, today(), is_dismissed=self.dismissed_at is not None)


_STANDING = Once(
    lambda courses: (
        models.Finding.objects.filter(course_id__any_of=courses, closed_at__isnull=True)
        .order_by("created_at", "id")
        .values_list(*_COLUMNS)
    ),
    IDS,
)


def findings_of(course_ids: Iterable[UUID]) -> list[Standing]:
    """What stands in these courses: life, then the heaviest; the oldest first among equals."""
    return answered(asking_findings(course_ids))


def asking_findings(course_ids: Iterable[UUID]) -> Question[list[Standing]]:
    """The question of `findings_of`, to be sent with others (`together`)."""
    return _STANDING.asked(list(course_ids)).then(
        lambda rows: sorted(map(_standing, rows), key=lambda one: order(one.severity, one.code))
    )


def _standing(row: Any) -> Standing:
    key, course, code, about, heavy, *rest = row
    return Standing(key, course, code, about, Severity(heavy), *rest)
