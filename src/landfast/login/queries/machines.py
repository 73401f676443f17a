"""Systems that ask: the keys of one's units, and who asks with one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection

from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.login import models
from landfast.login.rules.machines import KeyState, state_of


@dataclass(frozen=True)
class KeyRow:
    """A key as those who keep it see it: never what opens."""

    id: UUID
    unit_id: UnitId
    unit: str
    name: str
    last_day: date
    made_by: PersonId
    maker: str
    used_at: datetime | None
    state: KeyState


def keys(unit_ids: Collection[UUID]) -> list[KeyRow]:
    """The keys of these units, the newest first."""
    rows = models.MachineKey.objects.defer("digest").select_related("unit", "made_by")
    return [
        KeyRow(
            row.id, UnitId(row.unit_id), row.unit.name, row.name, row.last_day,
            PersonId(row.made_by_id), row.made_by.name, row.used_at,
            state_of(
                agreed=row.agreed_by_id is not None, ended=row.ended_at is not None,
                last_day=row.last_day, on=today(),
            ),
        )
        for row in rows.filter(unit_id__in=unit_ids).order_by("-created_at", "id")
    ]  # fmt: skip


def known_as(employment_id: UUID) -> str:
    """What an employee is called in the organisation's own systems; empty when nobody said."""
    row = models.KnownAs.objects.filter(employment_id=employment_id).first()
    return row.known_as if row else ""


class Said(StrEnum):
    """What the database says to a system that asks."""

    KNOWN = "known"
    NO_KEY = "no_key"
    NOBODY = "nobody"
    WAIT = "wait"


@dataclass(frozen=True)
class Asking:
    """Who asks with a key."""

    said: Said
    person_id: PersonId | None
    name: str
    key_id: UUID | None
    jobs: tuple[UUID, ...] = ()
    """As what she is employed where the system is."""


def who_asks(digest: str, named: str) -> Asking:
    """Whose question it is. Asked before anybody acts, and counted by the database."""
    with connection.cursor() as cursor:
        cursor.execute("select * from login_machine_asks(%s, %s)", [digest, named])
        said, person, name, key, jobs = cursor.fetchone()
    return Asking(Said(said), person, name, key, tuple(jobs or ()))
