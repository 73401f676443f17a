"""Who rings the citizens on a waiting list: who was chosen, or a daily lead in their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from landfast.course.queries.leads import leads_of_each
from landfast.course.rules.holding import who_rings
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people


@dataclass(frozen=True)
class Rings:
    """Somebody who rings while she waits."""

    name: str
    phone: str
    in_place_of: str = ""
    """Who was chosen to, and is away or works here no more."""


@dataclass(frozen=True)
class Chosen:
    """Who was chosen to ring in one course."""

    course_id: UUID
    unit_id: UnitId
    person_id: PersonId
    name: str
    phone: str = ""


def ringing(chosen: Sequence[Chosen]) -> dict[UUID, Rings]:
    """Who rings, by course: one query, and four more where somebody is gone; none for nobody."""
    persons = {one.person_id for one in chosen}
    there = people.on_duty(persons)
    gone = {one.course_id: one.unit_id for one in chosen if one.person_id not in there}
    leads = leads_of_each(gone) if gone else {}
    everybody = {lead for those in leads.values() for lead in those}
    away = people.away(everybody)
    cards = people.persons(list(everybody)) if everybody else {}

    def rings(one: Chosen) -> Rings:
        is_there = one.person_id in there
        who = who_rings(one.person_id, leads.get(one.course_id, []), is_there=is_there, away=away)
        card = cards.get(who) if who != one.person_id else None
        return Rings(card.name, card.phone, one.name) if card else Rings(one.name, one.phone)

    return {one.course_id: rings(one) for one in chosen}
