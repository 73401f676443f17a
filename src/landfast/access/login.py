"""Who somebody is, by password. Only here may an account be read before its owner acts."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.session import acting, signing_in
from landfast.kernel.ids import PersonId
from landfast.people import queries as people
from landfast.people.rules import PersonKind


def by_password(username: str, password: str) -> tuple[Actor, str] | None:
    """The actor whose login this is, with the session's key; None when it does not fit."""
    with signing_in(username):
        found = people.check_password(username, password)
    if found is None:
        return None
    person, key = found
    return Actor(person.id, person.kind, person.name), key


def key_of(person_id: UUID) -> str | None:
    """The session's key of a person; None without an active account. For demonstrations."""
    with acting(Actor(PersonId(person_id), PersonKind.STAFF)):
        return people.session_key(person_id)
