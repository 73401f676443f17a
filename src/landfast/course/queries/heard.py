"""Was the answer of intake heard: told to her, or read by herself; and what the referrer reads."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.course import models
from landfast.course.rules.words import Outcome


@dataclass(frozen=True)
class Heard:
    """What who referred her reads of the answer, when she has heard it."""

    outcome: Outcome
    at: datetime


def answers_read(course_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """When each citizen first opened her page with the answer that stands; who has not is absent.

    Of courses that the actor reaches. No query for none.
    """
    if not course_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select course_id, at from course_answer_read(%s::uuid[]) where at is not null",
            [list(course_ids)],
        )
        return dict(cursor.fetchall())


def waits_to_hear(course_id: UUID) -> bool:
    """Is there an answer that nobody knows her to have heard? Of a course whose record is open."""
    row = (
        models.Decision.objects.filter(course_id=course_id, confirmed_at__isnull=False)
        .order_by("-confirmed_at", "-id")
        .values_list("told_at", flat=True)[:1]
    )
    return list(row) == [None] and not answers_read([course_id])


def heard_of_mine(referral_ids: Collection[UUID]) -> dict[UUID, Heard]:
    """The answers to referrals that the actor has sent, as far as she has heard them."""
    if not referral_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("select * from course_heard_of_mine(%s::uuid[])", [list(referral_ids)])
        return {key: Heard(Outcome(outcome), at) for key, outcome, at in cursor.fetchall()}
