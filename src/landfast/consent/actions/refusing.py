"""A no to sharing: written once, colours nothing, and can be the last word (domain 0.6)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.consent import models, queries, rules
from landfast.consent.actions.sharing import Outside, end_share, found, running_to
from landfast.consent.rules import ConsentState, How
from landfast.course.actions.phases import locked
from landfast.kernel.clock import now


@action
def refuse_share(
    *,
    actor: Actor,
    course_id: UUID,
    to: Outside,
    how: How,
    never_again: bool = False,
    changed: str = "",
) -> UUID:
    """The citizen says no to sharing with somebody. What they could read ends the same second."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(how, by_citizen=actor.is_citizen)
    locked(course_id)
    no = queries.standing_no(course_id, to.key)
    rules.check_may_say_no(no, how, changed)
    for running in running_to(course_id, to):
        end_share(actor, running, ConsentState.WITHDRAWN)
    row = models.Share(
        course_id=course_id, person_id=to.person, unit_id=to.unit,
        organisation_id=to.organisation, topics=[], grants=[],
        state=ConsentState.REFUSED.value, how=how.value, said_at=now(), ends_at=now(),
        recorded_by_id=actor.person_id, confirmed_at=now() if how is How.SELF else None,
        round=rules.next_round(no), never_again=never_again, changed=changed.strip(),
        created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(
        actor,
        "consent.share_refused",
        row,
        person=to.person,
        unit=to.unit,
        organisation=to.organisation,
        how=how,
    )
    return row.id


@action
def say_the_last_word(*, actor: Actor, course_id: UUID, share_id: UUID) -> None:
    """The citizen says of a no: do not ask me again (spørg mig ikke igen)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    row = found(course_id, share_id)
    no = queries.standing_no(course_id, row.recipient_key)
    rules.check_may_say_the_last_word(no)
    row.never_again = True
    row.save(update_fields=["never_again"])
    record(actor, "consent.share_not_to_ask", row)
