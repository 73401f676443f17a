"""Moving a course from one state to another: dated, with an actor and a reason."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Topic
from landfast.course import models
from landfast.course.rules import ending, states
from landfast.course.rules.words import State
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound


def locked(course_id: UUID) -> models.Course:
    """The course, locked until the transaction ends; what is hidden does not exist."""
    course = models.Course.objects.select_for_update().filter(scope_id=course_id).first()
    if course is None:
        raise NotFound
    return course


def move(
    actor: Actor,
    course: models.Course,
    to: State,
    *,
    reason: str,
    facts: dict[str, Any] | None = None,
) -> None:
    """Move a locked course along the machine. Callers have asked access and their own guards."""
    before = State(course.state)
    states.check_possible(before, to)
    models.StateChange(
        course=course, before=before, after=to, at=now(), actor_id=actor.person_id,
        reason=reason, facts=facts or {}, created_at=now(),
    ).save(force_insert=True)  # fmt: skip
    course.state, course.state_since = to, now()
    course.review_on = course.review_on if to is State.PAUSED else None
    course.save(update_fields=["state", "state_since", "review_on"])
    if states.goes_on(before, to):
        record(actor, "course.went_on", course, topic=Topic.FRAME, before=before, after=to)
    else:
        record(actor, f"course.moved.{to.name.lower()}", course, topic=Topic.FRAME, before=before)


def begin_again(actor: Actor, course: models.Course, to: State, *, reason: str) -> None:
    """Move a locked course that is over back to life: not beside another of hers (principle 2)."""
    try:
        move(actor, course, to, reason=reason)
    except IntegrityError as error:  # the database knows of courses that the actor cannot see
        raise ending.another_goes_on(is_citizen=actor.is_citizen) from error


def last_into(course: models.Course, state: State) -> models.StateChange | None:
    """The last move of a course into this state, with the state before it."""
    moves = models.StateChange.objects.filter(course=course, after=state)
    return moves.order_by("-at", "-created_at", "-id").first()


def for_move(actor: Actor, course_id: UUID, name: str) -> models.Course:
    """Ask for a move of the table by its name: who may, then a lock, then from where."""
    require(actor, states.MOVES[name].may, course=course_id)
    course = locked(course_id)
    states.check_move(name, State(course.state))
    return course


@action
def activate(*, actor: Actor, course_id: UUID, reason: str = "") -> None:
    """The network meetings begin (AKTIV, domain A2 phase 3)."""
    states.check_reason("activate", reason)
    move(actor, for_move(actor, course_id, "activate"), State.ACTIVE, reason=reason)


@action
def pause(
    *,
    actor: Actor,
    course_id: UUID,
    ground: ending.PauseGround,
    review_on: date | None,
    way_back: str = "",
) -> None:
    """Sat i bero: the citizen asked, or is away and has said yes; with a day to look again.

    Without a day the usual one is meant: a pause asks nothing of her. The coordinator stays
    responsible. Domain 0.2, A3 BERO.
    """
    course = for_move(actor, course_id, "pause")
    review_on = review_on or ending.proposed_review(today())
    ending.check_pause(review_on, today())
    if actor.is_citizen and ground is not ending.PauseGround.ASKED:
        ground = ending.PauseGround.ASKED
    course.review_on = review_on
    facts = {"ground": ground.value, "review_on": review_on.isoformat(), "way_back": way_back[:500]}
    move(actor, course, State.PAUSED, reason="", facts=facts)


@action
def resume(*, actor: Actor, course_id: UUID, reason: str = "") -> None:
    """A pause ends: the meetings go on, or the start does if they had not begun (domain A3)."""
    course = for_move(actor, course_id, "resume")
    pause = last_into(course, State.PAUSED)
    move(actor, course, State(pause.before) if pause else State.ACTIVE, reason=reason)


@action
def wind_up(*, actor: Actor, course_id: UUID, reason: str) -> None:
    """The closing begins (AFSLUTNING): a last talk, and who carries on (domain A2 phase 4)."""
    course = for_move(actor, course_id, "wind_up")
    states.check_reason("wind_up", reason)
    move(actor, course, State.CLOSING, reason=reason)


@action
def go_on(*, actor: Actor, course_id: UUID, reason: str = "") -> None:
    """A closing that had begun is taken back by a new move: the course goes on."""
    move(actor, for_move(actor, course_id, "go_on"), State.ACTIVE, reason=reason)
