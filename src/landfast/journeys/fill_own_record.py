"""Til min journal: what an employee has to bring into a record of their own (product D8).

Each has their own part only: what they said yes to, and the minutes that were sent to them.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import list_records
from landfast.access.queries import require_staff
from landfast.course.queries.names import WhoseCourse, whose
from landfast.kernel.clock import now
from landfast.meetings.queries.attended import Sent, sent_to
from landfast.plan import queries as plan
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.words import AgreementState

SHOWN_FOR = timedelta(days=30)
LIST = "Til min journal (liste)"


@dataclass(frozen=True)
class ForMyRecord:
    """What is new for my record in the last month, and whose it is."""

    minutes: list[Sent]
    promises: list[AgreementRow]
    courses: dict[UUID, WhoseCourse]


def see_for_my_record(*, actor: Actor) -> ForMyRecord:
    """My part of minutes and agreements, across citizens: a row in the log for each."""
    require_staff(actor)
    since = now() - SHOWN_FOR
    plan.list_of_maker(actor, LIST)
    minutes = sent_to(actor, since, lambda courses: list_records(actor, courses, LIST))
    found = [*plan.agreements_of_maker(actor), *plan.recent_of_maker(actor)]
    promises = [
        row
        for row in found
        if row.state is not AgreementState.PROPOSED
        and max(filter(None, (row.accepted_at, row.reported_at)), default=row.proposed_at) >= since
    ]
    about = {row.course_id for row in minutes} | {row.course_id for row in promises}
    courses = whose(about)
    return ForMyRecord(
        [row for row in minutes if row.course_id in courses],
        [row for row in promises if row.course_id in courses],
        courses,
    )
