"""A promise of a unit, as the agreement's page shows it."""

from typing import Any

from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.journeys.see_plan import AgreementSeen
from landfast.people import queries as people
from landfast.plan.rules import for_unit, life
from landfast.plan.rules.words import Act


def shown(actor: Actor, seen: AgreementSeen, *, accepts: bool) -> dict[str, Any]:
    """Whose unit has promised, whom the leader has asked, and what the actor can do."""
    row, me = seen.agreement, actor.person_id
    maker = row.maker.id if row.maker else None
    unit = people.unit(row.for_unit_id) if row.for_unit_id else None
    names = {one.person_id: one.name for one in seen.team}
    return {
        "may_accept_for_unit": accepts and bool(units_where(actor, Permission.COURSES_OVERSEE)),
        "promised_by_unit": unit.name if unit else "",
        "keeper_first": for_unit.keeper_first(row.name_by, row.due_on, seen.today),
        "is_to_find": for_unit.is_to_find(row.name_by, row.named_id),
        "name_is_missing": for_unit.name_is_missing(row.name_by, seen.today),
        "named": names.get(row.named_id, _("En fra enheden")) if row.named_id else "",
        "suggested": names.get(row.suggested_id, "") if row.suggested_id else "",
        "leader": row.maker.name if unit and row.maker else "",
        "may_name": life.may_step(row.state, Act.NAME)
        and for_unit.may_name(maker, row.for_unit_id, me),
        "may_take_over": life.may_step(row.state, Act.TAKE_OVER)
        and for_unit.may_take_over(row.named_id, me),
    }
