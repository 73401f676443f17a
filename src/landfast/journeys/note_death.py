"""The citizen has died. Nothing is asked; reminders stop."""

from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending
from landfast.journeys._leaving import settle


@journey
def note_death(*, actor: Actor, course_id: UUID, died_on: date) -> None:
    """The course closes quietly, and nobody is reminded of anything."""
    settle(actor, course_id, after_death=True)
    ending.note_death(actor=actor, course_id=course_id, died_on=died_on)
