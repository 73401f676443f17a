"""What was made beside her: her page for bad days is written, and she says what is so (§11)."""

from collections.abc import Mapping
from uuid import UUID

from landfast.access.action import action, note_told
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.course.actions.phases import locked
from landfast.kernel.refusals import NotFound
from landfast.network import models
from landfast.network.actions.own import as_it_stands, written
from landfast.network.queries.own import words_of
from landfast.network.rules.helped import Helped, check_waits
from landfast.network.rules.unwell import SeenBy, check_as_read, check_page
from landfast.people.rules import check_meant_for


@action
def write_unwell_beside(
    *, actor: Actor, course_id: UUID, words: Mapping[str, str], seen_by: SeenBy, how: Helped,
    seen: str | None = None,
) -> None:  # fmt: skip
    """Written beside her, or after her paper: a page of its own until she says yes (B7).

    `seen` is what the writer's page showed (`unwell.as_one`), as on her own.
    """
    require(actor, Permission.WORDS_BESIDE, course=course_id)
    check_page(words)
    locked(course_id)
    row = models.Unwell.objects.filter(course_id=course_id, helped_by=actor.person_id).first()
    if seen is not None:
        check_meant_for(seen, as_it_stands(row))
    row = row or models.Unwell(course_id=course_id, helped_by_id=actor.person_id)
    row.helped_how = how
    written(row, words, seen_by)
    if _only_hers(row):
        return
    record(actor, "network.unwell_beside", row, how=how)


@action
def take_unwell_beside(
    *,
    actor: Actor,
    course_id: UUID,
    page_id: UUID,
    is_hers: bool,
    seen: str | None = None,
    replaces: str | None = None,
) -> None:
    """She says that it is hers, and it stands in place of what she had; or it is thrown away.

    `seen`: the words that she read, `replaces`: her own as they stood then. Neither a yes nor a no
    is to words that came after, and none of hers go that stood on no page of hers.
    """
    require(actor, Permission.OWN_WORDS, course=course_id)
    locked(course_id)
    rows = models.Unwell.objects.filter(course_id=course_id)
    beside = rows.filter(id=page_id, helped_by__isnull=False).first()
    if beside is None:
        raise NotFound
    check_as_read(seen, as_it_stands(beside))
    if is_hers:
        own = rows.filter(helped_by=None).first()
        check_as_read(replaces, as_it_stands(own))
        written(own or models.Unwell(course_id=course_id), words_of(beside), SeenBy(beside.seen_by))
    beside.delete()
    if _only_hers(beside):
        return
    if is_hers:
        record(actor, "network.unwell_written", beside, seen_by=beside.seen_by)
    else:
        record(actor, "network.unwell_refused", beside)


def _only_hers(row: models.Unwell) -> bool:
    """What only she reads leaves no event: others read those."""
    if row.seen_by == SeenBy.ME:
        note_told()
    return row.seen_by == SeenBy.ME


@action
def confirm_map(*, actor: Actor, course_id: UUID) -> None:
    """She says that the map is as she sees it: what others drew beside her is hers now (B1)."""
    require(actor, Permission.OWN_WORDS, course=course_id)
    locked(course_id)
    done = 0
    for model in (models.Relation, models.Member):
        rows = model.objects.filter(course_id=course_id, helped_by__isnull=False)
        done += rows.update(helped_by=None, helped_how="")
    check_waits(waits=bool(done))
    record(actor, "network.map_confirmed", course=course_id)
