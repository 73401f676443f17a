"""Who holds a course has seen what its citizen did: Mandag need not say it again."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic


@action
def note_heard(*, actor: Actor, course_id: UUID, about: UUID) -> None:
    """ "Jeg har set det": for the one who says it, and nobody else.

    `about` is the thing that was done something with: a meeting, an agreement, a seat, the course.
    """
    require(actor, Permission.COURSE_READ, course=course_id)
    record(actor, "course.heard", course=course_id, topic=Topic.FRAME, about=about)
