"""How it goes, in the citizen's own word: her own steps, and what somebody else has promised her.

One place for both. A step has four good words and no day; a promise has its day and its maker,
whose word stands untouched beside hers (domain 0.3, A7).
"""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.rules.her_word import check_her_word
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.plan import models
from landfast.plan.actions.moving import locked_agreement, write_change
from landfast.plan.rules import hers, life, promise
from landfast.plan.rules.words import Act, AgreementState, StepState, Went


@action
def set_step(*, actor: Actor, step_id: UUID, state: StepState) -> None:
    """Vil gerne, prøvet, gjort, ikke nu: any of them, from any of them, without a reason (0.3).

    The day of what is done is kept for her own picture over time; no step has a day to be done by.
    """
    step = models.OwnStep.objects.select_for_update().filter(id=step_id).first()
    if step is None:
        raise NotFound
    require(actor, Permission.WISH_WRITE, course=step.course_id)
    if state is not StepState.DONE:
        step.done_on = None
    elif step.state != StepState.DONE:
        step.done_on = today()
    step.state = state
    step.save(update_fields=["state", "done_on"])
    record(actor, "plan.step_set", step)


@action(tells=False)
def say_went(
    *, actor: Actor, agreement_id: UUID, went: Went, words: str = "", citizen_said_so: bool = False
) -> None:
    """Det skete, det skete ikke, det skete på en anden måde: her word, and none is owed (A7).

    `words` (at most 500 signs) may be empty. Said beside her, it is written down as she said it.
    The same said twice is said once. The agreement's version stays: its words are as they were.
    """
    row = _asked(actor, agreement_id, citizen_said_so=citizen_said_so)
    hers.check_may_say(AgreementState(row.state), row.due_on, today())
    promise.check_words(words or "-", hers.WORDS_MAX, "words", "")
    before = (row.hers, row.hers_words)
    if before != (went, words.strip()):
        _put(actor, row, went, words.strip())
        _tell(actor, row, hers.ACT_OF_WENT[went], is_new=before[0] != went)


@action(tells=False)
def take_back_went(*, actor: Actor, agreement_id: UUID, citizen_said_so: bool = False) -> None:
    """What she has said of how it went is hers: gone again in one touch, without a reason."""
    row = _asked(actor, agreement_id, citizen_said_so=citizen_said_so)
    life.check_step(AgreementState(row.state), Act.HERS_BACK)
    if row.hers:
        _put(actor, row, None)
        _tell(actor, row, Act.HERS_BACK)


def _asked(actor: Actor, agreement_id: UUID, *, citizen_said_so: bool) -> models.Agreement:
    row = locked_agreement(agreement_id)
    require(actor, Permission.WISH_WRITE, course=row.course_id)
    check_her_word(is_citizen=actor.is_citizen, citizen_said_so=citizen_said_so)
    said = Went(row.hers) if row.hers else None
    hers.check_whose_word(said, beside=row.hers_beside, is_citizen=actor.is_citizen)
    return row


def _put(actor: Actor, row: models.Agreement, went: Went | None, words: str = "") -> None:
    row.hers, row.hers_words = went or "", words
    row.hers_beside = went is not None and not actor.is_citizen
    row.save(update_fields=["hers", "hers_words", "hers_beside"])


def _tell(actor: Actor, row: models.Agreement, act: Act, *, is_new: bool = True) -> None:
    """Her words stand in the promise only: what she takes back is not kept in its history."""
    beside = not actor.is_citizen
    if is_new:
        write_change(actor, row, act, AgreementState(row.state), told_aloud=beside)
    record(actor, f"plan.agreement_{act.value}", row, beside=beside)
