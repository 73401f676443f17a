"""Reads for who keeps an organisation: what stands about it, and how logins stand."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from landfast.kernel.clock import now, today
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.people import models, rules


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation: its kind, its CVR number, and who answers for it."""

    id: OrganisationId
    name: str
    kind: rules.OrganisationKind
    phone: str
    cvr: str
    answers_id: PersonId | None
    answers: str


def organisations() -> list[OrganisationRow]:
    """All organisations in Danish order."""
    rows = models.Organisation.objects.select_related("answers").order_by("sort_key", "id")
    return [
        OrganisationRow(
            OrganisationId(row.id), row.name, rules.OrganisationKind(row.kind), row.phone, row.cvr,
            PersonId(row.answers_id) if row.answers_id else None,
            row.answers.name if row.answers else "",
        )
        for row in rows
    ]  # fmt: skip


def open_parts(unit_id: UUID) -> int:
    """How many open units lie right under this one."""
    return models.Unit.objects.filter(parent_id=unit_id, closed_on=None).count()


@dataclass(frozen=True)
class AccountCard:
    """How somebody's login stands, as who keeps their unit sees it; no name: there is none."""

    username: str
    is_active: bool
    start_until: datetime | None
    is_ours: bool
    """Does the person work here only?"""
    has_come_in: bool
    has_second_step: bool

    @property
    def may_start(self) -> bool:
        """Can an administrator give a start password?"""
        return rules.may_start(
            is_ours=self.is_ours, has_come_in=self.has_come_in,
            has_second_step=self.has_second_step,
        )  # fmt: skip


def account_of(person_id: UUID) -> AccountCard | None:
    """How the login of somebody whose unit the actor keeps stands; None for all others."""
    with connection.cursor() as cursor:
        cursor.execute("select * from people_account_of(%s)", [person_id])
        row = cursor.fetchone()
    return AccountCard(*row) if row else None


@dataclass(frozen=True)
class Waiting:
    """An employment that a second person has not said yes to."""

    id: UUID
    person_id: PersonId
    name: str
    role_name: str
    unit_id: UnitId
    unit: str
    first_day: date
    asked_by: PersonId
    asker: str


def waiting(
    *, unit_ids: list[UnitId] | None = None, person_id: PersonId | None = None
) -> list[Waiting]:
    """What waits for a second yes, in these units or of one person, longest first."""
    rows = models.Employment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today()), starts_on=None, declined_by=None
    ).order_by("created_at", "id")
    if unit_ids is not None:
        rows = rows.filter(unit_id__any_of=unit_ids)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    return [_waiting(row) for row in rows.select_related("person", "unit", "asked_by")]


def _waiting(row: Any) -> Waiting:
    return Waiting(
        row.id, PersonId(row.person_id), row.person.name, rules.role_name(row.role),
        UnitId(row.unit_id), row.unit.name, row.asked_from, PersonId(row.asked_by_id),
        row.asked_by.name,
    )  # fmt: skip


@dataclass(frozen=True)
class WayBack:
    """Somebody who cannot come in, for the second person who answers."""

    id: UUID
    person_id: PersonId
    name: str
    unit_id: UnitId
    unit: str
    reason: str
    removes_steps: bool
    asked_by: PersonId
    asker: str


def ways_back() -> list[WayBack]:
    """Ways back that wait for an answer, longest first; the database shows one's own units'."""
    rows = models.WayBack.objects.filter(
        ended_at=None, created_at__gt=now() - rules.WAY_BACK_FOR
    ).select_related("employment__person", "employment__unit", "asked_by")
    return [
        WayBack(
            row.id, PersonId(row.employment.person_id), row.employment.person.name,
            UnitId(row.employment.unit_id), row.employment.unit.name, row.reason,
            row.removes_steps, PersonId(row.asked_by_id), row.asked_by.name,
        )
        for row in rows.order_by("created_at", "id")
    ]  # fmt: skip


def above(unit_id: UUID) -> list[UnitId]:
    """A unit and those it lies under, itself first."""
    parents = dict(models.Unit.objects.order_by("id").values_list("id", "parent_id"))
    found: list[UnitId] = []
    here: UUID | None = unit_id
    while here is not None and here not in found:
        found.append(UnitId(here))
        here = parents.get(here)
    return found
