"""Who is acting. Every action takes an actor first; the database is told by `session.acting`."""

from dataclasses import dataclass

from landfast.kernel.ids import PersonId
from landfast.people.rules import SYSTEM_ID, PersonKind


@dataclass(frozen=True)
class Actor:
    """A person, as the one who acts now."""

    person_id: PersonId
    kind: PersonKind
    name: str = ""

    @property
    def is_citizen(self) -> bool:
        """Is the actor here as a citizen?"""
        return self.kind is PersonKind.CITIZEN

    @property
    def is_staff(self) -> bool:
        """Is the actor here as an employee or volunteer of an organisation?"""
        return self.kind is PersonKind.STAFF


SYSTEM = Actor(PersonId(SYSTEM_ID), PersonKind.SYSTEM, "Landfast")
"""Landfast itself. The database believes it from background work and commands, never from pages."""
