"""My courses on one line each, when they are looked at."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.course.queries.lately import HOLDS
from landfast.course.queries.names import WhoseCourse
from landfast.insight.monday_facts import Facts
from landfast.plan.queries import Watched, watched_agreements


@dataclass(frozen=True)
class Mine:
    """A course of mine on one line."""

    course: WhoseCourse
    as_second: bool
    running: int
    waiting: int
    last_at: datetime | None


def counted(facts: Facts, names: Mapping[UUID, WhoseCourse], keys: Collection[UUID]) -> list[Mine]:
    """These courses by name, with how many agreements run and wait in those that I hold."""
    wanted = set(keys)
    runs, waits = dict.fromkeys(wanted, 0), dict.fromkeys(wanted, 0)
    for row in _all_open(facts) if wanted else ():
        if row.course_id in wanted and row.is_open:
            (runs if row.counts else waits)[row.course_id] += 1
    return [
        Mine(course, not one.roles & HOLDS, runs[key], waits[key], one.last_at)
        for key, course in names.items()
        if key in wanted and (one := facts.mine[key])
    ]


def _all_open(facts: Facts) -> list[Watched]:
    """On a quiet day nobody asked to see the courses: what runs as it should is not read yet."""
    return facts.watched if facts.all_open else watched_agreements(facts.held, all_of=facts.held)
