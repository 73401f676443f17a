"""Her own word to a circle: a sentence, whether she comes, or no."""

from collections.abc import Collection
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.circles import models
from landfast.circles.queries.cases import course_of
from landfast.circles.rules import cases as rules
from landfast.circles.rules import searching
from landfast.circles.rules.cases import CaseState, Comes, Ground
from landfast.kernel.ids import CourseId
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da


@action
def say(
    *, actor: Actor, case_id: UUID, text: str, names: Collection[str],
    looked_at: Collection[str] = (), comes: Comes | None = None,
) -> None:  # fmt: skip
    """A sentence that is read aloud, from her, or written for her and marked so (domain 0.10)."""
    row, course, _roles = _hers(actor, case_id)
    rules.check_waits(CaseState(row.state))
    if text.strip() or not comes:
        rules.check_line(text, "text", da("Skriv sætningen."), rules.WORD_MAX)
    searching.check_case({"text": text}, names, looked_at)
    if not actor.is_citizen:
        rules.check_not_her_sentence(row.her_words, written_for_her=row.written_for_her)
    row.her_words, row.written_for_her = text.strip(), not actor.is_citizen
    _answer(actor, row, course, comes, "her_words", "written_for_her")


@action
def note_comes(*, actor: Actor, case_id: UUID, comes: Comes | None) -> None:
    """She wrote her sentence herself: it stands, and whether she comes is noted beside it."""
    row, course, _roles = _hers(actor, case_id)
    rules.check_waits(CaseState(row.state))
    if comes is None:
        raise Wrong("no_answer", da("Vælg ja eller nej."), "comes")
    _answer(actor, row, course, comes)


def _answer(
    actor: Actor, row: models.Case, course: CourseId, comes: Comes | None, *fields: str
) -> None:
    row.comes = comes or row.comes
    row.save(update_fields=[*fields, "comes"])
    record(actor, "circle.case_her_word", course=course, case=row.id)


@action
def refuse(*, actor: Actor, course_id: CourseId, case_id: UUID) -> None:
    """She does not want it talked about: it is off the list at once, and no reason is asked."""
    row, course, roles = _hers(actor, case_id)
    if course != course_id:
        raise NotFound
    rules.check_is_hers(is_hers=CourseRole.CITIZEN in roles)
    rules.check_may_say_no(Ground(row.ground), CaseState(row.state))
    row.state = CaseState.REFUSED
    row.save(update_fields=["state"])
    record(actor, "circle.case_refused", course=course, case=case_id, to=row.raised_by_id)


def _hers(actor: Actor, case_id: UUID) -> tuple[models.Case, CourseId, frozenset[CourseRole]]:
    course = course_of(case_id)
    if course is None:
        raise NotFound
    roles = require(actor, Permission.WISH_WRITE, course=course)
    row = models.Case.objects.select_for_update().filter(id=case_id).first()
    if row is None:
        raise NotFound
    return row, course, roles
