"""A pause, when the citizen asks for it or is away and has said yes (domain 0.2)."""

from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import phases
from landfast.course.rules.ending import PauseGround


@journey
def pause_course(
    *,
    actor: Actor,
    course_id: UUID,
    ground: PauseGround,
    review_on: date | None,
    way_back: str = "",
) -> None:
    """The course rests until a day, or until the usual one; the coordinator stays responsible."""
    phases.pause(
        actor=actor, course_id=course_id, ground=ground, review_on=review_on, way_back=way_back
    )
