"""The citizen has died. Nothing is asked; reminders stop."""

from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending
from landfast.journeys._leaving import settle


@journey
def note_death(*, actor: Actor, course_id: UUID, died_on: date) -> int:
    """The course closes quietly, nobody is reminded; answers how much is left to say aloud."""
    left = settle(actor, course_id, after_death=True)
    ending.note_death(actor=actor, course_id=course_id, died_on=died_on)
    return left
