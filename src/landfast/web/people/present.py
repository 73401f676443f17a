"""What the personas page shows. Personas are kept by the demonstration loader in one file."""

import json
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from landfast.kernel.postgres import home
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
