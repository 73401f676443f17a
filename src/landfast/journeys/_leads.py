"""Who leads a citizen's meetings."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import may
from landfast.access.rules import Permission
from landfast.course.queries.holding import holders
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da


def who_leads(actor: Actor, course_id: UUID) -> PersonId:
    """The coordinator, or who covers, leads her meetings: the actor, if that is their work."""
    if actor.is_staff and may(actor, Permission.MEETING_LEAD, course_id):
        return actor.person_id
    holder = holders(course_id).acts
    if holder is None:
        raise NotNow("no_leader", da("Der er ingen koordinator endnu, som kan lede mødet."))
    return holder.person_id
