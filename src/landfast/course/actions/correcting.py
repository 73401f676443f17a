"""Asking to have something corrected, and the answer. What stood is never taken away by it."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course import models
from landfast.course.actions.her_word import require_her_word
from landfast.course.rules import correcting as rules
from landfast.course.rules.correcting import CorrectionState
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound


@action
def ask_correction(
    *, actor: Actor, course_id: UUID, about: str, words: str, citizen_said_so: bool = False
) -> UUID:
    """The citizen says that an entry does not fit (berigtigelse, F6).

    Who sits beside her writes it down when she has said so; it bears who asked.
    """
    require_her_word(
        actor, course_id, Permission.CORRECTION_ASK, citizen_said_so=citizen_said_so
    )  # fmt: skip
    rules.check_words(words)
    asked = models.Correction(
        course_id=course_id, about=about, words=words.strip(), asked_by_id=actor.person_id,
        state=CorrectionState.ASKED, created_at=now(),
    )  # fmt: skip
    asked.save(force_insert=True)
    record(actor, "correction.asked", asked)
    return asked.id


@action
def answer_correction(
    *, actor: Actor, course_id: UUID, correction_id: UUID, is_corrected: bool, note: str
) -> None:
    """Whoever holds the threads answers: corrected, or it stands, and why (berigtigelse, F6)."""
    require(actor, Permission.CORRECTION_ANSWER, course=course_id)
    found = models.Correction.objects.filter(course_id=course_id, id=correction_id)
    row = found.select_for_update().first()
    if row is None:
        raise NotFound
    rules.check_answer(note, is_open=row.state == CorrectionState.ASKED)
    row.state = CorrectionState.CORRECTED if is_corrected else CorrectionState.STANDS
    row.note, row.answered_by_id, row.answered_at = note.strip(), actor.person_id, now()
    row.save(update_fields=["state", "note", "answered_by_id", "answered_at"])
    if is_corrected:
        record(actor, "correction.made", row)
    else:
        record(actor, "correction.stands", row)
