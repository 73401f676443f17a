"""Who leads the meetings that lie ahead, when the course changes hands."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action


@action(asks=False, tells=False)
def lead_follows(*, course_id: UUID) -> int:
    """Who holds the course now leads the meetings that lie ahead (mødeleder, S004 §5.1).

    Also when a leader of the unit gave it to somebody else, and sees no meeting herself, or not
    even the course. The database asks whether the actor holds it or leads its unit, and leaves an
    event for each that changed hands; how many did.
    """
    with connection.cursor() as cursor:
        cursor.execute("select meetings_leader_follows(%s)", [course_id])
        count: int = cursor.fetchone()[0]
    return count
