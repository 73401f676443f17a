"""The only writers of channels and deliveries.

Events are claimed, never counted past: `notices_claim` marks each as handled in the same
transaction that writes its deliveries (decision 3).
"""

import json
from collections.abc import Callable
from datetime import datetime, time
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_self, require_staff
from landfast.access.rules import Permission
from landfast.directory.actions.record_box import note_for_records
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.messages import models, rules
from landfast.messages.rules import DeliveryState, Failure, Happened, Purpose, Way
from landfast.people import queries as people

Send = Callable[[Purpose, PersonId, str], Failure | None]
"""Sends one message to an address: what went wrong, or None when it left."""

Claimed = tuple[str, datetime, UUID | None, str, UUID | None, list[UUID]]


@action
def choose(*, actor: Actor, way: Way, address: str, quiet_from: time, quiet_until: time) -> None:
    """Say how one wants to be told. A new address is asked by mail whether it is the right one."""
    require_self(actor, actor.person_id)
    address = address.strip()
    rules.check_channel(way, address, rules.Hours(quiet_from, quiet_until))
    row = models.Channel.objects.select_for_update().filter(person_id=actor.person_id).first()
    row = row or models.Channel(person_id=actor.person_id, created_at=now())
    is_new = row.address != address
    row.way, row.address, row.quiet_from, row.quiet_until = way, address, quiet_from, quiet_until
    if is_new:
        row.confirmed_at = None
    row.save()
    if way is Way.MAIL and row.confirmed_at is None:
        models.Delivery(
            person_id=actor.person_id, purpose=Purpose.CONFIRM, next_try_at=now(), created_at=now()
        ).save(force_insert=True)
    record(actor, "notices.channel_chosen", row, way=way, new_address=is_new)


@action
def confirm(*, actor: Actor, address: str) -> None:
    """The mail arrived, and the one who reads it is the one who chose it."""
    require_self(actor, actor.person_id)
    row = models.Channel.objects.select_for_update().filter(person_id=actor.person_id).first()
    rules.check_confirms(row.address if row else "", address)
    if row and row.confirmed_at is None:
        row.confirmed_at = now()
        row.save(update_fields=["confirmed_at"])
    record(actor, "notices.address_confirmed", row)


@action
def open_feed(*, actor: Actor) -> str:
    """Make the address of one's own calendar feed; the one before opens nothing any more (C6)."""
    require_self(actor, actor.person_id)
    row = models.Channel.objects.select_for_update().filter(person_id=actor.person_id).first()
    row = row or models.Channel(person_id=actor.person_id, created_at=now())
    key = rules.new_feed_key()
    row.feed_digest, row.feed_since = rules.digest_of(key), now()
    row.save()
    record(actor, "notices.feed_opened", row)
    return key


@action
def close_feed(*, actor: Actor) -> None:
    """Nobody reads one's meetings by an address any more."""
    require_self(actor, actor.person_id)
    models.Channel.objects.filter(person_id=actor.person_id).update(feed_digest="", feed_since=None)
    record(actor, "notices.feed_closed")


@action
def retry_staff(*, actor: Actor, person_id: PersonId) -> None:
    """Try again what did not reach an employee. The database asks who keeps or leads them."""
    require_staff(actor)
    _retry("notices_retry_staff", person_id)
    record(actor, "notices.staff_tried_again", person=person_id)


@action
def retry_course(*, actor: Actor, course_id: UUID) -> None:
    """Try again what did not reach a citizen: by who holds her course."""
    require(actor, Permission.AGREEMENT_FOLLOW_UP, course=course_id)
    _retry("notices_retry_course", course_id)
    record(actor, "notices.tried_again", course=course_id)


def _retry(function: str, whom: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}(%s)", [whom])
        (done,) = cursor.fetchone()
    if not done:
        raise NotNow("nothing_failed", da("Der er ikke noget at prøve igen."))


