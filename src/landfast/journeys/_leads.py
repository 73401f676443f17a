"""Who covers a course when nobody holds it, and who leads its meetings."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import may
from landfast.access.rules import Permission
from landfast.course.queries.contact import holders
from landfast.course.queries.leads import leads_of
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.people import queries as people


def who_covers(
    actor: Actor, course_id: UUID, unit_id: UnitId, *, gone: PersonId | None = None
) -> PersonId | None:
    """Who acts, when that is a daily lead; else the first who is at work; else the first.

    Never `gone`, who is lost and perhaps a daily lead too. Of a course that is kept apart the
    leader who was named: no other may know of it.
    """
    leads = [lead for lead in leads_of(course_id, unit_id) if lead != gone]
    if actor.person_id in leads:
        return actor.person_id
    away = people.away(leads)
    return next((lead for lead in leads if lead not in away), next(iter(leads), None))


def who_leads(actor: Actor, course_id: UUID) -> PersonId:
    """The coordinator, or who covers, leads her meetings: the actor, if that is their work."""
    if actor.is_staff and may(actor, Permission.MEETING_LEAD, course_id):
        return actor.person_id
    held = holders(course_id)
    holder = held.deputy or held.coordinator
    if holder is None:
        raise NotNow("no_leader", da("Der er ingen koordinator endnu, som kan lede mødet."))
    return holder.person_id
