"""Somebody says that something is so with the citizen, or is so no more (F1).

Observations say the same by themselves (`course.actions.observing`), and meetings do.
"""

from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import close_situation, open_situation, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Situation
from landfast.consent import rules
from landfast.course.actions.phases import locked
from landfast.course.rules.observation import so_since
from landfast.kernel.clock import today


@action
def say_so(*, actor: Actor, course_id: UUID, kind: Situation, since: date) -> None:
    """She is admitted, or nobody can reach her, since that day: what she shared for it opens."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_so_since(kind, since, today())
    locked(course_id)
    open_situation(actor, course_id, kind, since=so_since(kind, since))
    record(actor, "consent.situation_said", course=course_id, situation=kind, since=since)


@action
def say_so_no_more(*, actor: Actor, course_id: UUID, kind: Situation) -> None:
    """It is over: what hung on it closes the same second. Said twice, it is over all the same."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    locked(course_id)
    close_situation(actor, course_id, kind)
    record(actor, "consent.situation_over", course=course_id, situation=kind)
