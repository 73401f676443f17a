"""What waits for who holds courses, beside the agreements' own life: one question for all."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from landfast.kernel.clock import today
from landfast.plan.rules.deadlines import still_since


@dataclass(frozen=True)
class HolderRow:
    """One thing that waits, as the rooms keep it.

    `what`: an offer to take a course over (words: who asks; named: the citizen) · cover_past ·
    another (coordinator wished for) · correction (asked for) ·
    anew (an agreement whose maker has left; words: its text) ·
    seat (words: the need; named: her answer; there: the roles in the team) · granted, refused,
    undecided (what a leader said of an agreement, or has not said in time) · away (named: a maker
    who is on leave when it is to be done) · still (a plan in which nothing has moved).
    """

    what: str
    course_id: UUID
    about: UUID
    day: date | None
    words: str
    named: str
    there: list[str]


def waits_for_holder(course_ids: Collection[UUID]) -> list[HolderRow]:
    """What these courses ask of who holds them, and the offers that wait for the actor's answer.

    One query, the longest wait first.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from plan_waits_for_holder(%s::uuid[], %s)",
            [list(course_ids), still_since(today())],
        )
        return [HolderRow(*row) for row in cursor.fetchall()]
