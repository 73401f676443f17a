"""What the actor has to write after meetings that somebody else leads."""

from django.db import connection

from landfast.kernel.ids import CourseId, MeetingId
from landfast.meetings.queries.around import Near
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.taking import Writes


def to_write() -> list[tuple[Writes, Near]]:
    """Minutes and reflections that wait for the actor, the oldest meeting first; keys and days."""
    return _found("select what, id, course_id, starts_at, minutes from meetings_to_write()")


def to_write_as_guest() -> list[tuple[Writes, Near]]:
    """The same of meetings that the actor was a guest of."""
    return _found(
        "select what, id, course_id, starts_at, minutes from meetings_to_write_as_guest()"
    )


def _found(asked: str) -> list[tuple[Writes, Near]]:
    with connection.cursor() as cursor:
        cursor.execute(asked)
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
