"""My courses, found for a list across citizens before it is logged: no names yet."""

from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from landfast.access.roles import CourseRole
from landfast.course.rules.words import State

HOLDS = frozenset({CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY})


class MineLately(NamedTuple):
    """What I am to a course, its phase, and when something last happened where I hold it today."""

    course_id: UUID
    roles: frozenset[CourseRole]
    state: State
    since: datetime
    last_at: datetime | None
    holder_away: bool
    """I am its second, and the one who holds it is on leave today (principle 2)."""

    @property
    def is_held(self) -> bool:
        """I hold its threads today, as holder or as second of one who is away."""
        return bool(self.roles & HOLDS) or self.holder_away


def mine_lately() -> dict[UUID, MineLately]:
    """The courses that I hold, cover, am the second of, or am asked to take. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select * from course_mine_lately()")
        return {
            key: MineLately(key, _roles(*roles), State(state), *rest)
            for key, roles, state, *rest in cursor.fetchall()
        }


@cache
def _roles(*names: str) -> frozenset[CourseRole]:
    """What somebody is to a course: a dozen combinations, of thirty courses a page."""
    return frozenset(map(CourseRole, names))
