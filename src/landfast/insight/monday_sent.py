"""What one touch on Mandag has just asked, while it can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.names import WhoseCourse
from landfast.kernel.refusals import NotFound
from landfast.plan.queries import AgreementRow, agreement
from landfast.plan.queries.deciding import DecisionRow, decisions_of
from landfast.plan.rules.words import AgreementState


@dataclass(frozen=True)
class Sent:
    """A proposal that I made and nobody has answered, or my question that a leader has."""

    course: WhoseCourse
    row: AgreementRow
    decision: DecisionRow | None


def sent_of(
    actor: Actor, names: Mapping[UUID, WhoseCourse], asked: tuple[UUID, UUID]
) -> Sent | None:
    """What was asked in this course about this agreement; nothing once it is answered or gone."""
    course_id, agreement_id = asked
    try:
        row = agreement(agreement_id, course_id)
    except NotFound:  # an old address: Mandag is shown all the same
        return None
    if row.state is AgreementState.PROPOSED:
        is_mine = row.proposed_by.id == actor.person_id and row.offered_at is None
        return Sent(names[course_id], row, None) if is_mine else None
    asked_by_me = [one for one in decisions_of(agreement_id) if one.asked_by_id == actor.person_id]
    waits = [one for one in asked_by_me if one.waits]
    return Sent(names[course_id], row, waits[0]) if waits else None
