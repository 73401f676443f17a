"""What every ending of a course does in the rooms above it, before the team's access ends."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.consent.actions import end_all
from landfast.journeys.who_reads import who_reads
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.actions import end_with_course
from landfast.meetings.queries.fallen import lying_ahead
from landfast.plan.actions.following import Off, ToSay, hand_to_professionals, leave_to_say


def settle(actor: Actor, course_id: UUID, *, after_death: bool = False) -> int:
    """Open agreements become tasks, meetings end or fall away, consents end (domain 0.1).

    Who is close to her and gets no mail is told by a person, after a death too. Answers how many
    such tasks were left.
    """
    to_say = ToSay(_off(course_id), _read_for_her(actor, course_id), after_death)
    hand_to_professionals(actor=actor, course_id=course_id, after_death=after_death)
    left = leave_to_say(actor=actor, course_id=course_id, to_say=to_say) if to_say else 0
    end_with_course(actor=actor, course_id=course_id)
    end_all(actor=actor, course_id=course_id)
    return left


def _read_for_her(actor: Actor, course_id: UUID) -> list[str]:
    """Who reads for her until now, each once; whom she tells herself when she ends it herself."""
    if actor.is_citizen:
        return []
    found = (one.name for one in who_reads(course_id) if one.role is CourseRole.PROXY)
    return list(dict.fromkeys(found))


def _off(course_id: UUID) -> list[Off]:
    """The meetings that others had been called to, with those whom nothing is written to."""
    return [
        Off(row.untold, date_in_denmark(row.starts_at))
        for row in lying_ahead(course_id)
        if row.is_called and row.starts_at and row.untold
    ]
