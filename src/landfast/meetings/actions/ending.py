"""Meetings that nobody ends: the course ends, or the table was left with the room open."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import close_situation, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Situation
from landfast.kernel.clock import now
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.beside_her import at_the_table
from landfast.meetings.rules import Ended, MeetingState, preparing

COURSE_ENDED = da("Forløbet er slut")


@action
def end_with_course(*, actor: Actor, course_id: UUID) -> int:
    """The course ends: what lies ahead falls away, a running meeting ends at once (domain 0.1).

    No minutes will come now, so the notes of the turns go the same second. Nobody is asked for
    a closing round. Answers how many meetings ended.
    """
    require(actor, Permission.COURSE_STOP, course=course_id)
    waits = [state.value for state in (*preparing.OPEN, MeetingState.RUNNING)]
    rows = models.Meeting.objects.select_for_update(of=("self",)).filter(
        course_id=course_id, state__in=waits
    )
    met = list(rows.order_by("id"))
    for meeting in met:
        _end(actor, meeting)
    deleted, _ = models.Turn.objects.filter(course_id=course_id).delete()
    models.RoomAct.objects.filter(course_id=course_id).delete()
    record(actor, "meetings.ended_with_course", course=course_id, met=len(met), turns=deleted)
    return len(met)


def _end(actor: Actor, meeting: models.Meeting) -> None:
    if meeting.state == MeetingState.RUNNING:
        meeting.state, meeting.held_at, meeting.no_next = MeetingState.HELD, now(), True
        meeting.ended = Ended.WITH_COURSE
        record(actor, "meeting.ended_with_course", meeting)
        close_situation(actor, meeting.course_id, Situation.MEETING, about=meeting.id)
    else:
        called = meeting.state == MeetingState.CALLED
        meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, COURSE_ENDED
        meeting.ended = Ended.WITH_COURSE
        record(
            actor, "meeting.cancelled", meeting, by_citizen=actor.is_citizen,
            starts_at=meeting.starts_at,
            to=[meeting.leader_id, *at_the_table(meeting)] if called else [],
        )  # fmt: skip
    meeting.save(update_fields=["state", "held_at", "no_next", "ended", "cancelled_reason"])


@action(asks=False, tells=False)
def close_left_open() -> int:
    """Close the meetings that nobody has touched since the day before (D). The clock calls it.

    One that crosses midnight has four hours. The rule stands in the database's own function, which
    takes no time from its caller: so anybody may call it. Its leader is asked on Monday to write
    the minutes.
    """
    with connection.cursor() as cursor:
        cursor.execute("select meetings_close_left_open()")
        closed = [pk for (pk,) in cursor.fetchall()]
    if closed:
        record(None, "meetings.closed_by_themselves", count=len(closed), meetings=closed)
    return len(closed)


@action(asks=False, tells=False)
def forget_turns() -> int:
    """Forget the notes of meetings without minutes thirty days after the last word (D).

    GDPR art. 5(1)(e). The rule stands in the database's function, as above.
    """
    with connection.cursor() as cursor:
        cursor.execute("select meetings_forget_turns()")
        (gone,) = cursor.fetchone()
    if gone:
        record(None, "meetings.turns_forgotten", count=gone)
    return int(gone)
