"""What an organisation keeps in common: who keeps it in one unit keeps it for the organisation."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import require_post, units_where
from landfast.access.rules import Permission
from landfast.kernel.ids import OrganisationId, UnitId
from landfast.kernel.refusals import NotAllowed
from landfast.people import queries as people


def kept_by(actor: Actor, permission: Permission) -> dict[OrganisationId, UnitId]:
    """The organisations for which a post of the actor gives this, each with a unit of that post."""
    mine = set(units_where(actor, permission))
    found: dict[OrganisationId, UnitId] = {}
    for unit in people.all_units():
        if unit.id in mine:
            found.setdefault(unit.organisation_id, unit.id)
    return found


def require_keeper(
    actor: Actor, permission: Permission, organisation_id: UUID | None, otherwise: NotAllowed
) -> None:
    """The gate of actions that belong to an organisation; `otherwise` says whose it is."""
    kept = kept_by(actor, permission)
    unit = kept.get(OrganisationId(organisation_id)) if organisation_id else None
    if unit is None:
        raise otherwise
    require_post(actor, permission, unit=unit)
