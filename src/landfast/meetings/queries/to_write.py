"""What the actor has to write after meetings that somebody else leads."""

from django.db import connection

from landfast.kernel.ids import CourseId, MeetingId
from landfast.meetings.queries.around import Near
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.taking import Writes


def to_write() -> list[tuple[Writes, Near]]:
    """Minutes and reflections that wait for the actor, the oldest meeting first; keys and days."""
    with connection.cursor() as cursor:
        cursor.execute("select what, id, course_id, starts_at, minutes from meetings_to_write()")
        return [
            (
                Writes(what),
                Near(
                    MeetingId(key), CourseId(course), starts, "",
                    MinutesState(minutes) if minutes else None,
                ),
            )
            for what, key, course, starts, minutes in cursor.fetchall()
        ]  # fmt: skip
