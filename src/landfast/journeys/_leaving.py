"""What every ending of a course does in the rooms above it, before the team's access ends."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.consent.actions import end_all
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.actions import end_with_course
from landfast.meetings.queries.fallen import lying_ahead
from landfast.plan.actions.following import Off, hand_to_professionals, leave_to_say


def settle(actor: Actor, course_id: UUID, *, after_death: bool = False) -> None:
    """Open agreements become tasks, meetings end or fall away, consents end (domain 0.1).

    Who is close to her and gets no mail is told by who held the course; after a death, by whoever
    rings them about that.
    """
    off = [] if after_death else _off(course_id)
    hand_to_professionals(actor=actor, course_id=course_id, after_death=after_death)
    if off:
        leave_to_say(actor=actor, course_id=course_id, off=off)
    end_with_course(actor=actor, course_id=course_id)
    end_all(actor=actor, course_id=course_id)


def _off(course_id: UUID) -> list[Off]:
    """The meetings that others had been called to, with those whom nothing is written to."""
    return [
        Off(row.untold, date_in_denmark(row.starts_at))
        for row in lying_ahead(course_id)
        if row.is_called and row.starts_at and row.untold
    ]
