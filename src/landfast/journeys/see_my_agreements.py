"""Mine aftaler: what one professional has promised, across citizens (product, professional)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import scopes_where
from landfast.access.rules import Permission
from landfast.course.queries.names import WhoseCourse, whose
from landfast.kernel.clock import today
from landfast.plan import queries
from landfast.plan.queries import AgreementRow, TaskRow
from landfast.plan.queries.leaving import LeftRow, agreements_left
from landfast.plan.rules.words import AgreementState


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
    """My agreements across citizens: a row in the log for each, then five queries to eight.

    Of a promise I am asked for again, what was left to me is not shown beside it (decision 65).
    """
    queries.list_of_maker(actor, "Mine aftaler (liste)")
    found = _answerable(actor, queries.agreements_of_maker(actor))
    told = queries.recent_of_maker(actor)
    shared = queries.asked_of_my_teams()
    shown = {row.id for row in found}
    courses = whose({row.course_id for row in (*found, *told, *shared)})
    return MyAgreements(
        found,
        shared,
        told,
        [one for one in queries.tasks_of(actor) if one.agreement_id not in shown],
        courses,
        agreements_left() if any(row.course_id not in courses for row in found) else {},
        today(),
    )


def _answerable(actor: Actor, found: list[AgreementRow]) -> list[AgreementRow]:
    """Without proposals in courses where I may not answer: she has not let me in (again)."""
    if all(row.state is not AgreementState.PROPOSED for row in found):
        return found
    may = set(scopes_where(actor, Permission.AGREEMENT_ANSWER))
    return [
        row for row in found if row.state is not AgreementState.PROPOSED or row.course_id in may
    ]
