"""Begun again, and somebody is not let in: what they are asked for falls away (decision 65)."""

from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.kernel.ids import PersonId
from landfast.plan.actions import lapse_agreement
from landfast.plan.queries import open_agreements


@journey
def not_again(*, actor: Actor, course_id: UUID, person_id: PersonId) -> int:
    """Her no, in one touch; how many proposals fell with it. Nobody waits for an answer in vain.

    Who is refused is not told: they do not know that she is back. What was left to them as a task
    when she stopped stays theirs.
    """
    consent.refuse(actor=actor, course_id=course_id, recipient=person_id, how=How.SELF)
    waiting = [row.id for row in open_agreements(course_id) if row.waits_for == person_id]
    for one in waiting:
        lapse_agreement(actor=actor, agreement_id=one)
    return len(waiting)
