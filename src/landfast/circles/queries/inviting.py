"""Who was asked to a meeting of a circle, what they answered, and when those who sit are taken."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.circles import models
from landfast.circles.rules.standing import SittingState
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import Through, Told


@dataclass(frozen=True)
class AskedRow:
    """Somebody who sits there: the letter, and the answer."""

    id: UUID
    sitting_id: UUID
    circle: str
    starts_at: datetime
    person_id: PersonId
    person: str
    reply: Reply
    reply_reason: str
    through: Through | None
    told: Told
    told_at: datetime | None
    given_up_at: datetime | None
    failure: str
    proposed_at: datetime | None
    proposed_words: str


def answers_of(sitting_id: UUID) -> list[AskedRow]:
    """All who were asked, by name, for who keeps the circle; for others their own."""
    return _rows(sitting_id=sitting_id)


def my_invites(actor: Actor) -> list[AskedRow]:
    """Meetings ahead that the actor is asked to, the next first."""
    return _rows(
        person_id=actor.person_id, sitting__state=SittingState.PLANNED,
        sitting__starts_at__gt=now(), circle__ended_at=None,
    )  # fmt: skip


def _rows(**which: Any) -> list[AskedRow]:
    rows = models.Invite.objects.select_related("person", "circle", "sitting").filter(**which)
    return [
        AskedRow(
            row.id, row.sitting_id, row.circle.name, row.sitting.starts_at,
            PersonId(row.person_id), row.person.name, Reply(row.reply), row.reply_reason,
            Through(row.reply_through) if row.reply_through else None, Told(row.told), row.told_at,
            row.given_up_at, row.failure, row.proposed_at, row.proposed_words,
        )
        for row in rows.order_by("sitting__starts_at", "person__sort_key", "id")
    ]  # fmt: skip


Spans = dict[PersonId, list[tuple[datetime, datetime]]]


def taken(circle_id: UUID, days: Iterable[datetime]) -> Spans:
    """When those who sit there are taken between these days, for who keeps the circle."""
    found: Spans = defaultdict(list)
    edges = sorted(days)
    with connection.cursor() as cursor:
        cursor.execute(
            "select person, starts, ends from circles_taken(%s, %s, %s)",
            [circle_id, edges[0], edges[-1]],
        )
        for person, starts, ends in cursor.fetchall():
            found[PersonId(person)].append((starts, ends))
    return found
