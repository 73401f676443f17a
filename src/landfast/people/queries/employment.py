"""Reads of who is employed where."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from landfast.kernel.clock import today
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.kernel.reading import DAY, IDS, Once, Question, answered
from landfast.people import models, rules
from landfast.people.queries.cards import PersonCard


@dataclass(frozen=True)
class EmploymentRow:
    """A current employment."""

    id: UUID
    person: PersonCard
    unit_id: UnitId
    unit: str
    organisation: str
    role: str
    role_name: str
    title: str
    starts_on: date
    caseload_cap: int | None


def _current(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on=None) | Q(ends_on__gte=day))


JOB = ("id", "person_id", "person__kind", "person__name", "person__profession", "person__phone",
        "unit_id", "unit__name", "unit__organisation__name", "role", "title", "starts_on",
        "asked_from", "caseload_cap")  # fmt: skip


def employment(row: Any) -> EmploymentRow:
    """One row of `JOB` as others read it."""
    kind = rules.PersonKind(row.person__kind)
    return EmploymentRow(
        row.id,
        PersonCard(
            PersonId(row.person_id), kind, row.person__name, row.person__profession,
            row.person__phone,
        ),
        UnitId(row.unit_id), row.unit__name, row.unit__organisation__name,
        row.role, rules.role_name(row.role), row.title, row.starts_on or row.asked_from,
        row.caseload_cap,
    )  # fmt: skip


def employments(
    *,
    person_id: UUID | None = None,
    person_ids: Iterable[UUID] | None = None,
    unit_ids: list[UnitId] | None = None,
    role: str | None = None,
    on: date | None = None,
) -> list[EmploymentRow]:
    """Employments that run on a day (today), filtered, by name."""
    rows = models.Employment.objects.filter(_current(on or today()))
    if person_id:
        rows = rows.filter(person_id=person_id)
    if person_ids is not None:
        rows = rows.filter(person_id__any_of=list(person_ids))
    if unit_ids is not None:
        rows = rows.filter(unit_id__any_of=unit_ids)
    if role:
        rows = rows.filter(role=role)
    rows = rows.values_list(*JOB, named=True).order_by("person__sort_key", "id")
    return [employment(row) for row in rows]


_STAFF = Once(
    lambda units, day: models.Employment.objects.filter(_current(day), unit_id__any_of=units)
    .order_by("person__sort_key", "id").values_list(*JOB), IDS, DAY,
)  # fmt: skip


def staff_of(unit_ids: list[UnitId]) -> list[EmploymentRow]:
    """Who is employed in these units today, by name."""
    return answered(asking_staff(unit_ids))


def asking_staff(unit_ids: list[UnitId]) -> Question[list[EmploymentRow]]:
    """The same, to be sent with others."""
    return _STAFF.asked(unit_ids, today()).then(lambda rows: [employment(row) for row in rows])


def posts(
    person_id: UUID, jobs: Collection[UUID] | None = None
) -> list[tuple[rules.OrganisationKind, str]]:
    """As what somebody is employed today (of these), each with the kind of house it is in."""
    rows = models.Employment.objects.filter(_current(today()), person_id=person_id)
    if jobs is not None:
        rows = rows.filter(id__in=jobs)
    found = rows.order_by("id").values_list("unit__organisation__kind", "role")
    return [(rules.OrganisationKind(kind), role) for kind, role in found]


def find_staff(text: str, limit: int = 20) -> list[EmploymentRow]:
    """Employees whose name, unit or title has the words, by name; without a word nobody.

    The one sign that the database takes nowhere parts words as a blank does.
    """
    words = text.replace("\0", " ").split()[:6]
    if not words:
        return []
    rows = models.Employment.objects.filter(_current(today()), person__kind="staff")
    for word in words:
        begins = rf"(^|[\s\-/(,.]){re.escape(word)}"
        found = Q(person__name__iregex=begins)
        for field in ("unit__name", "title"):
            found |= Q(**{f"{field}__iregex": begins})
            if rules.is_sought_inside(word):
                found |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(found)
    rows = rows.values_list(*JOB, named=True).order_by("person__sort_key", "id")
    return [employment(row) for row in rows[:limit]]


def employers(person_ids: set[PersonId]) -> dict[PersonId, set[OrganisationId]]:
    """Which organisations employ, or have employed, these people; citizens are left out."""
    rows = models.Employment.objects.filter(person_id__in=person_ids).order_by("id")
    found: dict[PersonId, set[OrganisationId]] = {}
    for person_id, organisation in rows.values_list("person_id", "unit__organisation_id"):
        found.setdefault(PersonId(person_id), set()).add(OrganisationId(organisation))
    return found
