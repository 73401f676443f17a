"""A fresh start: the citizen draws a line, and can lift it (F1)."""

from datetime import date
from uuid import UUID

from landfast.access import actions as access
from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.consent import rules
from landfast.course.actions.phases import locked
from landfast.kernel.clock import now, today


@action
def start_fresh(*, actor: Actor, course_id: UUID, since: date) -> None:
    """What is older than the day stays behind for everybody whose ground begins later."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_fresh_start(since, today(), by_citizen=actor.is_citizen)
    locked(course_id)
    access.start_fresh(actor, course_id, rules.line_at(since, today(), now()))
    record(actor, "consent.fresh_start", course=course_id, since=since)


@action
def lift_fresh_start(*, actor: Actor, course_id: UUID) -> None:
    """She lifts it: all who are let in read what is older again."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_fresh_start(today(), today(), by_citizen=actor.is_citizen)
    locked(course_id)
    access.lift_fresh_start(actor, course_id)
    record(actor, "consent.fresh_start_lifted", course=course_id)
