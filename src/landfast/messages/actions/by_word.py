"""What no channel brings: it waits for a person, is said, and is noted (decision 86)."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.messages import models, rules
from landfast.messages.actions.reaching import channels, ready
from landfast.messages.rules import DeliveryState, Purpose, Way


@action
def note_said(*, actor: Actor, course_id: UUID, person_id: PersonId, until: datetime) -> UUID:
    """It was said to them: all that waited then; what has come since waits still.

    `until` is when the newest of what was shown came. The answer takes it back (`take_back`).
    """
    require(actor, Permission.AGREEMENT_FOLLOW_UP, course=course_id)
    batch = uuid4()
    many = _asked("notices_say", course_id, person_id, until, batch)
    rules.check_said(many)
    record(actor, "notices.said", course=course_id, person=person_id, many=many, batch=batch)
    return batch


@action
def take_back_said(*, actor: Actor, course_id: UUID, batch: UUID) -> None:
    """It was a mistake: it waits to be said again."""
    require(actor, Permission.AGREEMENT_FOLLOW_UP, course=course_id)
    many = _asked("notices_unsay", course_id, batch)
    rules.check_unsaid(many)
    record(actor, "notices.unsaid", course=course_id, many=many, batch=batch)


@action(asks=False, tells=False)
def settle_by_word() -> int:
    """What waits for a person and need not any more; how many. For the clock's jobs.

    A channel leads to them again: it goes that way. They have a page now, may not read it any
    more, or the course is over: nobody has to say it.
    """
    waiting = models.Delivery.objects.filter(state=DeliveryState.BY_WORD, ended_at=None)
    people = set(waiting.values_list("person_id", flat=True).distinct())
    if not people:
        return 0
    reached = [
        person
        for person, channel in channels(people).items()
        if rules.ways_for(Purpose.NEWS, Way(channel.way), ready(channel))
    ]
    sent = waiting.filter(person_id__in=reached).update(
        state=DeliveryState.WAITING, next_try_at=now()
    )
    return sent + _asked("notices_end_by_word")


def _asked(function: str, *values: UUID | datetime) -> int:
    marks = ", ".join("%s" for _value in values)
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}({marks})", values)
        (many,) = cursor.fetchone()
    return int(many)
