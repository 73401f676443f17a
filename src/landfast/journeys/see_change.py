"""The daily lead opens a citizen's wish for another coordinator."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looking import open_record
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.queries.changing import ChangeRow, change_wish
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da


def see_change(actor: Actor, course_id: UUID) -> ChangeRow:
    """The wish that waits for an answer; a wish that was answered or taken back is gone."""
    require(actor, Permission.COORDINATOR_APPOINT, course=course_id)
    open_record(actor, course_id, "Ønske om en anden koordinator")
    wish = change_wish(course_id)
    if wish is None or not wish.is_open:
        raise NotFound(
            "no_wish", da("Der er svaret, eller borgeren har taget det tilbage. Gå til forsiden.")
        )
    return wish
