"""Intake rings about a referral, and writes that somebody did."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post
from landfast.access.rules import Permission
from landfast.course import models
from landfast.course.rules import referral as rules
from landfast.course.rules.words import ReferralState
from landfast.kernel.clock import now
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound


@action
def note_rung(*, actor: Actor, referral_id: UUID, reached: bool) -> None:
    """One of intake has rung her: reached or not. What was said is hers, and stands nowhere here.

    The last call counts, until she was reached; not reached, it is still to be done.
    """
    row = models.Referral.objects.select_for_update().filter(id=referral_id).first()
    if row is None:
        raise NotFound
    require_post(actor, Permission.INTAKE_DECIDE, unit=UnitId(row.unit_id))
    by = row.rung_by.name if row.rung_by else ""
    rules.check_can_be_rung(ReferralState(row.state), reached=row.reached, by=by)
    row.rung_at, row.rung_by_id, row.reached = now(), actor.person_id, reached
    row.save(update_fields=["rung_at", "rung_by", "reached"])
    record(actor, "referral.rung", row, reached=reached)
