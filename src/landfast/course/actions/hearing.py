"""Who holds a course has seen what its citizen did: Mandag need not say it again."""

from uuid import UUID

from landfast.access.action import action, note_asked, said_yes
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course.queries.ended import held_to_the_end


@action
def note_heard(*, actor: Actor, course_id: UUID, about: UUID) -> None:
    """ "Jeg har set det": for the one who says it, and nobody else.

    Of a course that she held until it ended she says it too, though her access ended with it.
    `about` is what was done something with: a meeting, an agreement, a seat, the course.
    """
    if course_id in held_to_the_end():
        note_asked()
        said_yes()
    else:
        require(actor, Permission.COURSE_READ, course=course_id)
    record(actor, "course.heard", course=course_id, topic=Topic.FRAME, about=about)
