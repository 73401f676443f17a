"""Which leaders a course is told to, and which of them covers it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.apart_rows import apart_of
from landfast.course.rules import holding as rules
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people

DAILY = frozenset({"daily_leader"})
LEADERS = DAILY | {"leader"}


def leads_of(course_id: UUID, unit_id: UnitId, roles: Collection[str] = DAILY) -> list[PersonId]:
    """Its unit's leaders of these roles, by name; of a course that is kept apart the one who was
    named: no other may know of it.
    """
    return leads_of_each({course_id: unit_id}, roles)[course_id]


def leads_of_each(
    courses: Mapping[UUID, UnitId], roles: Collection[str] = DAILY
) -> dict[UUID, list[PersonId]]:
    """The same of many courses with their units; two queries at most."""
    apart = apart_of(courses)
    units = sorted({unit for course, unit in courses.items() if course not in apart})
    led: dict[UnitId, list[PersonId]] = {unit: [] for unit in units}
    for row in people.staff_of(units) if units else []:
        if row.role in roles and row.person.id not in led[row.unit_id]:
            led[row.unit_id].append(row.person.id)
    return {
        course: [apart[course].leader_id] if course in apart else led[unit]
        for course, unit in courses.items()
    }


def who_covers(
    actor: Actor, course_id: UUID, unit_id: UnitId, *, gone: PersonId | None = None
) -> PersonId | None:
    """Which daily lead covers a course that nobody holds (`course/rules/holding.py`).

    Of one that is kept apart the leader who was named: no other may know of it.
    """
    leads = leads_of(course_id, unit_id)
    return rules.who_covers(leads, actor=actor.person_id, away=people.away(leads), gone=gone)