@action(asks=False, tells=False)
def collect(most: int = 500) -> int:
    """Turn what happened into deliveries; how many events were read. For the clock's jobs.

    It leaves no event: it is the reader of events.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from notices_claim(%s)", [most])
        claimed = [(row[0], _happened(row[1:])) for row in cursor.fetchall()]
    note_for_records(
        person_ids={
            person for _id, happened in claimed for person in rules.records_of(happened, now())
        }
    )
    wanted = {event_id: rules.told(happened, now()) for event_id, happened in claimed}
    purposes = {event_id: rules.purpose_of(happened.kind) for event_id, happened in claimed}
    reached = _with_confirmed_mail({person for people in wanted.values() for person in people})
    models.Delivery.objects.bulk_create(
        [
            models.Delivery(
                person_id=person,
                event_id=event_id,
                next_try_at=now(),
                created_at=now(),
                purpose=purposes[event_id],
            )
            for event_id, people in wanted.items()
            for person in sorted(people & reached)
        ],
        ignore_conflicts=True,
    )
    return len(claimed)


def _happened(row: Claimed) -> Happened:
    kind, at, actor_id, facts, citizen, holders = row
    return Happened(kind, at, actor_id, json.loads(facts), citizen, tuple(holders))


def _with_confirmed_mail(people: set[UUID]) -> set[UUID]:
    rows = models.Channel.objects.filter(person_id__in=people, way=Way.MAIL)
    return set(rows.exclude(confirmed_at=None).values_list("person_id", flat=True))


@action(asks=False, tells=False)
def offer_reset(*, person_ids: list[PersonId]) -> None:
    """A link to a new password, to those whose address is confirmed. For the clock's jobs."""
    models.Delivery.objects.bulk_create(
        models.Delivery(
            person_id=person, purpose=Purpose.RESET, next_try_at=now(), created_at=now()
        )
        for person in sorted(_with_confirmed_mail(set(person_ids)))
    )


@action(asks=False, tells=False)
def deliver(*, person_id: PersonId, send: Send) -> DeliveryState | None:
    """Send what waits for one person as one message; None when it is not its time yet.

    For the clock's jobs: the row of the channel is held while the mail leaves, so that two
    of them never write to the same person at once. A process that is killed in between
    sends it again: a message that says nothing may come twice.
    """
    held = models.Channel.objects.select_for_update(skip_locked=True, of=("self",))
    channel = held.filter(person_id=person_id).first()
    if channel is None:
        return None
    waiting = list(
        models.Delivery.objects.filter(person_id=person_id, ended_at=None, next_try_at__lte=now())
    )
    purpose = _what_may_leave(channel, waiting)
    chosen = [row for row in waiting if row.purpose == purpose]
    if not chosen or purpose is None:
        return None
    if channel.way != Way.MAIL:
        return _end(chosen, DeliveryState.DROPPED)
    if purpose is Purpose.NEWS and not _still_theirs(person_id, chosen):
        return DeliveryState.TAKEN_BACK
    failure = send(purpose, person_id, channel.address)
    if failure is None:
        if purpose is Purpose.NEWS:
            channel.last_sent_on = today()
            channel.save(update_fields=["last_sent_on"])
        return _end(chosen, DeliveryState.SENT)
    return _try_again(chosen, failure)


def _still_theirs(person_id: PersonId, chosen: list[models.Delivery]) -> bool:
    """Is anything left to tell? What they may not read any more ends here, and is not sent (F1)."""
    with connection.cursor() as cursor:
        events = [row.event_id for row in chosen]
        cursor.execute("select notices_taken_back(%s, %s::uuid[], %s)", [person_id, events, now()])
        gone = {event for (event,) in cursor.fetchall()}
    taken = [row for row in chosen if row.event_id in gone]
    _end(taken, DeliveryState.TAKEN_BACK)
    chosen[:] = [row for row in chosen if row.event_id not in gone]
    return bool(chosen)


def _what_may_leave(channel: models.Channel, waiting: list[models.Delivery]) -> Purpose | None:
    purposes = {row.purpose for row in waiting}
    urgent = next((one for one in rules.AT_ONCE if one in purposes), None)
    if urgent:
        return urgent
    hours = rules.Hours(channel.quiet_from, channel.quiet_until)
    is_away = PersonId(channel.person_id) in people.away([channel.person_id])
    may = rules.may_leave(now(), hours, channel.last_sent_on, is_away=is_away)
    return Purpose.NEWS if may else None


def _end(rows: list[models.Delivery], state: DeliveryState) -> DeliveryState:
    for row in rows:
        row.state, row.ended_at, row.failure = state, now(), ""
    models.Delivery.objects.bulk_update(rows, ["state", "ended_at", "failure"])
    return state


def _try_again(rows: list[models.Delivery], failure: Failure) -> DeliveryState:
    for row in rows:
        row.tries += 1
        row.failure = failure
        again = rules.next_try(row.tries, now())
        if again is None:
            row.state, row.ended_at = DeliveryState.DEAD, now()
        row.next_try_at = again or row.next_try_at
    models.Delivery.objects.bulk_update(
        rows, ["state", "ended_at", "failure", "tries", "next_try_at"]
    )
    return DeliveryState(max(rows, key=lambda row: row.tries).state)


@action(asks=False, tells=False)
def forget() -> int:
    """Forget lines of the log ninety days after their end (`Keep.DELIVERY`). The clock calls it."""
    with connection.cursor() as cursor:
        cursor.execute("select notices_forget()")
        (gone,) = cursor.fetchone()
    return int(gone)
