"""Coming back within half a year: no intake, the same coordinator if possible."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending


@journey
def reopen_course(*, actor: Actor, course_id: UUID) -> None:
    """The citizen, or the unit's lead, opens the course again; it then waits for a coordinator."""
    ending.reopen(actor=actor, course_id=course_id)
