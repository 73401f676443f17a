"""Ring mig op: a stranger leaves a number, intake rings it (issue 2 §3.1)."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post
from landfast.access.rules import Permission
from landfast.course import models
from landfast.course.rules import callback as rules
from landfast.course.rules.contact import phone_number
from landfast.kernel.clock import now
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound


@action(asks=False, tells=False)
def leave(
    *,
    unit_id: UnitId,
    phone: str,
    area: str,
    about_self: bool,
    name: str = "",
    source: str,
    signs: frozenset[rules.Sign] = frozenset(),
) -> str:
    """A stranger asks to be rung; the receipt code comes at once, for everybody.

    A stranger has no rights and no name: the database's one function is the gate. No event:
    the row is the list, it goes after 14 days, and junk must not fill the history.
    """
    rules.check_area(area)
    name = name.strip()
    rules.check_name_is_own(about_self=about_self, name=name)
    with connection.cursor() as cursor:
        cursor.execute(
            "select course_leave_callback(%s, %s, %s, %s, %s, %s, %s, %s)",
            [unit_id, phone_number(phone), area, about_self, name, source,
             rules.suspicion(signs), now()],
        )  # fmt: skip
        (code,) = cursor.fetchone()
    return str(code)


@action
def note_call(*, actor: Actor, callback_id: UUID, outcome: rules.CallOutcome) -> None:
    """Somebody rang back: what came of it, as a code."""
    close_call(actor, callback_id, outcome)


def close_call(actor: Actor, callback_id: UUID, outcome: rules.CallOutcome) -> None:
    """Note a call on its locked row. Nobody answered: it stays on the list, one try more."""
    row = (
        models.Callback.objects.select_for_update(of=("self",))
        .select_related("called_by")
        .filter(id=callback_id)
        .first()
    )
    if row is None:
        raise NotFound
    require_post(actor, Permission.INTAKE_DECIDE, unit=UnitId(row.unit_id))
    rules.check_not_called(row.called_at is not None, row.called_by.name if row.called_by else "")
    row.tries, row.outcome, row.called_by_id = row.tries + 1, outcome, actor.person_id
    row.called_at = now() if rules.ends_it(outcome) else None
    row.save(update_fields=["tries", "outcome", "called_by", "called_at"])
    record(actor, "callback.called", row, outcome=outcome, tries=row.tries)


@action(asks=False, tells=False)
def expire() -> int:
    """Forget the numbers that are 14 days old. The clock calls it; nobody acts.

    The database's own function takes only those past their day, so anybody may call it.
    An hour in which nothing was due leaves no event.
    """
    with connection.cursor() as cursor:
        cursor.execute("select course_expire_callbacks()")
        (gone,) = cursor.fetchone()
    if gone:
        record(None, "callbacks.expired", count=gone)
    return int(gone)
