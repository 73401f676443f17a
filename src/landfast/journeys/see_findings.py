"""What is worth a look in one course (Værd at se på), by who reads it; the look is logged."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looking import open_record
from landfast.kernel.refusals import NotFound
from landfast.redthread.queries import Standing, findings_of


def see_findings(actor: Actor, course_id: UUID) -> list[Standing]:
    """All that stands in the course, the heaviest first; nothing that rests on what is hidden."""
    open_record(actor, course_id, "Værd at se på")
    return findings_of([course_id])


def see_finding(actor: Actor, course_id: UUID, finding_id: UUID) -> Standing:
    """One of them, while it stands."""
    for one in see_findings(actor, course_id):
        if one.id == finding_id:
            return one
    raise NotFound
