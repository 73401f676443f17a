"""Reads for who keeps an organisation: what stands about it, and how logins stand."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.kernel.ids import OrganisationId, PersonId
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
