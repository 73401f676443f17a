"""The code on her card: made and taken back by her, opened by whoever holds the card (B3)."""

from uuid import UUID, uuid4

from django.db import connection

from landfast.access.action import action, note_told
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.actions.profile import write
from landfast.course.rules.holding import Holder, Holders
from landfast.kernel.ids import PersonId, UnitId

COORDINATOR, DEPUTY, SECOND = 1, 2, 3


@action
def make_code(*, actor: Actor, course_id: UUID) -> None:
    """A code that opens whom to ring; the one before, on an older card, opens nothing any more."""
    require(actor, Permission.OWN_WORDS, course=course_id)
    record(actor, "card.code_made", write(course_id, card_code=uuid4()))


@action
def end_code(*, actor: Actor, course_id: UUID) -> None:
    """Cards that were printed with the code open nothing any more."""
    require(actor, Permission.OWN_WORDS, course=course_id)
    record(actor, "card.code_ended", write(course_id, card_code=None))


@action(asks=False)
def open_by_code(*, code: UUID) -> Holders | None:
    """Whoever holds the card asks whom to ring; None when the code opens nothing (B3).

    Asks nobody, since nobody is signed in: the code is the ground. The database logs and tells.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from course_card_opened(%s)", [code])
        rows = cursor.fetchall()
    note_told()
    if not rows:
        return None
    known = {
        place: Holder(PersonId(who), name, "", phone) for _unit, place, who, name, phone, _ in rows
        if who
    }  # fmt: skip
    return Holders(
        UnitId(rows[0][0]), known.get(COORDINATOR), any(row[5] for row in rows),
        known.get(DEPUTY), known.get(SECOND),
    )  # fmt: skip
