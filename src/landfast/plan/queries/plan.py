"""The plan of one course, and its wishes."""

from collections import defaultdict
from uuid import UUID

from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.plan import models
from landfast.plan.queries.agreements import persons_in
from landfast.plan.queries.rows import (
    AgreementRow,
    Plan,
    StepRow,
    WishRow,
    agreement_row,
    step_row,
    wish_row,
)


def plan_of(course_id: UUID) -> Plan:
    """All wishes with their agreements and own steps, and the rest; four queries."""
    wishes, steps = _wishes(course_id), _steps(course_id)
    promises = list(models.Agreement.objects.filter(course_id=course_id).order_by("due_on", "id"))
    writers = {row.written_by_id for row in wishes} | {row.written_by_id for row in steps}
    cards = people.persons(list(writers | persons_in(promises)))
    words = {row.id: row.words for row in wishes}
    agreements: dict[UUID | None, list[AgreementRow]] = defaultdict(list)
    for row in promises:
        wish_words = words[row.wish_id] if row.wish_id else ""
        agreements[row.wish_id].append(agreement_row(row, cards, wish_words))
    own: dict[UUID | None, list[StepRow]] = defaultdict(list)
    for step in steps:
        own[step.wish_id].append(step_row(step, cards))
    return Plan(
        tuple(
            wish_row(row, cards, tuple(agreements[row.id]), tuple(own[row.id])) for row in wishes
        ),
        tuple(agreements[None]),
        tuple(own[None]),
    )


def wishes_of(course_id: UUID) -> list[WishRow]:
    """The citizen's wishes in the citizen's order, without what hangs on them."""
    rows = _wishes(course_id)
    cards = people.persons([row.written_by_id for row in rows])
    return [wish_row(row, cards) for row in rows]


def wish(wish_id: UUID, course_id: UUID) -> WishRow:
    """One wish; what is hidden does not exist."""
    row = models.Wish.objects.filter(id=wish_id, course_id=course_id).first()
    if row is None:
        raise NotFound
    return wish_row(row, people.persons([row.written_by_id]))


def _wishes(course_id: UUID) -> list[models.Wish]:
    return list(models.Wish.objects.filter(course_id=course_id).order_by("position", "id"))


def _steps(course_id: UUID) -> list[models.OwnStep]:
    rows = models.OwnStep.objects.filter(course_id=course_id)
    return list(rows.select_related("relation").order_by("id"))
