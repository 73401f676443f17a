"""What waits for who holds courses, beside the agreements' own life: one question for all."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from landfast.kernel.clock import today
from landfast.plan.rules.deadlines import still_since


class HolderRow(NamedTuple):
    """One thing that waits, as the rooms keep it: keys and codes, no words (decision 32).

    `what`: an offer to take a course over (who: asks) · cover_past ·
    another (coordinator wished for) · correction (asked for) ·
    seat (need; answer: hers; there: the roles in the team) · granted, refused,
    undecided (what a leader, who, said of an agreement, or has not said in time) · away (who: a
    maker who is on leave when it is to be done) · still (a plan in which nothing has moved).
    """

    what: str
    course_id: UUID
    about: UUID
    day: date | None
    who: UUID | None
    need: str
    answer: str
    there: list[str]


def asked_of_holder(course_ids: Collection[UUID]) -> list[HolderRow]:
    """What these courses ask of the actor who holds them, and the offers that wait for an answer.

    One query, the longest wait first. Asked before anything is logged.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from plan_asked_of_holder(%s::uuid[], %s)",
            [list(course_ids), still_since(today())],
        )
        return [HolderRow(*row) for row in cursor.fetchall()]
