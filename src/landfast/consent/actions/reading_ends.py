"""What somebody reads on the citizen's word ends as a whole: they are not to be told."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.consent import models, queries
from landfast.consent.actions.proxy import end_proxy
from landfast.consent.actions.sharing import Outside, running_to, stop_share
from landfast.consent.actions.team import withdraw
from landfast.course.actions.phases import locked
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId


@action(tells=False)
def end_reading_of_person(*, actor: Actor, course_id: UUID, person: PersonId) -> None:
    """An employee reads nothing more by her yes, neither with the team nor by topic (F1, G2).

    What a whole unit reads, or what the law opens, is not theirs alone, and is not touched. Each
    yes that ends leaves its own event; where there is none, nothing has happened.
    """
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    locked(course_id)
    if person in queries.allowed(course_id):
        withdraw(actor=actor, course_id=course_id, recipient=person)
    for row in running_to(course_id, Outside(person=person)):
        if row.ends_at > now():
            stop_share(actor=actor, course_id=course_id, share_id=row.id)


@action(tells=False)
def end_reading_from_place(*, actor: Actor, course_id: UUID, place: UUID) -> None:
    """Whoever was let in from this place on her map reads nothing more for her (F2, G2).

    Each of them leaves its own event; where nobody was let in, nothing has happened.
    """
    require(actor, Permission.PROXY_NAME, course=course_id)
    locked(course_id)
    rows = models.Proxy.objects.filter(course_id=course_id, place=place, ended_at=None)
    for row in rows.filter(ends_at__gt=now()).order_by("id"):
        end_proxy(actor=actor, course_id=course_id, proxy_id=row.id)
