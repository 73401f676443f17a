"""Reads of channels and of the delivery log."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Min

from landfast.access.actor import Actor
from landfast.access.queries import events
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.sealed import opened
from landfast.messages import models
from landfast.messages.rules import DeliveryState, Failure, Hours, Purpose, Way


@dataclass(frozen=True)
class ChannelRow:
    """How somebody wants to be told."""

    way: Way = Way.NONE
    address: str = ""
    confirmed: bool = False
    phone: str = ""
    phone_confirmed: bool = False
    phone_asked_at: datetime | None = None
    is_urgent: bool = False
    is_neutral: bool = False
    post_refused: bool = False
    quiet_from: time = time(20)
    quiet_until: time = time(8)
    feed_since: datetime | None = None


@dataclass(frozen=True)
class DeliveryRow:
    """One line of the delivery log."""

    at: datetime
    purpose: Purpose
    state: DeliveryState
    failure: Failure | None
    way: Way | None


@dataclass(frozen=True)
class Unreached:
    """An employee whose messages do not arrive, for who can act."""

    person_id: PersonId
    name: str
    phone: str
    since: datetime
    failure: Failure


def channel(actor: Actor) -> ChannelRow:
    """The actor's own channel; as it is for everybody until they choose."""
    row = models.Channel.objects.filter(person_id=actor.person_id).first()
    if row is None:
        return ChannelRow()
    return ChannelRow(
        Way(row.way), row.address, row.confirmed_at is not None, row.phone,
        row.phone_confirmed_at is not None, row.phone_asked_at, row.is_urgent, row.is_neutral,
        row.post_refused_at is not None,
        row.quiet_from, row.quiet_until, row.feed_since,
    )  # fmt: skip


@dataclass(frozen=True)
class DeviceRow:
    """A screen of one's own that shows notices."""

    id: UUID
    name: str
    since: datetime
    is_here: bool


def devices(actor: Actor, sitting: UUID) -> list[DeviceRow]:
    """The screens that the actor has put on; which of them is this one, by its session."""
    rows = models.Device.objects.filter(person_id=actor.person_id).order_by("-created_at", "-id")
    return [DeviceRow(row.id, row.name, row.created_at, row.sitting == sitting) for row in rows]


def mail_of(person_id: PersonId) -> tuple[str, Hours] | None:
    """Where somebody takes mail, and when not; None when they want none. For the clock's jobs.

    An invitation carries a file for a calendar, so it is a mail whatever way news go by.
    """
    row = models.Channel.objects.filter(person_id=person_id).exclude(way=Way.NONE).first()
    if row is None or row.confirmed_at is None:
        return None
    return row.address, Hours(row.quiet_from, row.quiet_until)


def deliveries(actor: Actor, limit: int = 10) -> list[DeliveryRow]:
    """What was sent to the actor, the latest first (leveringslog)."""
    rows = models.Delivery.objects.filter(person_id=actor.person_id).order_by("-created_at", "-id")
    return [
        DeliveryRow(
            row.ended_at or row.created_at, Purpose(row.purpose), DeliveryState(row.state),
            Failure(row.failure) if row.failure else None, Way(row.way) if row.way else None,
        )
        for row in rows[:limit]
    ]  # fmt: skip


