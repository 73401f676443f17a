""" "Jeg vil stoppe": the same day, from any state. No reason, no measuring, no block."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending
from landfast.journeys._leaving import settle


@journey
def stop_course(*, actor: Actor, course_id: UUID) -> None:
    """The citizen, or the coordinator on her word, stops the course (domain 0.1, issue §3.6)."""
    settle(actor, course_id)
    ending.stop(actor=actor, course_id=course_id)
