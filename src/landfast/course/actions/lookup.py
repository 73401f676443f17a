"""Who is the coordinator? Asked by somebody with a ground; the database looks, logs and tells."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from landfast.access.action import action, note_told
from landfast.access.actor import Actor
from landfast.access.queries import require_staff
from landfast.course.rules.contact import cpr_number
from landfast.course.rules.holding import Holder, Holders
from landfast.course.rules.lookup import (
    LookupGround,
    check_may_name,
    check_number,
    too_many_lookups,
)
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.sealed import marks
from landfast.people import queries as people


@action
def look_up_coordinator(
    *, actor: Actor, cpr: str, ground: LookupGround, jobs: Collection[UUID] | None = None
) -> Holders | None:
    """Who holds this citizen's course; None when there is none to be known of (B5).

    Why is told to nobody: no such citizen, no course, or one that is kept apart. Only as one of
    `jobs`, where a system asks: what she is elsewhere is no ground of its.
    """
    require_staff(actor)
    check_may_name(ground, people.posts(actor.person_id, jobs))
    digits = cpr_number(cpr, today())
    check_number(digits)
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from course_find_coordinator(%s::text[], %s, %s::uuid[])",
            [marks(digits), ground.value, None if jobs is None else list(jobs)],
        )
        said, unit, holder, covers, deputy, second = cursor.fetchone()
    if said == "wait":
        raise too_many_lookups()
    note_told()  # the database wrote the event, or the refused look, with the rest
    if said != "found":
        return None
    known = people.persons([one for one in (holder, deputy, second) if one])
    return Holders(
        UnitId(unit), _holder(known, holder), covers, _holder(known, deputy), _holder(known, second)
    )


def _holder(known: dict[PersonId, people.PersonCard], who: UUID | None) -> Holder | None:
    one = known.get(PersonId(who)) if who else None
    return Holder(one.id, one.name, one.profession, one.phone) if one else None
