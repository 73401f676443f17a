"""Which leaders a course is told to, and which of them covers it."""

from collections.abc import Collection
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.apart import kept_apart
from landfast.course.rules import holding as rules
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people

DAILY = frozenset({"daily_leader"})
LEADERS = DAILY | {"leader"}


def leads_of(course_id: UUID, unit_id: UnitId, roles: Collection[str] = DAILY) -> list[PersonId]:
    """Its unit's leaders of these roles, by name; of a course that is kept apart the one who was
    named: no other may know of it.
    """
    if named := kept_apart(course_id):
        return [named.leader_id]
    rows = people.staff_of([unit_id])
    return list(dict.fromkeys(row.person.id for row in rows if row.role in roles))


def who_covers(
    actor: Actor, course_id: UUID, unit_id: UnitId, *, gone: PersonId | None = None
) -> PersonId | None:
    """Which daily lead covers a course that nobody holds (`course/rules/holding.py`).

    Of one that is kept apart the leader who was named: no other may know of it.
    """
    leads = leads_of(course_id, unit_id)
    return rules.who_covers(leads, actor=actor.person_id, away=people.away(leads), gone=gone)
