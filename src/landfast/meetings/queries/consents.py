"""Who at the table has her yes to hear of her."""

from uuid import UUID

from landfast.access.queries import persons_who_may
from landfast.access.rules import Permission
from landfast.meetings.queries.shapes import GuestRow


def lacking(course_id: UUID, there: list[GuestRow]) -> list[str]:
    """Names of employees who are neither of her team, by her yes, nor guests of the meeting."""
    return [guest.name for guest in without_her_yes(course_id, there)]


def without_her_yes(course_id: UUID, there: list[GuestRow]) -> list[GuestRow]:
    """The same, as they sit at the table."""
    asked = [guest for guest in there if guest.is_professional and not guest.is_guest]
    if not asked:
        return []
    team = persons_who_may(Permission.COURSE_READ, course_id)
    return [guest for guest in asked if guest.person_id not in team]
