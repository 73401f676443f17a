"""A pause ends, the meetings begin, a closing is taken back: the course goes on."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import phases


@journey
def resume_course(*, actor: Actor, course_id: UUID) -> None:
    """The course goes on where the pause began."""
    phases.resume(actor=actor, course_id=course_id)


@journey
def activate_course(*, actor: Actor, course_id: UUID) -> None:
    """The start is over: the network meetings begin."""
    phases.activate(actor=actor, course_id=course_id)


@journey
def go_on(*, actor: Actor, course_id: UUID) -> None:
    """A closing that had begun is taken back."""
    phases.go_on(actor=actor, course_id=course_id)
