"""When people can be asked for: their working hours and days away, in two queries (C3)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from django.db.models import Q, QuerySet

from landfast.kernel.ids import PersonId
from landfast.people import models, rules


@dataclass
class Available:
    """When one person works, in which units, and when she is away."""

    units: list[UUID] = field(default_factory=list)
    organisations: set[UUID] = field(default_factory=set)
    hours: list[rules.Hours] = field(default_factory=list)
    away: list[rules.Away] = field(default_factory=list)


def available(person_ids: Iterable[UUID], first: date, last: date) -> dict[PersonId, Available]:
    """Everybody who was asked about, in these days; who is employed nowhere has no hours."""
    wanted = list(person_ids)
    found = {PersonId(one): Available() for one in wanted}
    runs = Q(ends_on=None) | Q(ends_on__gte=last)
    jobs = models.Employment.objects.filter(runs, person_id__any_of=wanted, starts_on__lte=first)
    for person, unit, organisation, weekday, opens, closes in _rows(jobs):
        about = found[PersonId(person)]
        if unit not in about.units:
            about.units.append(unit)
        about.organisations.add(organisation)
        if weekday is not None:
            about.hours.append(rules.Hours(weekday, opens, closes))
    leaves = models.Leave.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=first), person_id__any_of=wanted, starts_on__lte=last
    )
    for person, starts, ends in leaves.order_by("starts_on", "id").values_list(
        "person_id", "starts_on", "ends_on"
    ):
        found[PersonId(person)].away.append(rules.Away(starts, ends))
    return found


def _rows(
    jobs: QuerySet[models.Employment],
) -> Iterable[tuple[UUID, UUID, UUID, int | None, time, time]]:
    return jobs.order_by("starts_on", "id", "hours__weekday").values_list(
        "person_id", "unit_id", "unit__organisation_id", "hours__weekday", "hours__opens",
        "hours__closes",
    )  # fmt: skip
