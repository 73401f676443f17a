"""Mine aftaler: what one professional has promised, across citizens (product, professional)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.names import WhoseCourse, whose
from landfast.kernel.clock import today
from landfast.plan import queries
from landfast.plan.queries import AgreementRow, TaskRow
from landfast.plan.queries.leaving import LeftRow, agreements_left


@dataclass(frozen=True)
class MyAgreements:
    """What waits for me, what runs, what I have told, what is left after a stop."""

    open: list[AgreementRow]
    shared: list[AgreementRow]
    """What a whole team of mine is asked for: the first to say yes has it."""
    told: list[AgreementRow]
    tasks: list[TaskRow]
    courses: dict[UUID, WhoseCourse]
    left: dict[UUID, LeftRow]
    """My agreements in courses whose team I have left, by agreement."""
    today: date


def see_my_agreements(*, actor: Actor) -> MyAgreements:
    """My agreements across citizens: a row in the log for each, then five queries to seven."""
    queries.list_of_maker(actor, "Mine aftaler (liste)")
    found, told = queries.agreements_of_maker(actor), queries.recent_of_maker(actor)
    shared = queries.asked_of_my_teams()
    courses = whose({row.course_id for row in (*found, *told, *shared)})
    return MyAgreements(
        found,
        shared,
        told,
        queries.tasks_of(actor),
        courses,
        agreements_left() if any(row.course_id not in courses for row in found) else {},
        today(),
    )
