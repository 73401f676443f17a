"""The citizen says who is not to be told anything, and takes it back: hers alone (G2)."""

from uuid import UUID

from landfast.access.action import action, note_told
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.consent import actions as consent
from landfast.course.actions.phases import locked
from landfast.course.queries.holding import holders
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.network import models
from landfast.network.rules import telling


@action
def set_helper_untold(*, actor: Actor, course_id: UUID, member_id: UUID, untold: bool) -> None:
    """From this second a helper hears of her by no notice, and reads nothing by her yes (G2, F1).

    What waits for them already does not leave either: the outbox asks once more before it sends.
    """
    require(actor, Permission.OWN_WORDS, course=course_id)
    locked(course_id)
    row = models.Member.objects.filter(course_id=course_id, id=member_id, until=None).first()
    if row is None:
        raise NotFound
    held = holders(course_id)
    holding = {one.person_id for one in held.chain}
    telling.check_may_be_untold(holds_course=untold and row.person_id in holding)
    row.is_untold = untold
    row.save(update_fields=["is_untold"])
    record(actor, "network.told_changed", row)
    if untold:
        person = PersonId(row.person_id)
        consent.end_reading_of_person(actor=actor, course_id=course_id, person=person)


@action
def set_relation_untold(*, actor: Actor, course_id: UUID, relation_id: UUID, untold: bool) -> None:
    """One of her own is asked to no meeting, told nothing, and reads nothing for her (G2, F2).

    Whom she hides stays hers.
    """
    require(actor, Permission.OWN_WORDS, course=course_id)
    locked(course_id)
    rows = models.Relation.objects.select_for_update().filter(course_id=course_id, id=relation_id)
    row = rows.filter(removed_on=None).first()
    if row is None:
        raise NotFound
    row.is_untold = untold
    row.save(update_fields=["is_untold"])
    if untold:
        consent.end_reading_from_place(actor=actor, course_id=course_id, place=row.id)
    if row.only_mine:
        note_told()
    else:
        record(actor, "network.told_changed", row)
