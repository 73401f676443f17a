"""An early sign is recorded where signs may be kept, and read by the team and by her (H1)."""

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
from landfast.redthread.queries.choosing import signs_asked


@dataclass(frozen=True)
class SignalsSeen:
    """The signs that are kept, whether more may be, and whether the reader may record one."""

    frame: CourseFrame
    rows: list[SignalRow]
    is_grounded: bool
    may_record: bool


def see_signals(actor: Actor, course_id: UUID) -> SignalsSeen:
    """All that was seen and is not forgotten; the look is logged."""
    view = course_page(actor, course_id, "Tegn")
    grounded = signs_asked(course_id)
    allowed = may(actor, Permission.SIGNAL_RECORD, course_id)
    return SignalsSeen(view.frame, signals(course_id), grounded, grounded and allowed)


@journey
def record_signal(
    *, actor: Actor, course_id: UUID, kind: str, seen_on: date | None, words: str
) -> UUID:
    """Somebody saw something. Where no ground stands, nothing is kept."""
    return signalling.record_signal(
        actor=actor, course_id=course_id, kind=kind, seen_on=seen_on, words=words,
        is_grounded=signs_asked(course_id),
    )  # fmt: skip
