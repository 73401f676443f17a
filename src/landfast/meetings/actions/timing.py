"""The only writers of when a meeting is to be: what she wishes, and the time that was chosen."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.kernel.clock import today
from landfast.meetings.actions.framing import set_frame
from landfast.meetings.actions.locking import locked
from landfast.meetings.actions.preparing import give_part
from landfast.meetings.rules import MeetingState, preparing, timing
from landfast.meetings.rules.framing import frame_of
from landfast.meetings.rules.timing import TimeWish


@dataclass(frozen=True)
class Chosen:
    """A proposal as it is written: when, what the place is called, its room, new parts."""

    starts_at: datetime
    place: str
    room_id: UUID | None = None
    parts: tuple[tuple[UUID, str], ...] = ()


@action
def say_time_wish(*, actor: Actor, meeting_id: UUID, wish: TimeWish) -> None:
    """When and where she would rather meet: it outranks the unit's meeting days (domain A8 d)."""
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    preparing.check_open(MeetingState(meeting.state))
    timing.check_wish(wish, today())
    meeting.search_from, meeting.search_until = wish.first, wish.last
    meeting.day_parts = [part.value for part in wish.parts]
    meeting.weekdays, meeting.avoids = list(wish.weekdays), list(wish.avoids)
    meeting.save(update_fields=["search_from", "search_until", "day_parts", "weekdays", "avoids"])
    record(actor, "meeting.time_wished", meeting)


@action(tells=False)
def hold_the_rooms(*, actor: Actor, meeting_id: UUID) -> None:
    """One after the other: while somebody chooses a time, no other takes a room (C3).

    Left by itself no event: `choose_time` follows in the same transaction.
    """
    locked(actor, meeting_id, Permission.MEETING_PREPARE)
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('meetings_meeting.room'))")


@action
def choose_time(*, actor: Actor, meeting_id: UUID, chosen: Chosen, seen: str | None = None) -> None:
    """A proposed time is taken: date, place and room. Who was asked before is asked anew.

    `seen` is the mark of the frame that the page showed (`mark_of`).
    """
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    for participant_id, part in chosen.parts:
        give_part(actor=actor, meeting_id=meeting_id, participant_id=participant_id, part=part)
    frame = replace(frame_of(meeting), starts_at=chosen.starts_at, place=chosen.place)
    set_frame(actor=actor, meeting_id=meeting_id, frame=frame, seen=seen)
    meeting = locked(actor, meeting_id, Permission.MEETING_PREPARE)
    meeting.room_id = chosen.room_id
    meeting.save(update_fields=["room"])
    record(actor, "meeting.time_chosen", meeting, starts_at=chosen.starts_at)
