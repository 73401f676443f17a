"""Who holds the threads hands out the record on the citizen's behalf (indsigt, F6)."""

from uuid import UUID

from landfast.access import rules
from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import require
from landfast.access.records import Record, everything
from landfast.access.rules import LeftOut, LookKind, Permission
from landfast.journeys.read_own_record import OwnRecord, as_one_record
from landfast.kernel.holding import Controller

DRAFTS = "access_draft"


def look_through_record(actor: Actor, course_id: UUID, kind: LookKind = LookKind.READ) -> OwnRecord:
    """What the team sees of the course. The professional's own login and drafts are not hers."""
    require(actor, Permission.RECORD_HAND_OUT, course=course_id)
    open_record(actor, course_id, "Alt om borgeren", kind=kind)
    return as_one_record(course_id, [one for one in everything(actor, course_id) if _is_hers(one)])


def _is_hers(one: Record) -> bool:
    return one.controller is not Controller.LOGIN and one.table != DRAFTS


@journey
def hand_out_record(
    *, actor: Actor, course_id: UUID, left_out: int, reason: LeftOut | None
) -> None:
    """The book leaves the house: who gave it, how much was left out and on which ground."""
    require(actor, Permission.RECORD_HAND_OUT, course=course_id)
    rules.check_left_out(left_out, reason)
    record(actor, "record.handed_out", course=course_id, left_out=left_out, reason=reason or "")
