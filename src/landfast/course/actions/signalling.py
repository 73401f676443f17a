"""Recording an early sign, and forgetting it (H1)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.rules import signal as rules
from landfast.course.rules.signal_ground import SeenAs, check_carried
from landfast.kernel.clock import today

NEEDS = dict.fromkeys(SeenAs, Permission.SIGNAL_TELL) | {SeenAs.TEAM: Permission.SIGNAL_RECORD}


@action
def record_signal(
    *, actor: Actor, course_id: UUID, kind: str, seen_on: date | None, words: str = "",
    only_her: bool = False, is_grounded: bool, seen_as: SeenAs = SeenAs.TEAM,
    topics: Collection[Topic] = (), met_on: date | None = None,
) -> UUID:  # fmt: skip
    """Somebody with a ground saw something: a kind, a day, a few words. She can read it (H1).

    `only_her`: the writer says that the words are about her, and about nobody else.
    Whether signs are kept here, on which ground, and the day of a guest's meeting lie above
    (`journeys/record_signal.py`); the database asks the first two again.
    """
    require(actor, NEEDS[seen_as], course=course_id)
    rules.check_grounded(is_grounded=is_grounded)
    seen, day = rules.check_signal(kind, seen_on, words, today())
    rules.check_only_her(words, only_her=only_her)
    check_carried(seen, seen_as, topics)
    row = models.Signal(
        course_id=course_id, kind=seen, seen_on=day, words=words.strip(),
        recorded_by_id=actor.person_id, expires_on=today() + rules.LASTS,
        seen_as=seen_as, met_on=met_on,
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "signal.recorded", row, seen=seen.value)
    return row.id


@action(asks=False, tells=False)
def expire() -> int:
    """Forget the signs past their day. The clock calls it; what was seen stands in no event."""
    with connection.cursor() as cursor:
        cursor.execute("select course_expire_signals()")
        (gone,) = cursor.fetchone()
    if gone:
        record(None, "signals.expired", count=gone)
    return int(gone)
