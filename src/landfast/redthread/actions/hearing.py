"""Who holds a course has seen what its citizen did: Mandag need not say it again."""

from uuid import UUID

from landfast.access.action import action, note_asked, said_yes
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course.queries.ended import held_to_the_end
from landfast.course.queries.lately import HOLDS, mine_lately
from landfast.redthread.queries.asked import HANDED, asked_of_holder


@action(tells=False)
def note_heard(*, actor: Actor, course_id: UUID, event: UUID) -> None:
    """ "Jeg har set det": for the one who says it, of that one row of Mandag, and nobody else.

    Of a course that she held until it ended she says it too, though her access ended with it; the
    event is then the course's own key. So does who handed it on, and only reads it now. Leaves no
    event where the row is gone already: she acted on it, said so in another window, or the citizen
    has thought again.
    """
    mine = mine_lately().get(course_id)
    rows = asked_of_holder(
        [course_id] if mine and mine.roles & HOLDS else (),
        [course_id] if mine and mine.is_held else (),
    )
    handed = any((row.what, row.course_id) == (HANDED, course_id) for row in rows)
    if handed or course_id in held_to_the_end():
        note_asked()
        said_yes()
    else:
        require(actor, Permission.FINDING_SETTLE, course=course_id)
    if any((row.course_id, row.event) == (course_id, event) for row in rows):
        record(actor, "course.heard", course=course_id, topic=Topic.FRAME, about=event)
