"""What an organisation has chosen of its rules, by whom, and its ground for signs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from landfast.redthread import models
from landfast.redthread.rules.choosing import Chosen, chosen


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
            row.withdrawn_by.name if row.withdrawn_by else "",
        )
        for row in rows.select_related("recorded_by", "withdrawn_by").order_by("-created_at", "-id")
    ]  # fmt: skip


def ground_of(organisation_id: UUID) -> GroundRow | None:
    """The ground that stands."""
    return next((one for one in grounds_of(organisation_id) if not one.withdrawn_at), None)


def chosen_by(organisation_id: UUID) -> Chosen:
    """How the organisation's rules look today."""
    return chosen(values_of(organisation_id), signs=ground_of(organisation_id) is not None)
