"""Mending mistakes: proposed here; carried out and taken back by the database's own functions.

What goes from one course to another is changed by no page and no action: the application has no
right to. Each function asks again who acts, and writes the trace and the events with the rest.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from landfast.access.action import action, note_told
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.looks.oversight import require_oversight
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.queries import mending as reads
from landfast.course.rules import mending as rules
from landfast.course.rules.mending import Mending, MendState
from landfast.kernel.clock import now
from landfast.kernel.ids import CourseId, PersonId
from landfast.kernel.refusals import NotAllowed, NotFound, Wrong
from landfast.kernel.text import da


@action
def propose_merge(
    *, actor: Actor, goes: CourseId, stays: CourseId, why: str, tells: Sequence[PersonId] = ()
) -> UUID:
    """Two records are one citizen (samme borger): another pair of eyes carries it out."""
    reads.require_joining(actor, goes, stays)
    rules.check_why(why)
    rules.check_clashes(clashes(goes, stays))
    row = _propose(
        actor, models.Mend(kind=Mending.MERGE, source_id=goes, target_id=stays, why=why.strip())
    )
    record(actor, "mistake.merge_proposed", row, course=stays, topic=Topic.FRAME, to=tells)
    return row.id


def clashes(goes: UUID, stays: UUID) -> list[str]:
    """What speaks against joining them now; for somebody who may mend both."""
    with connection.cursor() as cursor:
        cursor.execute("select course_mend_clashes(%s, %s)", [goes, stays])
        return list(cursor.fetchone()[0])


@action
def carry_out_merge(*, actor: Actor, mend_id: UUID) -> None:
    """The other pair of eyes joins them: the citizen is told, and it can be taken back."""
    row = _found(actor, mend_id)
    _ask("select course_carry_out_merge(%s)", row.id)


@action
def propose_move(
    *, actor: Actor, course_id: CourseId, thing: str, row_id: UUID, target: CourseId | None,
    why: str, hint: str = "", tells: Sequence[PersonId] = (),
) -> UUID:  # fmt: skip
    """Something stands on the wrong citizen. Without the right one it is handed to the leader."""
    require(actor, Permission.ENTRY_MOVE, course=course_id)
    rules.check_why(why)
    _check_may_move(course_id, target, thing, row_id)
    if target is None and not hint.strip():
        raise Wrong("whose_is_it", da("Vælg borgeren, eller skriv, hvem det handler om."), "hint")
    row = models.Mend(
        kind=Mending.MOVE, source_id=course_id, target_id=target, thing=thing, row=row_id,
        why=why.strip(), hint="" if target else hint.strip()[: rules.HINT_MAX],
    )  # fmt: skip
    _propose(actor, row, MendState.PROPOSED if target else MendState.HANDED)
    record(actor, "mistake.move_proposed", row, course=course_id, to=tells)
    return row.id


def _check_may_move(course_id: CourseId, target: CourseId | None, thing: str, row_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select course_may_move(%s, %s, %s, %s)", [course_id, target, thing, row_id])
        (may,) = cursor.fetchone()
    if not may:
        raise NotAllowed(
            "not_yours_to_move",
            da("Du kan flytte det, du selv har skrevet, til en, du også arbejder med."
               " Sig det ellers til koordinatoren."),
        )  # fmt: skip


@action
def carry_out_move(*, actor: Actor, mend_id: UUID, target: CourseId | None = None) -> None:
    """It goes to whom it is about; who could see it meanwhile is written down from the log."""
    row = _found(actor, mend_id)
    if row.target_id is None and target is None:
        raise Wrong("whose_is_it", da("Vælg, hvem det handler om."), "target")
    _ask("select course_carry_out_move(%s, %s)", row.id, target)


@action
def drop_mend(*, actor: Actor, mend_id: UUID) -> None:
    """It was no mistake after all: nothing is moved."""
    row = _found(actor, mend_id)
    waits = models.Mend.objects.filter(id=row.id, state__in=(MendState.PROPOSED, MendState.HANDED))
    if not waits.update(state=MendState.DROPPED):
        rules.check_said("gone")
    record(actor, "mistake.dropped", row, course=row.source_id)


@action
def undo_mend(*, actor: Actor, mend_id: UUID, why: str) -> None:
    """Apart again (skil ad igen): every row is what and where it was."""
    row = _found(actor, mend_id)
    rules.check_why(why)
    _ask("select course_undo_mend(%s, %s)", row.id, why.strip())


@action
def mark_told(*, actor: Actor, course_id: CourseId, reader_id: UUID) -> None:
    """Who saw what was not theirs has been told so."""
    require(actor, Permission.MISTAKE_MEND, course=course_id)
    _tell(actor, reader_id, course_id)


@action
def mark_told_as_officer(*, actor: Actor, reader_id: UUID) -> None:
    """The same from the officer's desk; the database knows whose area it is."""
    require_oversight(actor)
    _tell(actor, reader_id, None)


def _tell(actor: Actor, reader_id: UUID, course_id: CourseId | None) -> None:
    rows = models.MendReader.objects.filter(id=reader_id, told_at=None)
    if course_id:
        rows = rows.filter(course_id=course_id)
    row = rows.first()
    if row is None:
        raise NotFound
    rows.update(told_at=now(), told_by_id=actor.person_id)
    record(actor, "mistake.reader_told", row)


def _propose(actor: Actor, row: models.Mend, state: MendState = MendState.PROPOSED) -> models.Mend:
    row.state, row.proposed_by_id, row.created_at = state, actor.person_id, now()
    row.save(force_insert=True)
    return row


def _found(actor: Actor, mend_id: UUID) -> models.Mend:
    row = models.Mend.objects.filter(id=mend_id).first()
    if row is None:
        raise NotFound
    require(actor, Permission.COURSE_SEE_FRAME, course=row.target_id or row.source_id)
    return row


def _ask(sql: str, *values: UUID | str | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        (said,) = cursor.fetchone()
    rules.check_said(said)
    note_told()  # the database wrote the events with the rest
