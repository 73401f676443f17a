"""Questions to leaders go on by themselves: when the time is up, or the leader is away (D4)."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.directory.queries import mandates as directory
from landfast.directory.queries.mandates import Suggested
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.people import queries as people
from landfast.plan.queries.deciding import WaitingAsk, waiting_asks
from landfast.plan.rules.deciding import Passed, passes_on


@action(asks=False, tells=False)
def pass_on_late() -> int:
    """The clock calls it: a question that waits too long climbs, one to somebody away finds who
    stands in. The database's own function moves it, and leaves the event; how many went on.
    """
    waiting = waiting_asks()
    asked = {one.decider_id for one in waiting}
    there = directory.employed(asked) - people.away(asked)
    return sum(_pass_on(one, is_there=one.decider_id in there) for one in waiting)


def _pass_on(one: WaitingAsk, *, is_there: bool) -> bool:
    why = passes_on(one.answer_by, now(), is_there=is_there)
    if why is None:
        return False
    above = one.level + 1 if why is Passed.LATE else one.level
    found = directory.suggested(one.unit_id, above=above, never=one.asked_by_id)
    if found is None or found.choice.person == one.decider_id:
        return False  # nobody above: it stays where it is, and stands as late
    due = people.after_hours_at_work(PersonId(found.choice.person), found.choice.hours)
    return _moved(one, found, why, due)


def _moved(one: WaitingAsk, to: Suggested, why: Passed, due: datetime) -> bool:
    values: list[UUID | int | datetime | str | None] = [
        one.id, one.decider_id, to.choice.person, to.choice.stands_in_for, to.choice.level, due,
        why.value,
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("select plan_pass_decision(%s, %s, %s, %s, %s::int, %s, %s)", values)
        return bool(cursor.fetchone()[0])
