"""The plan of one course, and its wishes."""

from collections import defaultdict
from uuid import UUID

from landfast.kernel.refusals import NotFound
from landfast.plan import models
from landfast.plan.queries.agreements import with_people
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
    """All wishes with their agreements and own steps, and the rest; three queries."""
    agreements: dict[UUID | None, list[AgreementRow]] = defaultdict(list)
    for agreement in with_people(models.Agreement.objects.filter(course_id=course_id)):
        agreements[agreement.wish_id].append(agreement_row(agreement))
    steps: dict[UUID | None, list[StepRow]] = defaultdict(list)
    for step in _steps(course_id):
        steps[step.wish_id].append(step_row(step))
    wishes = tuple(
        wish_row(row, tuple(agreements[row.id]), tuple(steps[row.id])) for row in _wishes(course_id)
    )
    return Plan(wishes, tuple(agreements[None]), tuple(steps[None]))


def wishes_of(course_id: UUID) -> list[WishRow]:
    """The citizen's wishes in the citizen's order, without what hangs on them; one query."""
    return [wish_row(row) for row in _wishes(course_id)]


def wish(wish_id: UUID, course_id: UUID) -> WishRow:
    """One wish; what is hidden does not exist."""
    row = (
        models.Wish.objects.filter(id=wish_id, course_id=course_id)
        .select_related("written_by")
        .first()
    )
    if row is None:
        raise NotFound
    return wish_row(row)


def _wishes(course_id: UUID) -> list[models.Wish]:
    rows = models.Wish.objects.filter(course_id=course_id).select_related("written_by")
    return list(rows.order_by("position", "id"))


def _steps(course_id: UUID) -> list[models.OwnStep]:
    rows = models.OwnStep.objects.filter(course_id=course_id)
    return list(rows.select_related("written_by", "relation").order_by("id"))
