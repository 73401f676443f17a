"""Guests of one meeting: let in when it is called, out when they are off the list or it is over."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from landfast.access.actions import To, end_grants, grant
from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.kernel.ids import PersonId
from landfast.meetings import models
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules import guests as rules

GUEST = frozenset({CourseRole.GUEST})


def let_in(actor: Actor, meeting: models.Meeting, only: models.Participant | None = None) -> None:
    """From the call on they read this meeting; until it is called there is nothing to read."""
    if meeting.state != MeetingState.CALLED or meeting.starts_at is None:
        return
    rows = [only] if only else list(meeting.participants.order_by("position", "id"))
    asked = [
        To(
            CourseRole.GUEST, row.why, person=PersonId(row.person_id), ground=Ground.MEETING,
            topic=Topic.ONE, level=Level.READ, about=meeting.id,
            ends_at=rules.latest(meeting.starts_at),
        )
        for row in rows
        if row.is_guest and row.person_id
    ]  # fmt: skip
    if asked:
        grant(actor, meeting.course_id, asked)


def shut_out(
    actor: Actor,
    meeting: models.Meeting,
    *,
    person: UUID | None = None,
    at: datetime | None = None,
) -> None:
    """They read it no longer: from this second, or from a moment to come."""
    if meeting.participants.filter(is_guest=True).exists():
        end_grants(
            actor, course=meeting.course_id, person=PersonId(person) if person else None,
            roles=GUEST, about=meeting.id, at=at,
        )  # fmt: skip


def shut_out_after_minutes(actor: Actor, meeting: models.Meeting, sent_at: datetime) -> None:
    """The minutes are out: a set number of days to read them."""
    shut_out(actor, meeting, at=rules.after_minutes(sent_at, settings.LANDFAST_GUEST_DAYS))
