"""Calendars that people have elsewhere: the only reads and writes of them (C3).

`people` lies below `access`: who may is asked by the journey and by the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.db.models import Q

from landfast.kernel.clock import now, today
from landfast.kernel.fetching import check_address
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.kernel.sealed import opened, sealed
from landfast.people import models
from landfast.people.rules.calendars import AGAIN, Taken, Trouble, check_calendar, with_https

A_ROUND = 20


@dataclass(frozen=True)
class CalendarRow:
    """A calendar as its owner sees it: where it lies, never the whole address."""

    id: UUID
    host: str
    read_at: datetime | None
    good_at: datetime | None
    trouble: Trouble | None
    taken: int


@dataclass(frozen=True)
class Due:
    """A calendar that is to be read: its address, and a name and password if it has them."""

    id: UUID
    address: str
    login: str


def calendars_of(person_id: PersonId) -> list[CalendarRow]:
    """One's own calendars, the first one first."""
    rows = models.Calendar.objects.filter(person_id=person_id).prefetch_related("busy")
    return [
        CalendarRow(
            row.id, row.host, row.read_at, row.good_at,
            Trouble(row.trouble) if row.trouble else None, len(row.busy.all()),
        )
        for row in rows.order_by("id")
    ]  # fmt: skip


def taken_of(person_id: PersonId, limit: int = 8) -> list[Taken]:
    """When one is taken elsewhere from now on, as Landfast knows it."""
    rows = models.Busy.objects.filter(person_id=person_id, ends_at__gt=now())
    found = rows.order_by("starts_at", "id").values_list("starts_at", "ends_at")[:limit]
    return [Taken(*row) for row in found]


@transaction.atomic
def add_calendar(*, person_id: PersonId, address: str, login: str, password: str) -> UUID:
    """A calendar to be read from now on."""
    where = with_https(address)
    count = models.Calendar.objects.filter(person_id=person_id).count()
    check_calendar(where, login, password, count)
    row = models.Calendar(
        person_id=person_id, address=sealed(where), host=check_address(where).hostname or "",
        login=sealed(f"{login}:{password}" if login else ""), created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    return row.id


@transaction.atomic
def remove_calendar(*, person_id: PersonId, calendar_id: UUID) -> None:
    """It is read no longer, and what was known of it is forgotten."""
    gone, _ = models.Calendar.objects.filter(id=calendar_id, person_id=person_id).delete()
    if not gone:
        raise NotFound


def due() -> list[Due]:
    """Which calendars are to be read now, the one that has waited longest first.

    One whose address no key opens any more says so to its owner, and holds up nobody else's.
    """
    late = Q(read_at=None) | Q(read_at__lte=now() - AGAIN)
    rows = models.Calendar.objects.filter(late).order_by("read_at", "id")
    return [one for row in rows[:A_ROUND] if (one := _opened(row))]


def _opened(row: models.Calendar) -> Due | None:
    try:
        return Due(row.id, opened(row.address), opened(row.login))
    except InvalidToken:
        note_trouble(calendar_id=row.id, trouble=Trouble.LOST)
        return None


@transaction.atomic
def note_taken(*, calendar_id: UUID, spans: Iterable[Taken]) -> None:
    """What a calendar says now, instead of what it said before. It may be gone meanwhile."""
    row = models.Calendar.objects.filter(id=calendar_id).first()
    if row is None:
        return
    models.Busy.objects.filter(calendar=row).delete()
    models.Busy.objects.bulk_create(
        models.Busy(
            calendar=row, person_id=row.person_id, starts_at=span.starts_at, ends_at=span.ends_at
        )
        for span in spans
    )
    row.read_at = row.good_at = now()
    row.trouble = ""
    row.save(update_fields=["read_at", "good_at", "trouble"])


@transaction.atomic
def note_trouble(*, calendar_id: UUID, trouble: Trouble) -> None:
    """It could not be read: what was known stands, and its owner is told on the page."""
    models.Calendar.objects.filter(id=calendar_id).update(read_at=now(), trouble=trouble)


@transaction.atomic
def forget_of_those_gone() -> int:
    """Whoever is employed nowhere any more is asked for no time; how many calendars went."""
    runs = Q(ends_on=None) | Q(ends_on__gte=today())
    employed = models.Employment.objects.filter(runs, starts_on__isnull=False).values("person_id")
    rows = models.Calendar.objects.exclude(person_id__in=employed)
    count = rows.count()
    rows.delete()
    return count
