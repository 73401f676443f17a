"""What an organisation offers those who are close to a citizen: a break, a talk, a group."""

from dataclasses import dataclass
from uuid import UUID

from landfast.directory import models


@dataclass(frozen=True)
class ForRelatives:
    """What one unit offers them, and where they ring."""

    unit: str
    phone: str
    words: str


def for_relatives(unit_id: UUID) -> list[ForRelatives]:
    """What the units of this one's organisation have written, its own first. One query."""
    rows = models.UnitProfile.objects.filter(unit__organisation__units=unit_id)
    found = rows.exclude(for_relatives="").order_by("unit__name", "id")
    named = found.values_list("unit_id", "unit__name", "unit__phone", "for_relatives")
    return [
        ForRelatives(name, phone, words)
        for _id, name, phone, words in sorted(named, key=lambda row: row[0] != unit_id)
    ]
