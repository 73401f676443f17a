"""Reads of forums, questions and answers. Row-level security decides which questions there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from landfast.access.actor import Actor
from landfast.consultation import models
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people

LISTED = 50


@dataclass(frozen=True)
class ForumRow:
    """Where one can ask: the forum's name, its unit and organisation, what about."""

    id: UUID
    unit_id: UnitId
    unit: str
    organisation: str
    name: str
    about: str
    keeper_id: PersonId
    keeper: str
    is_open: bool


@dataclass(frozen=True)
class AnswerRow:
    """One thing said: who said it, and whether it was the asker."""

    person: str
    by_asker: bool
    text: str
    at: datetime


@dataclass(frozen=True)
class QuestionRow:
    """A question as both sides see it."""

    id: UUID
    forum: str
    forum_unit: str
    unit_id: UnitId
    asker_id: PersonId
    asker: str
    asked_from: str
    text: str
    asked_at: datetime
    closed_at: datetime | None
    answered: int
    answers: tuple[AnswerRow, ...] = ()


def _forum(row: models.Forum) -> ForumRow:
    return ForumRow(
        row.id, UnitId(row.unit_id), row.unit.name, row.unit.organisation.name, row.name,
        row.about, PersonId(row.keeper_id), row.keeper.name, row.is_open,
    )  # fmt: skip


def forums(*, of: Iterable[UnitId] | None = None) -> list[ForumRow]:
    """Those that take questions now, by name; or all of some units, open or not."""
    rows = models.Forum.objects.select_related("unit__organisation", "keeper")
    rows = rows.filter(is_open=True) if of is None else rows.filter(unit_id__in=list(of))
    return [_forum(row) for row in rows.order_by("unit__organisation__sort_key", "name", "id")]


def forum(forum_id: UUID) -> ForumRow:
    """One forum."""
    row = models.Forum.objects.select_related("unit__organisation", "keeper").filter(id=forum_id)
    found = row.first()
    if found is None:
        raise NotFound
    return _forum(found)


def own_units(actor: Actor) -> list[tuple[UnitId, str]]:
    """Where the actor works now: a question says from which unit it comes, never from whom more."""
    seen = {
        row.unit_id: row.unit for row in people.employments(person_id=actor.person_id)
    }  # fmt: skip
    return list(seen.items())


def asked_by(actor: Actor) -> list[QuestionRow]:
    """What I have asked, newest first."""
    return _rows(asker_id=actor.person_id)


def asked_of(units: Iterable[UnitId]) -> list[QuestionRow]:
    """What others have asked the forums of these units, newest first."""
    return _rows(unit_id__in=list(units))


def about(course_id: UUID) -> list[QuestionRow]:
    """What has been asked about a course without its name, for those who reach the course."""
    return _rows(origin__course_id=course_id)


def _rows(**which: object) -> list[QuestionRow]:
    rows = _with_names().filter(**which).order_by("-created_at", "-id")[:LISTED]
    return [_question(row, ()) for row in rows]


def _with_names() -> QuerySet[models.Question]:
    return models.Question.objects.select_related(
        "forum", "unit", "asker", "asked_from"
    ).prefetch_related("answers")


def question(question_id: UUID) -> QuestionRow:
    """One question with what was said to it. Hidden or absent: NotFound."""
    row = _with_names().filter(id=question_id).first()
    if row is None:
        raise NotFound
    said = models.Answer.objects.select_related("person").filter(question_id=question_id)
    answers = tuple(
        AnswerRow(one.person.name, one.person_id == row.asker_id, one.text, one.created_at)
        for one in said.order_by("created_at", "id")
    )
    return _question(row, answers)


def course_of(question_id: UUID) -> CourseId | None:
    """The course a question is about, for those who reach it; nobody else learns of it."""
    with connection.cursor() as cursor:
        cursor.execute("select consultation_course_of(%s)", [question_id])
        (course,) = cursor.fetchone()
    return CourseId(course) if course else None


def _question(row: models.Question, answers: tuple[AnswerRow, ...]) -> QuestionRow:
    answered = sum(one.person_id != row.asker_id for one in row.answers.all())
    return QuestionRow(
        row.id, row.forum.name, row.unit.name, UnitId(row.unit_id), PersonId(row.asker_id),
        row.asker.name, row.asked_from.name, row.text, row.created_at, row.closed_at, answered,
        answers,
    )  # fmt: skip
