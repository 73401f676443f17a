"""What the door shows. Personas are kept by the demonstration loader in one file."""

import json
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from landfast.kernel.postgres import home
from landfast.login.queries import Factors, Key
from landfast.login.rules import Realm
from landfast.people.rules import PersonKind

PERSONAS_FILE = "personas.json"


@dataclass(frozen=True)
class Persona:
    """Somebody one can be in the demonstration."""

    person_id: UUID
    name: str
    role: str
    unit: str
    try_this: str
    kind: PersonKind


def personas() -> list[Persona]:
    """The personas of the demonstration municipality, in the order to try them."""
    path = home() / PERSONAS_FILE
    if not path.exists():
        return []
    return _read(str(path), path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: str, stamp: int) -> list[Persona]:
    del stamp  # a new file is read anew
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - cached by plain string
        rows = json.load(file)
    return [
        Persona(
            UUID(row["person_id"]), row["name"], row["role"], row["unit"], row["try_this"],
            PersonKind(row["kind"]),
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class Access:
    """What I come in by, and what I could add."""

    factors: Factors
    logins: list[Key]
    can_connect: list[Realm]


def access_of(factors: Factors, known: list[Realm]) -> Access:
    """Logins at providers by the name people know; those that are not connected can be."""
    labels = {realm.name: realm.label for realm in known}
    logins = [Key(key.id, labels.get(key.name, key.name), key.since) for key in factors.identities]
    has = {key.name for key in factors.identities}
    return Access(factors, logins, [realm for realm in known if realm.name not in has])
