"""The only writers of mandates and of who decides. A unit's leader says both (product D4)."""

from collections.abc import Sequence
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post
from landfast.access.rules import Permission
from landfast.directory import models
from landfast.directory.queries import mandates as queries
from landfast.directory.rules import mandates as rules
from landfast.directory.rules.mandates import Decider, Mandate
from landfast.kernel.clock import now
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.people.rules import check_unchanged, employed_as


@action
def write_mandate(
    *, actor: Actor, mandate: Mandate, mandate_id: UUID | None = None, seen: str | None = None
) -> UUID:
    """What a role in the unit may promise alone: a new one, or one that is changed (domain A9).

    `seen` is what stood on the page: when somebody has changed it since, the writer is told.
    """
    unit = UnitId(mandate.unit)
    require_post(actor, Permission.COURSES_OVERSEE, unit=unit)
    rules.check_mandate(mandate, employed_as())
    row = models.Mandate(unit_id=unit, created_at=now())
    if mandate_id:
        stood = _found(unit, mandate_id)
        if seen is not None:
            check_unchanged(seen, stood.seen)
        row = models.Mandate.objects.select_for_update().get(id=mandate_id)
    row.role, row.service = mandate.role, mandate.service
    row.amount, row.weeks = mandate.amount, mandate.weeks
    row.starts_on, row.ends_on = mandate.first, mandate.last
    row.save()
    record(
        actor, "directory.mandate_written", row, unit=unit, role=row.role, service=row.service,
        amount=row.amount, weeks=row.weeks, first=row.starts_on, last=row.ends_on,
    )  # fmt: skip
    return row.id


@action
def take_mandate(*, actor: Actor, unit_id: UnitId, mandate_id: UUID) -> None:
    """From now on it is not theirs to promise alone. What was promised stands."""
    require_post(actor, Permission.COURSES_OVERSEE, unit=unit_id)
    row = _found(unit_id, mandate_id)
    models.Mandate.objects.filter(id=row.id).delete()
    record(
        actor, "directory.mandate_taken", unit=unit_id, role=row.said.role,
        service=row.said.service, amount=row.said.amount, weeks=row.said.weeks,
    )  # fmt: skip


def _found(unit_id: UnitId, mandate_id: UUID) -> queries.MandateRow:
    row = queries.mandate(unit_id, mandate_id)
    if row is None:
        raise NotFound
    return row


@action
def name_deciders(
    *, actor: Actor, unit_id: UnitId, deciders: Sequence[Decider], seen: str | None = None
) -> None:
    """Who decides for the unit, with a deputy each, in the order in which it climbs (D4)."""
    require_post(actor, Permission.COURSES_OVERSEE, unit=unit_id)
    named = {person for one in deciders for person in (one.person, one.deputy) if person}
    rules.check_deciders(deciders, queries.employed(named))
    if seen is not None:
        check_unchanged(seen, queries.deciders_as_seen(queries.named_deciders(unit_id)))
    models.Decider.objects.filter(unit_id=unit_id).delete()
    models.Decider.objects.bulk_create(
        models.Decider(
            unit_id=unit_id, position=place, person_id=one.person, deputy_id=one.deputy,
            hours=one.hours,
        )
        for place, one in enumerate(deciders)
    )  # fmt: skip
    record(
        actor, "directory.deciders_named", unit=unit_id, persons=[one.person for one in deciders]
    )
