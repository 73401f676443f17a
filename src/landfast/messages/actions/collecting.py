"""What happened becomes deliveries.

Events are claimed, never counted past: `notices_claim` marks each as handled in the same
transaction that writes its deliveries (decision 3).
"""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.directory.actions.record_box import note_for_records
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.messages import models, rules
from landfast.messages.actions.reaching import channels, ready, without_page
from landfast.messages.rules import DeliveryState, Happened, Purpose, Way
from landfast.messages.rules.for_her import Reader, read_for_her
from landfast.messages.rules.urgent import Hurry, urgent_for
from landfast.network.queries.telling import untold_of

log = logging.getLogger("landfast.jobs")

Row = tuple[UUID, UUID, dict[str, object]]
"""An event, whom it is news to, and how they are to hear it."""
Claimed = tuple[str, datetime, UUID | None, str, UUID | None, list[UUID]]


@action(asks=False, tells=False)
def collect(most: int = 500) -> int:
    """Turn what happened into deliveries; how many events were read. For the clock's jobs.

    It leaves no event: it is the reader of events.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from notices_claim(%s)", [most])
        rows = cursor.fetchall()
    untold = untold_of([row[0] for row in rows])
    claimed = [(row[0], _happened(row[1:], untold.get(row[0], frozenset()))) for row in rows]
    readers = _readers([event_id for event_id, _happened in claimed])
    told = [
        (event_id, found)
        for event_id, one in claimed
        if (found := _read(event_id, one, readers.get(event_id, [])))
    ]
    note_for_records(person_ids={person for _id, one in told for person in one.records})
    known = channels({person for _id, one in told for person in one.everybody})
    models.Delivery.objects.bulk_create(
        [
            models.Delivery(
                person_id=person, event_id=event_id, next_try_at=now(), created_at=now(), **how
            )
            for event_id, person, how in [*_by_channel(told, known), *_by_word(told, known)]
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    return len(claimed)


def _happened(row: Claimed, untold: frozenset[UUID]) -> Happened:
    kind, at, actor_id, facts, citizen, holders = row
    return Happened(kind, at, actor_id, json.loads(facts), citizen, tuple(holders), untold)


@dataclass(frozen=True)
class _Told:
    """Whom one event concerns, and how."""

    purpose: Purpose
    news: frozenset[UUID]
    invited: frozenset[UUID]
    hurry: Hurry
    records: frozenset[UUID]
    """Whose own record has something new by it."""
    by_word: frozenset[UUID]
    """Those of them a person could say it to: herself, and who reads for her."""

    @property
    def everybody(self) -> frozenset[UUID]:
        """All whom it concerns in some way."""
        return self.news | self.invited | self.hurry.whom


def _readers(events: list[UUID]) -> dict[UUID, list[Reader]]:
    found: dict[UUID, list[Reader]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select * from notices_readers(%s::uuid[])", [events])
        for event_id, person, topic in cursor.fetchall():
            found.setdefault(event_id, []).append((person, topic))
    return found


def _read(event_id: str, one: Happened, readers: list[Reader]) -> _Told | None:
    """Whom one event concerns; one that says what nobody can read keeps no other back."""
    try:
        return _told(one, readers)
    except (ValueError, TypeError, AttributeError) as error:
        log.error("event %s (%s) tells nobody: %s", event_id, one.kind, type(error).__name__)
        return None


def _told(one: Happened, readers: list[Reader]) -> _Told:
    for_her = read_for_her(one, readers, now())
    news, invited = rules.told(one, now()) | for_her, rules.invited(one, now())
    close = for_her | (news | invited) & {one.citizen}
    return _Told(
        rules.purpose_of(one.kind), news, invited, urgent_for(one, now()),
        rules.records_of(one, now()),
        close if rules.is_to_say(one.kind, one.facts) else frozenset(),
    )  # fmt: skip


def _by_channel(told: list[tuple[UUID, _Told]], known: dict[UUID, models.Channel]) -> Iterator[Row]:
    for event_id, one in told:
        for person in sorted(one.everybody & known.keys()):
            how = _how(one, person, known[person])
            if how:
                yield event_id, person, how


def _by_word(told: list[tuple[UUID, _Told]], known: dict[UUID, models.Channel]) -> Iterator[Row]:
    """To whom no channel leads, and who has no page of their own to read it on."""
    found = [
        (event_id, person)
        for event_id, one in told
        for person in sorted(one.by_word)
        if not (person in known and _leads(one, person, known[person]))
    ]
    lost = without_page({person for _event, person in found})
    for event_id, person in found:
        if person in lost:
            yield event_id, person, {"state": DeliveryState.BY_WORD}


def _leads(told: _Told, person: UUID, channel: models.Channel) -> bool:
    open_ways = ready(channel)
    has_letter = person in told.invited and Way.MAIL in open_ways
    return has_letter or bool(rules.ways_for(told.purpose, Way(channel.way), open_ways))


def _how(told: _Told, person: UUID, channel: models.Channel) -> dict[str, object] | None:
    """What the delivery is for; None when no way to this person is open, or a letter goes already.

    What is urgent for who wants no SMS is news, as all other.
    """
    open_ways = ready(channel)
    if person in told.hurry.whom and channel.is_urgent and Way.SMS in open_ways:
        return {"purpose": Purpose.URGENT, "about_at": told.hurry.about}
    has_letter = person in told.invited and Way.MAIL in open_ways
    if person not in told.news and (person not in told.invited or has_letter):
        return None
    if not rules.ways_for(told.purpose, Way(channel.way), open_ways):
        return None
    return {"purpose": told.purpose}


@action(asks=False, tells=False)
def offer_reset(*, person_ids: list[PersonId]) -> None:
    """A link to a new password, to those whose address is confirmed. For the clock's jobs."""
    models.Delivery.objects.bulk_create(
        models.Delivery(
            person_id=person, purpose=Purpose.RESET, next_try_at=now(), created_at=now()
        )
        for person, channel in sorted(channels(set(person_ids)).items())
        if rules.ways_for(Purpose.RESET, Way(channel.way), ready(channel))
    )
