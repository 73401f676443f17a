"""Cases without a name, as a circle hears them and as she and her team read them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from landfast.circles import models
from landfast.circles.queries.standing import LISTED
from landfast.circles.rules.cases import CaseState, Comes, Ground, Told
from landfast.circles.rules.kinds import Kind
from landfast.kernel.ids import CourseId, PersonId
from landfast.kernel.reading import DAY, ID, Once
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


_FIELDS = [field.name for field in fields(CaseRow)]
_MADE: dict[str, Callable[[str], Any]] = {
    "kind": Kind,
    "ground": Ground,
    "told": Told,
    "comes": Comes,
    "state": CaseState,
}
_COLUMNS = (
    "id", "circle_id", "circle__name", "circle__kind", "raised_by_id", "raised_by__name",
    "raised_from__name", "presenter__name", "created_at", "text", "question", "why", "ground",
    "ground_words", "told", "told_on", "her_words", "written_for_her", "comes", "state",
    "sitting_id", "sitting__starts_at", "summary", "told_after_on", "told_words", "follow_up_on",
    "came_of_it",
)  # fmt: skip


def _rows(which: Q | None = None, **also: Any) -> QuerySet[models.Case, tuple[Any, ...]]:
    found = models.Case.objects.filter(which or Q(), **also).order_by("created_at", "id")
    return found.values_list(*_COLUMNS)[:LISTED]


def _cases(which: Q | None = None, **also: Any) -> list[CaseRow]:
    return [_case(row) for row in _rows(which, **also)]


def _case(row: Iterable[Any]) -> CaseRow:
    values = dict(zip(_FIELDS, row, strict=True))
    made = {name: make(values[name]) for name, make in _MADE.items() if values[name] != ""}
    return CaseRow(**values | {"comes": None} | made)


def waiting_cases(circle_id: UUID) -> list[CaseRow]:
    """What is to be talked about, in the order it was raised."""
    return _cases(circle_id=circle_id, state=CaseState.WAITING)


def cases_of(sitting_id: UUID) -> list[CaseRow]:
    """What was talked about at a meeting."""
    return _cases(sitting_id=sitting_id)


_OPEN_ENDS = Once(
    lambda person, today: _rows(
        Q(told_after_on=None) | Q(follow_up_on__lte=today, came_of_it=""),
        raised_by_id=person, state=CaseState.HANDLED,
    ),
    ID, DAY,
)  # fmt: skip


def open_ends(person_id: PersonId, today: date) -> list[CaseRow]:
    """Mine that wait: to tell her what came of it, or to say what came of it later."""
    return [_case(row) for row in _OPEN_ENDS(person_id, today)]


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
