"""Reads of one organisation's employments, for who keeps them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import models, rules
from landfast.people.queries.attendance import leaves
from landfast.people.queries.employment import JOB, EmploymentRow, employment


@dataclass(frozen=True)
class Desk:
    """One employment with its hours and leaves, for who keeps the organisation."""

    row: EmploymentRow
    ends_on: date | None
    hours: list[rules.Hours]
    away: list[rules.Away]
    waits: bool = False
    """A second person has not said yes to it yet."""

    @property
    def id(self) -> UUID:
        """The employment's key."""
        return self.row.id


def desks(unit_ids: list[UnitId]) -> list[Desk]:
    """Everybody employed in these units now or later, by name; hours and leaves left out."""
    rows = models.Employment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today()), unit_id__any_of=unit_ids, declined_by=None
    ).order_by("person__sort_key", "starts_on", "id")
    return [
        Desk(employment(row), row.ends_on, [], [], waits=row.starts_on is None)
        for row in rows.values_list("ends_on", *JOB, named=True)
    ]


def desk(employment_id: UUID) -> Desk | None:
    """One employment, whole."""
    found = models.Employment.objects.filter(id=employment_id, declined_by=None)
    row = found.values_list("ends_on", *JOB, named=True).first()
    if row is None:
        return None
    hours = [
        rules.Hours(one.weekday, one.opens, one.closes)
        for one in models.WorkingHours.objects.filter(employment_id=row.id).order_by("weekday")
    ]
    away = leaves([row.person_id]).get(PersonId(row.person_id), [])
    return Desk(employment(row), row.ends_on, hours, away, waits=row.starts_on is None)