def unreached(actor: Actor) -> list[Unreached]:
    """Staff of the units one keeps or leads whose messages were given up; the database asks."""
    rows = (
        models.Delivery.objects.filter(state=DeliveryState.DEAD)
        .exclude(person_id=actor.person_id)
        .select_related("person")
        .order_by("person__sort_key", "person_id", "-ended_at")
        .distinct("person__sort_key", "person_id")
    )
    return [
        Unreached(
            PersonId(row.person_id), row.person.name, row.person.phone,
            row.ended_at or row.created_at, Failure(row.failure),
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class News:
    """What an event says that no channel brought; its moment, when it is about one."""

    kind: str
    starts_at: datetime | None


@dataclass(frozen=True)
class ToSay:
    """Everything that one person is to be told by a person, however much it is."""

    course_id: UUID
    person_id: PersonId
    name: str
    """Of somebody who reads for her; empty: it is she."""
    since: datetime
    until: datetime
    """When the newest of it came: `note_said` takes no more."""
    failed_at: datetime | None
    """What was sent and did not arrive, and may be tried again."""
    news: tuple[News, ...]
    """The oldest first; of the same act on one thing the last. What the reader has no ground to
    read is not among them."""


def to_say(courses: Collection[UUID]) -> list[ToSay]:
    """Whom the actor is to tell by word in these courses that they hold, who waits longest first.

    Her own, then those who read for her. What it is about is read as any event: by who may.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """select t.course_id, t.person_id, t.name, t.made_at, t.failed_at, e.kind,
                      e.facts->>'starts_at', e.object_id
                 from notices_to_say(%s::uuid[]) t left join access_event e on e.id = t.event_id
                order by t.name, e.at, e.id""",
            [list(courses)],
        )
        found: dict[tuple[UUID, UUID], list[tuple[Any, ...]]] = {}
        for row in cursor.fetchall():
            found.setdefault((row[0], row[1]), []).append(row)
    said = [_to_say(rows) for rows in found.values()]
    return sorted(said, key=lambda one: (bool(one.name), one.since))


def _to_say(rows: list[tuple[Any, ...]]) -> ToSay:
    course_id, person_id, name = rows[0][:3]
    made = [row[3] for row in rows]
    news: dict[tuple[str, UUID | None], News] = {}
    for *_keys, kind, starts, about in rows:
        if kind:
            news.pop((kind, about), None)
            news[kind, about] = News(kind, datetime.fromisoformat(starts) if starts else None)
    failed = [row[4] for row in rows if row[4]]
    return ToSay(
        course_id, PersonId(person_id), name, min(made), max(made), max(failed, default=None),
        tuple(news.values()),
    )  # fmt: skip


def said_at(course_id: UUID, batch: UUID) -> datetime | None:
    """When this was noted as said, while it can be taken back."""
    with connection.cursor() as cursor:
        cursor.execute("select notices_said(%s, %s)", [course_id, batch])
        row: tuple[datetime | None] = cursor.fetchone()
    return row[0]


SAID_READ = 20
LATELY = timedelta(days=14)
"""So long after a touch a mistake is taken back where it was made (D)."""


@dataclass(frozen=True)
class Noted:
    """What somebody noted as said, and to whom."""

    batch: UUID
    at: datetime
    by: str
    person_id: UUID


def said_lately(course_id: UUID) -> list[Noted]:
    """What was noted as said in the last fortnight and can be taken back, the newest first."""
    rows = events(course_id, ["notices.said", "notices.unsaid"], SAID_READ)
    back = {row.facts.get("batch") for row in rows if row.kind == "notices.unsaid"}
    return [
        Noted(UUID(batch), row.at, row.actor, UUID(row.facts["person"]))
        for row in rows
        if row.kind == "notices.said" and row.at > now() - LATELY
        and (batch := row.facts.get("batch", "")) and batch not in back
    ]  # fmt: skip


def due(limit: int = 200) -> list[PersonId]:
    """People for whom a message waits that may be tried now. For the clock's jobs."""
    return _people(DeliveryState.WAITING, limit)


def handed(limit: int = 200) -> list[PersonId]:
    """People who were sent something whose end is to be asked for now. For the clock's jobs."""
    return _people(DeliveryState.HANDED, limit)


def number_of(person_id: PersonId) -> str:
    """A citizen's CPR number, for the envelope of her Digital Post. For the clock's jobs alone."""
    with connection.cursor() as cursor:
        cursor.execute("select notices_number_of(%s)", [person_id])
        (kept,) = cursor.fetchone()
    return opened(kept) if kept else ""


def has_number(actor: Actor) -> bool:
    """Is the actor's own number known, so that Digital Post can be chosen?"""
    if not actor.is_citizen:
        return False
    with connection.cursor() as cursor:
        cursor.execute("select notices_has_number()")
        return bool(cursor.fetchone()[0])


def _people(state: DeliveryState, limit: int) -> list[PersonId]:
    """Who has waited longest comes first: a round that stops early has its rest at the next."""
    rows = models.Delivery.objects.filter(ended_at=None, state=state, next_try_at__lte=now())
    people = rows.values("person_id").annotate(since=Min("next_try_at"))
    return [PersonId(one["person_id"]) for one in people.order_by("since", "person_id")[:limit]]
