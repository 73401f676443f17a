"""Cases without a name, as a circle hears them and as she and her team read them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from landfast.circles import models
from landfast.circles.queries.standing import LISTED
from landfast.circles.rules.cases import CaseState, Comes, Ground, Told
from landfast.circles.rules.kinds import Kind
from landfast.kernel.ids import CourseId, PersonId
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class CaseRow:
    """A case: what is asked and why, on which ground, her own word, and what came of it."""

    id: UUID
    circle_id: UUID
    circle: str
    kind: Kind
    raised_by_id: PersonId
    raised_by: str
    raised_from: str
    presenter: str
    raised_at: datetime
    text: str
    question: str
    why: str
    ground: Ground
    ground_words: str
    told: Told
    told_on: date
    her_words: str
    written_for_her: bool
    comes: Comes | None
    state: CaseState
    sitting_id: UUID | None
    sitting_at: datetime | None
    summary: dict[str, str]
    told_after_on: date | None
    told_words: str
    follow_up_on: date | None
    came_of_it: str


def _cases(which: Q | None = None, **also: Any) -> list[CaseRow]:
    rows = models.Case.objects.select_related(
        "circle", "raised_by", "raised_from", "presenter", "sitting"
    ).filter(which or Q(), **also)
    return [_case(row) for row in rows.order_by("created_at", "id")[:LISTED]]


def _case(row: models.Case) -> CaseRow:
    return CaseRow(
        row.id, row.circle_id, row.circle.name, Kind(row.circle.kind), PersonId(row.raised_by_id),
        row.raised_by.name, row.raised_from.name, row.presenter.name, row.created_at, row.text,
        row.question, row.why, Ground(row.ground), row.ground_words, Told(row.told), row.told_on,
        row.her_words, row.written_for_her, Comes(row.comes) if row.comes else None,
        CaseState(row.state), row.sitting_id, row.sitting.starts_at if row.sitting else None,
        row.summary, row.told_after_on, row.told_words, row.follow_up_on, row.came_of_it,
    )  # fmt: skip


def waiting_cases(circle_id: UUID) -> list[CaseRow]:
    """What is to be talked about, in the order it was raised."""
    return _cases(circle_id=circle_id, state=CaseState.WAITING)


def cases_of(sitting_id: UUID) -> list[CaseRow]:
    """What was talked about at a meeting."""
    return _cases(sitting_id=sitting_id)


def open_ends(person_id: PersonId, today: date) -> list[CaseRow]:
    """Mine that wait: to tell her what came of it, or to say what came of it later."""
    late = Q(follow_up_on__lte=today, came_of_it="")
    return _cases(
        Q(told_after_on=None) | late, raised_by_id=person_id, state=CaseState.HANDLED
    )  # fmt: skip


def about(course_id: UUID) -> list[CaseRow]:
    """What has been raised about a course, for those who reach it; the newest first."""
    return _cases(origin__course_id=course_id)[::-1]


def told_to_her(course_id: UUID, since: datetime) -> list[CaseRow]:
    """What she is to know of now: what waits, and what was talked about lately."""
    lately = Q(state=CaseState.HANDLED, sitting__starts_at__gte=since)
    return _cases(Q(state=CaseState.WAITING) | lately, origin__course_id=course_id)


def case(case_id: UUID) -> CaseRow:
    """One case. Hidden or absent: NotFound."""
    found = _cases(id=case_id)
    if not found:
        raise NotFound
    return found[0]


def course_of(case_id: UUID) -> CourseId | None:
    """The course it is about, for those who reach it; nobody else learns of it."""
    with connection.cursor() as cursor:
        cursor.execute("select circles_course_of(%s)", [case_id])
        (course,) = cursor.fetchone()
    return CourseId(course) if course else None


def has_page(course_id: CourseId) -> bool:
    """Can she come in here by herself, and read that it will be talked about?"""
    with connection.cursor() as cursor:
        cursor.execute("select circles_has_page(%s)", [course_id])
        (has,) = cursor.fetchone()
    return bool(has)
