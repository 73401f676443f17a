"""Asking for another coordinator, and what comes of it."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.phases import locked
from landfast.course.actions.team import holder_of
from landfast.course.queries.leads import leads_of
from landfast.course.rules import changing as rules
from landfast.course.rules.changing import ChangeState
from landfast.course.rules.states import NEEDS_COORDINATOR
from landfast.course.rules.words import State
from landfast.kernel.clock import now, today
from landfast.kernel.ids import UnitId


@action
def ask_for_another(*, actor: Actor, course_id: UUID) -> UUID:
    """The citizen asks for another coordinator. No reason is asked (domain A3)."""
    require(actor, Permission.COORDINATOR_ASK_OTHER, course=course_id)
    course = locked(course_id)
    rules.check_can_ask(
        runs=State(course.state) in NEEDS_COORDINATOR, has_asked=_open(course_id) is not None
    )
    holder = holder_of(course)
    wish = models.ChangeWish(
        course=course, holder_id=holder.person_id, answer_by=rules.answer_by(today()),
        state=ChangeState.ASKED, created_at=now(),
    )  # fmt: skip
    wish.save(force_insert=True)
    record(
        actor, "change.asked", wish, topic=Topic.FRAME, holder=wish.holder_id,
        answer_by=wish.answer_by, leads=leads_of(course.id, UnitId(course.unit_id)),
    )  # fmt: skip
    return wish.id


@action
def take_back(*, actor: Actor, course_id: UUID) -> None:
    """The citizen keeps her coordinator after all; nothing is asked about that either."""
    require(actor, Permission.COORDINATOR_ASK_OTHER, course=course_id)
    locked(course_id)
    _answer(actor, _asked(course_id), ChangeState.TAKEN_BACK, "")


@action
def answer_kept(*, actor: Actor, course_id: UUID, words: str) -> None:
    """After a talk the coordinator stays; the citizen reads why, and can ask again (lessons 3)."""
    require(actor, Permission.COORDINATOR_APPOINT, course=course_id)
    locked(course_id)
    wish = _asked(course_id)
    rules.check_told(words)
    _answer(actor, wish, ChangeState.KEPT, words.strip())


def settle(actor: Actor, course_id: UUID, state: ChangeState) -> None:
    """What an open wish comes to by other acts: somebody new has the course, or it is over."""
    if wish := _open(course_id):
        _answer(actor, wish, state, "")


def _open(course_id: UUID) -> models.ChangeWish | None:
    return models.ChangeWish.objects.filter(course_id=course_id, state=ChangeState.ASKED).first()


def _asked(course_id: UUID) -> models.ChangeWish:
    wish = _open(course_id)
    rules.check_is_open(is_open=wish is not None)
    assert wish is not None  # noqa: S101 - the check has refused
    return wish


def _answer(actor: Actor, wish: models.ChangeWish, state: ChangeState, words: str) -> None:
    wish.state, wish.words = state, words
    wish.answered_at, wish.answered_by_id = now(), actor.person_id
    wish.save(update_fields=["state", "words", "answered_at", "answered_by"])
    record(actor, f"change.{state}", wish, topic=Topic.FRAME, holder=wish.holder_id)
