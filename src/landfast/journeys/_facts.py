"""What journeys gather from the rooms above the course."""

from uuid import UUID

from landfast.course.rules.coordinator import TeamFacts
from landfast.network import queries as network


def team_facts(course_id: UUID, *asked: UUID) -> TeamFacts:
    """Since when the team is known, and who of those asked about decides in the course (A11)."""
    members = network.members(course_id)
    deciding: set[UUID] = {row.person_id for row in members if row.decides_authority}
    deciding |= {person for person in asked if network.authority_roles_of(course_id, person)}
    return TeamFacts(tuple((row.person_id, row.since) for row in members), frozenset(deciding))
