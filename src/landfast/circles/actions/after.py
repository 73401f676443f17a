"""Afterwards: she is told in plain words, and somebody looks again at what came of it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import may, require_staff
from landfast.access.rules import Permission
from landfast.circles import models
from landfast.circles.queries.cases import course_of
from landfast.circles.rules import cases as rules
from landfast.circles.rules import searching
from landfast.circles.rules.cases import CaseState, Told
from landfast.kernel.clock import today
from landfast.kernel.ids import CourseId
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da


@action
def tell(
    *, actor: Actor, case_id: UUID, text: str, told: Told | None, told_on: date | None,
    follow_up_on: date | None, names: Collection[str], looked_at: Collection[str] = (),
    has_page: bool = False,
) -> None:  # fmt: skip
    """She is told what was said and suggested, in plain words (S000 §2.3)."""
    row, course = _yours(actor, case_id)
    rules.check_handled(CaseState(row.state))
    rules.check_not_told(row.told_after_on)
    rules.check_line(text, "text", da("Skriv, hvad borgeren får at vide."), rules.TEXT_MAX)
    how, on = rules.check_told_before(told, told_on, today(), has_page=has_page)
    again = rules.check_follow_up_on(follow_up_on, today())
    searching.check_case({"text": text}, names, looked_at)
    row.told_words, row.told_after, row.told_after_on = text.strip(), how, on
    row.follow_up_on = again
    row.save(update_fields=["told_words", "told_after", "told_after_on", "follow_up_on"])
    record(actor, "circle.case_told_after", row, course=course)


@action
def note_what_came(
    *, actor: Actor, case_id: UUID, text: str, names: Collection[str],
    looked_at: Collection[str] = (),
) -> None:  # fmt: skip
    """What came of the advice: the circle learns, and she reads it."""
    row, course = _yours(actor, case_id)
    rules.check_handled(CaseState(row.state))
    rules.check_line(text, "text", da("Skriv, hvad der kom ud af det."), rules.TEXT_MAX)
    searching.check_case({"text": text}, names, looked_at)
    row.came_of_it = text.strip()
    row.save(update_fields=["came_of_it"])
    record(actor, "circle.case_outcome", row, course=course)


@action(asks=False, tells=False)
def forget() -> int:
    """Forget cases that are over and that nothing holds (`Keep.CIRCLE`); the clock calls."""
    with connection.cursor() as cursor:
        cursor.execute("select circles_expire()")
        (gone,) = cursor.fetchone()
    if gone:
        record(None, "circle.expired", count=gone)
    return int(gone)


def _yours(actor: Actor, case_id: UUID) -> tuple[models.Case, CourseId | None]:
    """Who raised it, or who holds the threads of her course."""
    require_staff(actor)
    row = models.Case.objects.select_for_update().filter(id=case_id).first()
    if row is None:
        raise NotFound
    course = course_of(case_id)
    holds = course is not None and may(actor, Permission.WISH_WRITE, course)
    rules.check_is_yours(is_raiser=row.raised_by_id == actor.person_id, holds=holds)
    return row, course
