"""Who can come instead of an employee: the colleagues with the same mandate."""

from dataclasses import dataclass
from uuid import UUID

from landfast.kernel.ids import OrganisationId, PersonId
from landfast.meetings.rules.inviting import Post, can_stand_in
from landfast.people import queries as people


@dataclass(frozen=True)
class Colleagues:
    """Is the one invited own staff of who leads, and who could come instead, by name."""

    is_own: bool
    could: dict[PersonId, str]


def colleagues(person_id: UUID, leader_id: UUID) -> Colleagues:
    """Own staff are those whom the leader's organisation employs; at work today, not away."""
    mine = people.employments(person_id=person_id)
    posts = {Post(row.unit_id, row.role) for row in mine}
    others = {
        row.person.id: row.person.name
        for row in people.staff_of(sorted({row.unit_id for row in mine}))
        if row.person.id not in {person_id, leader_id}
        and can_stand_in({Post(row.unit_id, row.role)}, posts)
    }
    away = people.away(others)
    could = {person: name for person, name in others.items() if person not in away}
    return Colleagues(bool(_employers(person_id) & _employers(leader_id)), could)


def _employers(person_id: UUID) -> set[OrganisationId]:
    held = people.employments(person_id=person_id)
    units = [people.unit(row.unit_id) for row in held]
    return {unit.organisation_id for unit in units if unit}
