"""Reads of those who may read or answer for the citizen."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.access.queries import events
from landfast.consent import models
from landfast.consent.rules import How
from landfast.consent.rules.proxy import Limit, ProxyKind
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.ids import PersonId


@dataclass(frozen=True)
class ProxyRow:
    """Who it is, what they may, why, until when, and how it was said."""

    id: UUID
    course_id: UUID
    person_id: PersonId
    name: str
    kind: ProxyKind
    limits: tuple[Limit, ...]
    reason: str
    how: How
    evidence: str
    given_on: date
    until: date
    is_confirmed: bool
    runs: bool
    ended_on: date | None
    """The day on which it was stopped before its time, by either of them."""
    place: UUID | None
    """Where they stand on her map, where it is known."""

    @property
    def last_day(self) -> date:
        """The day on which they stopped, or the last of those that were agreed."""
        return self.ended_on or self.until


AT_ONCE = timedelta(minutes=1)
"""What ends in one act ends within it."""


def proxies(course_id: UUID) -> list[ProxyRow]:
    """Everybody she has named, those who may now first."""
    rows = models.Proxy.objects.filter(course_id=course_id).order_by("-given_at", "-id")
    return sorted(map(_row, rows), key=lambda row: not row.runs)


def ended_with_course(course_id: UUID, since: datetime) -> list[ProxyRow]:
    """Who read for her until her course ended, `since` at the earliest, and does not now.

    Not who had been stopped, or stopped, before: that was an answer of its own.
    """
    ended = next(iter(events(course_id, ["consent.all_ended"], 1)), None)
    if ended is None or ended.at < since:
        return []
    stopped = events(course_id, ["consent.proxy_ended", "consent.proxy_stepped_back"])
    alone = {str(one.facts.get("proxy") or one.object_id) for one in stopped}
    rows = models.Proxy.objects.filter(course_id=course_id)
    running = rows.filter(ended_at=None, ends_at__gt=now()).values("person_id")
    with_it = rows.filter(ended_at__gte=ended.at - AT_ONCE).exclude(person_id__in=running)
    found = {row.person_id: row for row in with_it.order_by("given_at") if str(row.id) not in alone}
    return [_row(row) for row in found.values()]


def proxying(actor: Actor) -> list[ProxyRow]:
    """For whom the actor may read or answer now, across citizens."""
    rows = models.Proxy.objects.filter(person_id=actor.person_id, ended_at=None, ends_at__gt=now())
    return [_row(row) for row in rows.order_by("given_at", "id")]


def has_read_for_somebody(actor: Actor) -> bool:
    """Is the actor here, or were they, because a citizen named them?"""
    return models.Proxy.objects.filter(person_id=actor.person_id).exists()


def has_come_in(proxy_id: UUID) -> bool:
    """Has the proxy come in already? For those who may name one."""
    with connection.cursor() as cursor:
        cursor.execute("select consent_proxy_has_come_in(%s)", [proxy_id])
        return bool(cursor.fetchone()[0])


def _row(row: models.Proxy) -> ProxyRow:
    return ProxyRow(
        row.id, row.course_id, PersonId(row.person_id), row.name, ProxyKind(row.kind),
        tuple(map(Limit, row.limits)), row.reason, How(row.how), row.evidence,
        date_in_denmark(row.given_at),
        date_in_denmark(row.ends_at) - timedelta(days=1),
        row.confirmed_at is not None, row.ended_at is None and row.ends_at > now(),
        date_in_denmark(row.ended_at) if row.ended_at else None,
        row.place,
    )  # fmt: skip
