"""Whether the copy on a citizen's telephone still stands; asked before anybody has signed in."""

from uuid import UUID

from django.db import connection


def stands(sitting: UUID, course: UUID) -> bool:
    """Her session was not ended by anybody, and the course goes on."""
    with connection.cursor() as cursor:
        cursor.execute("select course_copy_stands(%s, %s)", [sitting, course])
        return bool(cursor.fetchone()[0])
