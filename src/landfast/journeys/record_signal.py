"""An early sign is recorded where signs may be kept, and read by the team and by her (H1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import may
from landfast.access.rules import Permission
from landfast.course.actions import signalling
from landfast.course.queries.courses import CourseFrame, course_page
from landfast.course.queries.signals import SignalRow, signals
from landfast.course.rules.signal import SignalKind
from landfast.course.rules.signal_ground import SeenAs, kinds_carried
from landfast.journeys._sign_ground import SignGround, ground_of
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.queries.parts import when_visited
from landfast.redthread.queries.choosing import signs_asked


@dataclass(frozen=True)
class SignalsSeen:
    """The signs there are, and whether the reader may record one."""

    frame: CourseFrame
    rows: list[SignalRow]
    may_record: bool
    is_kept: bool
    """Whether signs are kept at all where the course is."""


def see_signals(actor: Actor, course_id: UUID) -> SignalsSeen:
    """All that was seen and is not forgotten; the look is logged."""
    view = course_page(actor, course_id, "Tegn")
    allowed = may(actor, Permission.SIGNAL_RECORD, course_id)
    kept = signs_asked(course_id)
    return SignalsSeen(view.frame, signals(course_id), allowed and kept, kept)


@dataclass(frozen=True)
class SignDesk:
    """Where a sign is written: about whom, on which ground, and of which kinds; none: none."""

    course_id: UUID
    called: str
    seen_as: SeenAs | None
    kinds: Sequence[SignalKind]
    meeting_id: UUID | None


def sign_desk(actor: Actor, course_id: UUID) -> SignDesk:
    """The desk of everybody with a ground that carries a sign; the look is logged as that."""
    ground = ground_of(actor, course_id)
    called = ground.opened(actor)
    return SignDesk(course_id, called, ground.seen_as, _kinds(ground), ground.meeting_id)


def _kinds(ground: SignGround) -> list[SignalKind]:
    if ground.seen_as is None or not signs_asked(ground.course_id):
        return []
    return kinds_carried(ground.seen_as, ground.topics)


def may_tell(actor: Actor, course_id: UUID) -> bool:
    """Is there a sign that the actor may record? For the way there."""
    return bool(_kinds(ground_of(actor, course_id)))


@journey
def record_signal(
    *, actor: Actor, course_id: UUID, kind: str, seen_on: date | None, words: str,
    only_her: bool = False,
) -> UUID:  # fmt: skip
    """Somebody saw something. Where no ground stands, nothing is kept.

    `only_her`: the writer says that the words are about her, and about nobody else.
    """
    ground = ground_of(actor, course_id)
    return signalling.record_signal(
        actor=actor, course_id=course_id, kind=kind, seen_on=seen_on, words=words,
        only_her=only_her, is_grounded=signs_asked(course_id), topics=ground.topics,
        seen_as=ground.seen_as or SeenAs.TEAM, met_on=_met_on(ground),
    )  # fmt: skip


def _met_on(ground: SignGround) -> date | None:
    """The day of the meeting that one is a guest of; none without a day, or of several meetings.

    Which of several it was is not asked: a day that may be another's would be told as a fact.
    """
    found = when_visited(ground.meetings) if len(ground.meetings) == 1 else []
    return next((date_in_denmark(row.starts_at) for row in found if row.starts_at), None)
