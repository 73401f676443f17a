"""The plan of one course, and its wishes."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from landfast.kernel.reading import ID, Once, Question, columns, together
from landfast.kernel.refusals import NotFound
from landfast.plan import models
from landfast.plan.queries.agreements import persons_in
from landfast.plan.queries.rows import (
    LEADER_ASKED,
    AgreementRow,
    Plan,
    StepRow,
    WishRow,
    agreement_row,
    everyone,
    step_row,
    wish_row,
)

_WISHES = Once(
    lambda course: models.Wish.objects.filter(course_id=course)
    .order_by("position", "id").values_list(*columns(models.Wish)), ID,
)  # fmt: skip
_STEPS = Once(
    lambda course: models.OwnStep.objects.filter(course_id=course)
    .order_by("id").values_list(*columns(models.OwnStep), "relation__name"), ID,
)  # fmt: skip
_PROMISES = Once(
    lambda course: models.Agreement.objects.filter(course_id=course)
    .annotate(leader_asked=LEADER_ASKED)
    .order_by("due_on", "id").values_list(*columns(models.Agreement), "leader_asked"), ID,
)  # fmt: skip


def plan_of(course_id: UUID) -> Plan:
    """All wishes with their agreements and own steps, and the rest; four queries."""
    return plan_in(*together(*asking_plan(course_id)))


def asking_plan(course_id: UUID) -> tuple[Question[list[Any]], ...]:
    """The three questions of `plan_of`, to be sent with others; `plan_in` makes it of the rows."""
    return _WISHES.asked(course_id), _STEPS.asked(course_id), _PROMISES.asked(course_id)


def plan_in(wishes: list[Any], steps: list[Any], promises: list[Any]) -> Plan:
    """The plan in the answers to `asking_plan`, with those whom it names; one query more."""
    writers = {row.written_by_id for row in wishes} | {row.written_by_id for row in steps}
    cards = everyone(writers | persons_in(promises))
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
    rows = _WISHES(course_id)
    cards = everyone(row.written_by_id for row in rows)
    return [wish_row(row, cards) for row in rows]


def steps_of(course_id: UUID) -> list[StepRow]:
    """Her own steps and those of people close to her, without the wishes they hang on."""
    rows = _STEPS(course_id)
    cards = everyone(row.written_by_id for row in rows)
    return [step_row(row, cards) for row in rows]


def wish(wish_id: UUID, course_id: UUID) -> WishRow:
    """One wish; what is hidden does not exist."""
    row = models.Wish.objects.filter(id=wish_id, course_id=course_id).first()
    if row is None:
        raise NotFound
    return wish_row(row, everyone([row.written_by_id]))
