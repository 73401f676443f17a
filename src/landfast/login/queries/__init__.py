"""Reads of the door: whose session this is, and what I have for coming in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef
from django.utils.crypto import constant_time_compare

from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.reading import ID, OTHER_ID, Once
from landfast.kernel.sealed import opened
from landfast.login import models, rules
from landfast.people import queries as people
from landfast.people.rules import PersonKind, start_is_over


@dataclass(frozen=True)
class Resumed:
    """A session that holds: whose, and what it is good for."""

    sitting_id: UUID
    person_id: PersonId
    kind: PersonKind
    name: str
    way: rules.Way
    proved_at: datetime
    seen_at: datetime
    needs_second_step: bool
    realm: str
    needs_new_password: bool = False
    vanishes: bool = False
    """Its person leaves at a touch, and without a trace in the browser."""

    @property
    def is_fresh(self) -> bool:
        """Did its owner prove who they are a moment ago?"""
        return now() - self.proved_at < timedelta(minutes=settings.LANDFAST_STEP_UP_MINUTES)


@dataclass(frozen=True)
class SittingRow:
    """One of my sessions."""

    id: UUID
    device: str
    way: rules.Way
    started_at: datetime
    seen_at: datetime
    is_this: bool


@dataclass(frozen=True)
class Key:
    """A passkey or a provider's login that is mine."""

    id: UUID
    name: str
    since: datetime


@dataclass(frozen=True)
class Factors:
    """What I have beside a password."""

    passkeys: list[Key]
    has_codes_app: bool
    recovery_left: int
    identities: list[Key]

    @property
    def has_second_step(self) -> bool:
        """Is there anything to ask for after the password?"""
        return bool(self.passkeys or self.has_codes_app)


def limits() -> rules.Limits:
    """How long sessions last here."""
    return rules.Limits(
        timedelta(minutes=settings.LANDFAST_SESSION_IDLE_MINUTES),
        timedelta(hours=settings.LANDFAST_SESSION_HOURS),
    )


_RUNNING = Once(
    lambda sitting, person: models.Sitting.objects.filter(
        id=sitting, person_id=person, ended_at=None
    )
    .annotate(vanishes=Exists(models.WayOut.objects.filter(person_id=OuterRef("person_id"))))
    .values_list(
        "id", "person_id", "way", "created_at", "seen_at", "proved_at", "vanishes",
        "person__kind", "person__name", "person__account__is_active", "person__account__stamp",
        "person__account__start_until", "identity__realm", "identity__ended_at",
    ),
    ID, OTHER_ID,
)  # fmt: skip
"""Asked by every request of somebody who is in: what decides about a session, and no more."""


def resume(sitting_id: UUID, person_id: UUID, key: str) -> Resumed | None:
    """The session while it runs, its account is active and its password or identity unchanged."""
    row = next(iter(_RUNNING(sitting_id, person_id)), None)
    if row is None or rules.is_over(row.created_at, row.seen_at, now(), limits()):
        return None
    return _resumed(row) if _holds(row, key) else None


def _resumed(row: Any) -> Resumed:
    kind, way = PersonKind(row.person__kind), rules.Way(row.way)
    return Resumed(
        row.id, PersonId(row.person_id), kind, row.person__name, way, row.proved_at, row.seen_at,
        rules.needs_second_step(way, kind, enforced=settings.LANDFAST_SECOND_FACTOR),
        row.identity__realm or "",
        rules.needs_new_password(way, row.person__account__start_until), row.vanishes,
    )  # fmt: skip


def _holds(row: Any, key: str) -> bool:
    if row.person__account__is_active is False:  # None: there is no account
        return False
    start = row.person__account__start_until
    if rules.needs_new_password(rules.Way(row.way), start) and start_is_over(start, now()):
        return False
    if row.identity__realm is not None:
        return row.identity__ended_at is None
    stamp = row.person__account__stamp
    return stamp is not None and constant_time_compare(key, people.key_of_stamp(stamp))


def my_sittings(person_id: PersonId, this: UUID) -> list[SittingRow]:
    """My sessions that still run, this one first."""
    span = limits()
    rows = models.Sitting.objects.filter(
        person_id=person_id, ended_at=None, created_at__gt=now() - span.absolute,
        seen_at__gt=now() - span.idle,
    ).order_by("-seen_at", "id")  # fmt: skip
    found = [
        SittingRow(r.id, r.device, rules.Way(r.way), r.created_at, r.seen_at, r.id == this)
        for r in rows
    ]
    return sorted(found, key=lambda row: not row.is_this)


def my_factors(person_id: PersonId) -> Factors:
    """What I have beside a password."""
    keys = models.Passkey.objects.filter(person_id=person_id).order_by("created_at", "id")
    logins = models.Identity.objects.filter(person_id=person_id, ended_at=None)
    return Factors(
        [Key(k.id, k.name, k.created_at) for k in keys],
        models.OneTimeCode.objects.filter(person_id=person_id, last_step__gt=0).exists(),
        models.RecoveryCode.objects.filter(person_id=person_id, used_at=None).count(),
        [Key(i.id, i.realm, i.created_at) for i in logins.order_by("created_at", "id")],
    )


def pending_seed(person_id: PersonId) -> str | None:
    """The seed of an app that has not shown its first code yet; one in use is never shown again."""
    row = models.OneTimeCode.objects.filter(person_id=person_id, last_step=0).first()
    return opened(row.seed) if row else None


def credentials(person_id: PersonId) -> list[bytes]:
    """The ids of my passkeys, as a browser asks for them."""
    rows = models.Passkey.objects.filter(person_id=person_id).order_by("id")
    return [bytes(row) for row in rows.values_list("credential", flat=True)]


def _one(sql: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return row[0] if row else None


def owner_of_identity(issuer: str, subject: str) -> UUID | None:
    """Whose login at the provider this is. Asked before anybody acts."""
    found: UUID | None = _one("select login_who(%s, %s)", issuer, subject)
    return found


def owner_of_passkey(credential: bytes) -> UUID | None:
    """Whose passkey this is. Asked before anybody acts."""
    found: UUID | None = _one("select login_passkey_owner(%s)", credential)
    return found


def invited(code: str) -> UUID | None:
    """Whom a sealed invitation code is for, while it is good."""
    found: UUID | None = _one("select login_invited(%s, %s)", code, now())
    return found
