"""Reads of invitations: what waits to be mailed, what stands behind a key, what the leader sees."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.kernel.ids import PersonId
from landfast.meetings import models
from landfast.meetings.rules import MeetingState, Reply
from landfast.meetings.rules.inviting import Book, Letter, Standing, Through, Told


@dataclass(frozen=True)
class Waiting:
    """A letter that waits. Of the citizen it knows nothing."""

    book: Book
    invite_id: UUID
    letter: Letter
    person_id: PersonId | None
    address: str
    uid: str
    sequence: int
    starts_at: datetime
    minutes_long: int
    place: str
    tries: int


@dataclass(frozen=True)
class Invited:
    """What the one who has the key may know: when, where, who leads, and their own answer."""

    book: Book
    standing: Standing
    minutes_long: int
    place: str
    leader: str
    phone: str
    reply: Reply
    reply_reason: str
    written_word: str
    substitute_name: str
    proposed_at: datetime | None
    has_login: bool


@dataclass(frozen=True)
class InviteRow:
    """An invitation for the one who prepares the meeting: where it went, and whether it arrived."""

    id: UUID
    participant_id: UUID
    address: str
    told: Told
    told_at: datetime | None
    given_up_at: datetime | None
    failure: str
    proposed_at: datetime | None
    proposed_minutes: int | None
    proposed_words: str


@dataclass(frozen=True)
class AnswerRow:
    """How somebody's answer came, and who comes instead."""

    person_id: PersonId | None
    through: Through | None
    substitute_id: PersonId | None
    substitute: str


def due(book: Book, most: int = 200) -> list[UUID]:
    """Invitations of which something waits to be said now. For the clock's jobs.

    Never to one whom the citizen has said is not to be told (G2).
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"select invite_id from {book.value}_letters() order by 1 limit %s",  # noqa: S608 - ours
            [most],
        )
        found = [pk for (pk,) in cursor.fetchall()]
        if book is not Book.MEETINGS or not found:
            return found
        cursor.execute("select meetings_not_to_tell(%s)", [found])
        silent = {pk for (pk,) in cursor.fetchall()}
    return [pk for pk in found if pk not in silent]


def take(book: Book, invite_id: UUID) -> Waiting | None:
    """The letter of one invitation, held until the transaction ends; None when another has it."""
    row = _one(f"select * from {book.value}_letter_take(%s)", invite_id)  # noqa: S608 - ours
    return Waiting(book, row[0], Letter(row[1]), *row[2:]) if row else None


def invited(uid: str) -> Invited | None:
    """What stands behind a key; None when no invitation has it."""
    return next(filter(None, (_invited(book, uid) for book in Book)), None)


def _one(asked: str, value: UUID | str) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(asked, [value])
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row


def _invited(book: Book, uid: str) -> Invited | None:
    row = _one(f"select * from {book.value}_invite_of(%s)", uid)  # noqa: S608 - ours
    if row is None:
        return None
    address, sequence, state, *rest = row
    standing = Standing(address, sequence, MeetingState(state), *rest[:4])
    minutes, place, leader, phone, reply, *more = rest[4:]
    return Invited(
        book, standing, minutes, place, leader, phone, Reply(reply or Reply.ASKED), *more
    )  # fmt: skip


@dataclass(frozen=True)
class FeedRow:
    """A meeting in somebody's own feed: a time, and a key that means nothing elsewhere."""

    uid: str
    starts_at: datetime
    minutes_long: int
    is_cancelled: bool


def feed(key: str) -> list[FeedRow] | None:
    """The meetings behind a secret address; None when it opens nothing."""
    with connection.cursor() as cursor:
        cursor.execute("select meetings_feed_opens(%s)", [key])
        if not cursor.fetchone()[0]:
            return None
        cursor.execute("select * from meetings_feed(%s)", [key])
        return [FeedRow(*row) for row in cursor.fetchall()]


def invites_of(meeting_id: UUID) -> dict[UUID, InviteRow]:
    """The invitations of a meeting by participant, as far as the actor may see them."""
    rows = models.Invite.objects.filter(meeting_id=meeting_id, participant__isnull=False)
    found = [_row(row) for row in rows.order_by("id")]
    return {row.participant_id: row for row in found}


def _row(row: Any) -> InviteRow:
    return InviteRow(
        row.id, row.participant_id, row.address, Told(row.told), row.told_at, row.given_up_at,
        row.failure, row.proposed_at, row.proposed_minutes, row.proposed_words,
    )  # fmt: skip


def answers_of(meeting_id: UUID) -> dict[UUID, AnswerRow]:
    """How each answered, by participant."""
    rows = models.Participant.objects.filter(meeting_id=meeting_id).select_related("substitute")
    return {
        row.id: AnswerRow(
            PersonId(row.person_id) if row.person_id else None,
            Through(row.reply_through) if row.reply_through else None,
            PersonId(row.substitute_id) if row.substitute_id else None,
            row.substitute.name if row.substitute else row.substitute_name,
        )
        for row in rows.order_by("id")
    }  # fmt: skip


@dataclass(frozen=True)
class TakenOff:
    """A meeting that the actor is asked to no more: when it is, and whom to ring. Not whose."""

    starts_at: datetime
    leader: str
    phone: str


def taken_off() -> list[TakenOff]:
    """The meetings ahead that the actor was asked to and has been taken off, the next first."""
    with connection.cursor() as cursor:
        cursor.execute("select * from meetings_taken_off()")
        return [TakenOff(*row) for row in cursor.fetchall()]
