"""Who covers a course when nobody holds it: a daily lead of its unit."""

from landfast.access.actor import Actor
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people


def who_covers(actor: Actor, unit_id: UnitId) -> PersonId | None:
    """Who acts, when that is a daily lead; else the first who is at work; else the first."""
    leads = [row.person.id for row in people.employments(unit_ids=[unit_id], role="daily_leader")]
    if actor.person_id in leads:
        return actor.person_id
    away = people.away(leads)
    return next((lead for lead in leads if lead not in away), next(iter(leads), None))
