"""A helper stops: said before it is there, with who comes instead (B6)."""

from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound
from landfast.network import models
from landfast.network.rules import leaving
from landfast.people import queries as people


@action
def announce_leaving(
    *, actor: Actor, course_id: UUID, member_id: UUID, leaves_on: date, follower: UUID | None
) -> None:
    """The citizen is told the last day and who comes instead, before the day is there (B6).

    Nobody is let in by it: the one who comes needs her yes as everybody does.
    """
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    row = _there(course_id, member_id)
    leaving.check_leaves(leaves_on, today())
    works_here = follower is not None and bool(people.employments(person_id=follower))
    leaving.check_follower(follower, row.person_id, works_here=works_here)
    row.leaves_on, row.follower_id = leaves_on, follower
    row.save(update_fields=["leaves_on", "follower"])
    record(actor, "network.member_leaves", row, person=row.person_id)


@action
def take_back_leaving(*, actor: Actor, course_id: UUID, member_id: UUID) -> None:
    """The helper stays after all, and she is told that too."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    row = _there(course_id, member_id)
    leaving.check_is_leaving(leaves=row.leaves_on is not None)
    row.leaves_on, row.follower_id, row.waits_at = None, None, None
    row.save(update_fields=["leaves_on", "follower", "waits_at"])
    record(actor, "network.member_stays", row, person=row.person_id)


@action
def rather_wait(*, actor: Actor, course_id: UUID, member_id: UUID) -> None:
    """She would rather wait for somebody new: nobody is found before she says so (B6).

    No reason is asked. Her coordinator is told, and is there for her meanwhile.
    """
    require(actor, Permission.SEAT_ANSWER, course=course_id)
    row = _there(course_id, member_id)
    leaving.check_waits(leaves=row.leaves_on is not None, waits=row.waits_at is not None)
    row.waits_at = now()
    row.save(update_fields=["waits_at"])
    record(actor, "network.member_waits", row, person=row.person_id)


@action
def wait_no_more(*, actor: Actor, course_id: UUID, member_id: UUID) -> None:
    """She would like somebody new now, and her coordinator is told that too."""
    require(actor, Permission.SEAT_ANSWER, course=course_id)
    row = _there(course_id, member_id)
    leaving.check_waits_no_more(waits=row.waits_at is not None)
    row.waits_at = None
    row.save(update_fields=["waits_at"])
    record(actor, "network.member_wanted", row, person=row.person_id)


def _there(course_id: UUID, member_id: UUID) -> models.Member:
    rows = models.Member.objects.select_for_update().filter(course_id=course_id, id=member_id)
    row = rows.filter(until=None).first()
    if row is None:
        raise NotFound
    return row
