"""Who leads the meetings that lie ahead, when the course changes hands."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission


@action(tells=False)
def lead_follows(*, actor: Actor, course_id: UUID) -> int:
    """Who holds the course now leads the meetings that lie ahead (mødeleder, S004 §5.1).

    Also when a leader of the unit gave it to somebody else, and sees no meeting herself. The
    database leaves an event for each that changed hands; how many did.
    """
    require(actor, Permission.COORDINATOR_COVER, course=course_id)
    with connection.cursor() as cursor:
        cursor.execute("select meetings_leader_follows(%s)", [course_id])
        count: int = cursor.fetchone()[0]
    return count
