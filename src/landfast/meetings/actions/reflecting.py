"""What a reflector writes herself after Åben Dialog (S001 §3.3.3)."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.minutes import is_out
from landfast.meetings.rules import MeetingState, dialogue, marks


@action
def write_reflection(*, actor: Actor, meeting_id: UUID, text: str) -> UUID:
    """In her own words and by her own hand; who leads cannot change it."""
    seat = (
        models.Participant.objects.select_related("meeting")
        .filter(meeting_id=meeting_id, person_id=actor.person_id)
        .first()
    )
    if seat is None:
        raise NotFound
    require(actor, Permission.MEETING_ANSWER, course=seat.course_id)
    dialogue.check_reflection(
        seat.part, was_there=bool(seat.was_there),
        is_held=seat.meeting.state == MeetingState.HELD, is_out=is_out(meeting_id),
    )  # fmt: skip
    dialogue.check_words(text)
    wrote = models.Reflection.objects.filter(participant=seat).values_list("text", flat=True)
    marks.check_marks_stay(wrote, [text], "text")
    row, _new = models.Reflection.objects.update_or_create(
        participant=seat,
        defaults={"text": text.strip(), "written_at": now()},
        create_defaults={
            "course_id": seat.course_id, "meeting_id": meeting_id,
            "written_by_id": actor.person_id, "text": text.strip(), "written_at": now(),
        },
    )  # fmt: skip
    record(actor, "meeting.reflection_written", row, meeting=meeting_id)
    return row.id


def mark_reflections(
    meeting: models.Meeting, passage: models.Passage, sought: str, put: str
) -> None:
    """What is covered in the minutes stands covered where they have it from: the next have it too.

    The database lets who leads change so much of her words and nothing else.
    """
    with connection.cursor() as cursor:
        for row in meeting.reflections.order_by("id"):
            text = marks.put(row.text, sought, put)
            if text != row.text:
                told = [row.id, passage.id, text]
                cursor.execute("select meetings_mark_reflection(%s, %s, %s)", told)
