"""The map drawn by hand: somebody is moved, and the last stroke of the day is taken back (B1)."""

from uuid import UUID

from landfast.access.action import action, note_told
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.consent import actions as consent
from landfast.course.actions.phases import locked
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.network import models, rules
from landfast.network.actions.standing import made_by, stood
from landfast.network.queries import drawing
from landfast.network.queries.drawing import WayBack
from landfast.network.rules import Closeness, Sphere
from landfast.network.rules.drawing import check_something_to_undo, to_undo


@action
def move(
    *, actor: Actor, course_id: UUID, thing: UUID, sphere: Sphere, closeness: Closeness
) -> str:
    """Somebody on the map comes to another spot; answers with their name (B1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    locked(course_id)
    row = _thing(course_id, thing)
    row.sphere, row.closeness = sphere, closeness
    made_by(actor, row)
    row.save(update_fields=["sphere", "closeness", "helped_by", "helped_how"])
    stood(row)
    tell_moved(actor, row)
    return row.person.name if isinstance(row, models.Member) else row.name


@action
def undo(*, actor: Actor, course_id: UUID) -> WayBack:
    """The last stroke of today is taken back; answers with whom it was about (B1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    locked(course_id)
    found = check_something_to_undo(to_undo(drawing.history(course_id), today()))
    reading = drawing.reading_touched(course_id, found)
    row = _thing(course_id, found.thing, former=True)
    row.sphere, row.closeness = found.spot.sphere, found.spot.closeness
    line = models.Standing.objects.get(course_id=course_id, id=found.line)
    if isinstance(row, models.Relation):
        row.tie, row.removed_on = found.spot.tie or "", None
        if found.spot.is_gone:
            take_off(actor, row, undoes=line)
            return WayBack(row.name, reading)
    row.save()
    stood(row, undoes=line)
    tell_moved(actor, row)
    return WayBack(row.person.name if isinstance(row, models.Member) else row.name, reading)


def take_off(actor: Actor, row: models.Relation, undoes: models.Standing | None = None) -> None:
    """Somebody comes off the map, whichever way; who was let in from there reads no more (F2)."""
    consent.end_reading_from_place(actor=actor, course_id=row.course_id, place=row.id)
    row.removed_on = today()
    row.save()
    stood(row, is_gone=True, undoes=undoes)
    if not stays_hers(row):
        record(actor, "network.relation_removed", row)


def tell_moved(actor: Actor, row: models.Member | models.Relation) -> None:
    """The event of a move, as others read it."""
    if isinstance(row, models.Member):
        record(actor, "network.member_moved", row, sphere=row.sphere, closeness=row.closeness)
    elif not stays_hers(row):
        record(actor, "network.relation_changed", row)


def stays_hers(row: models.Relation) -> bool:
    """Is it drawn for herself alone? Then it leaves no event: others read those."""
    if row.only_mine:
        note_told()
    return row.only_mine


def _thing(
    course_id: UUID, thing: UUID, *, former: bool = False
) -> models.Member | models.Relation:
    members = models.Member.objects.select_for_update(of=("self",)).select_related("person")
    relations = models.Relation.objects.select_for_update()
    found: models.Member | models.Relation | None = (
        members.filter(course_id=course_id, id=thing).first()
        or relations.filter(course_id=course_id, id=thing).first()
    )
    if found is None:
        raise NotFound
    left = found.until if isinstance(found, models.Member) else found.removed_on
    rules.check_still_there(has_left=left is not None and not former)
    return found
