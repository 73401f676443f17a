"""The only writers of forums, questions and answers."""

from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, connection, transaction

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require, require_post, require_staff
from landfast.access.rules import Permission
from landfast.consultation import models, queries, rules
from landfast.kernel.clock import now
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da


@action
def keep_forum(
    *, actor: Actor, unit_id: UnitId, name: str, about: str, is_open: bool
) -> UUID:  # fmt: skip
    """A unit takes questions from other sectors, or stops; who wrote it last keeps it."""
    require_post(actor, Permission.FORUM_KEEP, unit=unit_id)
    rules.check_forum(name, about)
    row = models.Forum.objects.filter(unit_id=unit_id).first() or models.Forum(
        unit_id=unit_id, created_at=now()
    )
    row.name, row.about, row.is_open = name.strip(), about.strip(), is_open
    row.keeper_id = actor.person_id
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as clash:  # somebody else made it in the same second
        raise NotNow(
            "forum_made", da("En anden har skrevet det imens. Hent siden igen.")
        ) from clash
    record(actor, "consultation.forum_kept", row, unit=unit_id, open=is_open)
    return row.id


@action
def ask(
    *,
    actor: Actor,
    forum_id: UUID,
    text: str,
    asked_from: UnitId,
    names: Collection[str],
    looked_at: Collection[str],
    course_id: CourseId | None = None,
) -> UUID:
    """Ask another sector without saying whom it is about (F7). `names`: known to the course.

    Raises Wrong with what was found when the text points at somebody.
    """
    require_staff(actor)
    if course_id:
        require(actor, Permission.ASK_OTHERS, course=course_id)
    forum = queries.forum(forum_id)
    units = [unit for unit, _name in queries.own_units(actor)]
    if asked_from not in units:
        raise NotFound
    rules.check_takes_questions(is_open=forum.is_open)
    rules.check_not_own(units, forum.unit_id)
    rules.check_words(text)
    rules.check_anonymous(text, names, looked_at)
    row = models.Question(
        forum_id=forum.id, unit_id=forum.unit_id, asker_id=actor.person_id,
        asked_from_id=asked_from, text=text.strip(), looked_at=sorted(looked_at), created_at=now(),
    )  # fmt: skip
    models.Question.objects.bulk_create([row])
    record(actor, "consultation.asked", row, keeper=forum.keeper_id)
    if course_id:
        origin = models.Origin(question_id=row.id, course_id=course_id, asked_at=row.created_at)
        models.Origin.objects.bulk_create([origin])
        record(actor, "consultation.about", origin, course=course_id)
    return row.id


@action
def say(
    *,
    actor: Actor,
    question_id: UUID,
    text: str,
    names: Collection[str],
    looked_at: Collection[str],
) -> None:
    """The forum answers, or the asker says more: the asker's words are searched again."""
    require_staff(actor)
    row = models.Question.objects.filter(id=question_id).first()
    if row is None:
        raise NotFound
    by_asker = row.asker_id == actor.person_id
    asked = row.unit_id in [unit for unit, _name in queries.own_units(actor)]
    rules.check_may_answer(is_asker=by_asker, is_asked=asked)
    rules.check_still_open(is_closed=row.closed_at is not None)
    rules.check_words(text)
    if by_asker:
        rules.check_anonymous(text, names, looked_at)
    answer = models.Answer(
        question_id=row.id, person_id=actor.person_id, text=text.strip(), created_at=now()
    )
    try:
        with transaction.atomic():
            models.Answer.objects.bulk_create([answer])
    except ProgrammingError:  # the database takes no answer: closed in the same second
        rules.check_still_open(is_closed=True)
    told = _keeper(row) if by_asker else PersonId(row.asker_id)
    record(actor, "consultation.answered", answer, to=told)


def _keeper(row: models.Question) -> PersonId:
    return queries.forum(row.forum_id).keeper_id


@action
def close(*, actor: Actor, question_id: UUID) -> None:
    """The asker is helped, and closes the question."""
    require_staff(actor)
    row = models.Question.objects.select_for_update().filter(id=question_id).first()
    if row is None:
        raise NotFound
    rules.check_asker(is_asker=row.asker_id == actor.person_id)
    rules.check_still_open(is_closed=row.closed_at is not None)
    row.closed_at = now()
    row.save(update_fields=["closed_at"])
    record(actor, "consultation.closed", row)


@action(asks=False, tells=False)
def forget() -> int:
    """Forget questions two years after they were asked (`Keep.CONSULTATION`); the clock calls."""
    with connection.cursor() as cursor:
        cursor.execute("select consultation_expire()")
        (gone,) = cursor.fetchone()
    if gone:
        record(None, "consultation.expired", count=gone)
    return int(gone)
