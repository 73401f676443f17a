"""The clock's reminders: before the day, the morning after, and to the leader (domain A7)."""

from datetime import timedelta

from django.db import connection

from landfast.access.action import action
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import DENMARK, now, today
from landfast.plan.rules import deadlines


@action(asks=False, tells=False)
def remind() -> int:
    """Leave one event for each reminder that is due; how many. The clock calls it.

    On business days from seven in the morning, so that the message is there when the day begins;
    what fell due meanwhile is told then. The database's own function writes each of them once.
    """
    if not deadlines.may_remind(now().astimezone(DENMARK)):
        return 0
    day = today()
    until = add_business_days(day, deadlines.REMIND_BEFORE)
    with connection.cursor() as cursor:
        cursor.execute(
            "select plan_remind(%s, %s, %s, %s)",
            [day, until, deadlines.leader_threshold(day), day - timedelta(days=7)],
        )
        (told,) = cursor.fetchone()
    return int(told)
