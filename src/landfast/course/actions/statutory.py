"""Roles that the law places elsewhere and that go on beside the course (domain 0.7)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course import models
from landfast.course.rules import statutory as rules
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound


@action
def note_statutory_role(
    *, actor: Actor, course_id: UUID, role: str, holder: str, does: str
) -> UUID:
    """Lovbestemt rolle, fortsætter: who has it, and one line on who does what (domain 0.7)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_statutory(role, holder, does)
    row = models.StatutoryRole(
        course_id=course_id, role=role.strip(), holder=holder.strip(), does=does.strip(),
        noted_by_id=actor.person_id, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "statutory_role.noted", row)
    return row.id


@action(tells=False)
def end_statutory_role(*, actor: Actor, role_id: UUID) -> None:
    """The role ended where the law placed it. Said again it leaves no event: its day stays."""
    row = models.StatutoryRole.objects.select_for_update().filter(id=role_id).first()
    if row is None:
        raise NotFound
    require(actor, Permission.NETWORK_EDIT, course=row.course_id)
    if row.ended_on:
        return
    row.ended_on = today()
    row.save(update_fields=["ended_on"])
    record(actor, "statutory_role.ended", row)
