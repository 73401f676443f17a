"""What an organisation has chosen of its rules, by whom, and its ground for signs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from landfast.redthread import models


@dataclass(frozen=True)
class SettingRow:
    """One choice: what, to which value, when and by whom."""

    name: str
    value: int
    at: datetime
    by: str


@dataclass(frozen=True)
class GroundRow:
    """A ground for asking about signs, and until when it stood."""

    ground: str
    document: str
    assessed_on: date
    assessed_by: str
    recorded_at: datetime
    recorded_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    paper_id: UUID | None
    """The assessment itself, when it is kept here."""


def values_of(organisation_id: UUID) -> dict[str, int]:
    """The newest value of each name."""
    return {row.name: row.value for row in reversed(settings_of(organisation_id))}


def settings_of(organisation_id: UUID) -> list[SettingRow]:
    """Every choice that was made, the newest first."""
    rows = models.Setting.objects.filter(organisation_id=organisation_id)
    return [
        SettingRow(row.name, row.value, row.created_at, row.set_by.name)
        for row in rows.select_related("set_by").order_by("-created_at", "-id")
    ]


def grounds_of(organisation_id: UUID) -> list[GroundRow]:
    """Every ground there has been, the newest first; the one that stands is not withdrawn."""
    rows = models.SignsGround.objects.filter(organisation_id=organisation_id)
    return [
        GroundRow(
            row.ground, row.document, row.assessed_on, row.assessed_by, row.created_at,
            row.recorded_by.name, row.withdrawn_at,
            row.withdrawn_by.name if row.withdrawn_by else "", row.paper_id,
        )
        for row in rows.select_related("recorded_by", "withdrawn_by").order_by("-created_at", "-id")
    ]  # fmt: skip


def signs_kept(organisation_id: UUID) -> int:
    """How many signs would be forgotten with the ground; FEW for one to four.

    None for others than who keeps the organisation's rules.
    """
    with connection.cursor() as cursor:
        cursor.execute("select redthread_signs_kept(%s)", [organisation_id])
        return int(cursor.fetchone()[0])


def signs_asked(course_id: UUID) -> bool:
    """May signs be kept and asked about in this course?"""
    with connection.cursor() as cursor:
        cursor.execute("select redthread_chosen(%s)->>'signs' = 'true'", [course_id])
        return bool(cursor.fetchone()[0])
