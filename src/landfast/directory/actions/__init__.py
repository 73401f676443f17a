"""The only writers of units' public face and their numbers. They know no citizen."""

from collections.abc import Sequence
from uuid import UUID

from landfast.access.action import action, note_asked
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post, units_where
from landfast.access.rules import Permission, Topic
from landfast.directory import models, queries, rules
from landfast.directory.rules import Line
from landfast.kernel.clock import now, today
from landfast.kernel.ids import OrganisationId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.rules import as_seen, check_unchanged


@action
def describe_unit(
    *,
    actor: Actor,
    unit_id: UnitId,
    does: str,
    law: str = "",
    can_decide: str = "",
    cannot_decide: str = "",
    for_relatives: str = "",
    seen: str | None = None,
) -> None:
    """What the unit does, its law, what it decides, what it offers those close to a citizen (J1).

    `seen` is what stood on the page: when somebody has changed it since, the writer is told.
    """
    _require_keeper(actor, unit_id)
    rules.check_describes(does)
    row = models.UnitProfile.objects.select_for_update().filter(unit_id=unit_id).first()
    row = row or models.UnitProfile(unit_id=unit_id, for_relatives="", created_at=now())
    if seen is not None:
        known = (row.does, row.law, row.can_decide, row.cannot_decide, row.for_relatives)
        check_unchanged(seen, as_seen(*known))
    row.does, row.law = does.strip(), law.strip()
    row.can_decide, row.cannot_decide = can_decide.strip(), cannot_decide.strip()
    row.for_relatives, row.checked_on = for_relatives.strip(), today()
    row.save()
    record(actor, "directory.unit_described", row, topic=Topic.FRAME, unit=unit_id)


@action
def set_lines(
    *, actor: Actor, unit_id: UnitId, lines: Sequence[Line], seen: str | None = None
) -> None:
    """The unit's own numbers and their hours, in the order in which they are tried (B5).

    `seen` is what stood on the page: when somebody has changed it since, the writer is told.
    """
    _require_keeper(actor, unit_id)
    _unchanged(seen, queries.own_lines(unit_id))
    _replace(_organisation(unit_id), unit_id, lines)
    record(actor, "directory.lines_set", unit=unit_id, lines=len(lines))


@action
def set_organisation_lines(
    *, actor: Actor, unit_id: UnitId, lines: Sequence[Line], seen: str | None = None
) -> None:
    """The numbers of the whole organisation, set by who leads or keeps one of its units."""
    _require_keeper(actor, unit_id)
    organisation = _organisation(unit_id)
    _unchanged(seen, queries.organisation_lines(organisation))
    _replace(organisation, None, lines)
    record(actor, "directory.lines_set", organisation=organisation, lines=len(lines))


def _require_keeper(actor: Actor, unit_id: UnitId) -> None:
    """Who leads the unit, or keeps the organisation's units, writes its public face."""
    if unit_id not in units_where(actor, Permission.ORGANISATION_RUN):
        require_post(actor, Permission.COURSES_OVERSEE, unit=unit_id)
    note_asked()


def _unchanged(seen: str | None, stands: Sequence[Line]) -> None:
    if seen is not None:
        check_unchanged(seen, rules.chain_as_seen(stands))


def _organisation(unit_id: UUID) -> OrganisationId:
    unit = people.unit(unit_id)
    if unit is None:
        raise NotFound
    return unit.organisation_id


def _replace(organisation: OrganisationId, unit_id: UnitId | None, lines: Sequence[Line]) -> None:
    for line in lines:
        rules.check_line(line)
    old = models.AnswerLine.objects.filter(organisation_id=organisation)
    (old.filter(unit_id=unit_id) if unit_id else old.filter(unit=None)).delete()
    models.AnswerLine.objects.bulk_create(
        models.AnswerLine(
            organisation_id=organisation, unit_id=unit_id, name=line.name.strip(),
            phone=line.phone.strip(), position=place, weekdays=sorted(line.weekdays),
            opens=line.opens, closes=line.closes, always=line.always,
        )
        for place, line in enumerate(lines)
    )  # fmt: skip
