"""The file of personas, beside the database. Knows no Django: it is asked before the start."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from landfast.kernel.postgres import home

FILE = "personas.json"


@dataclass(frozen=True)
class Shown:
    """One persona, in the form that the page of personas reads."""

    person_id: str
    name: str
    role: str
    unit: str
    try_this: str
    kind: str


def path() -> Path:
    """Where the personas stand, beside the database."""
    return home() / FILE


def write(rows: list[Shown]) -> None:
    """Write them whole or not at all."""
    draft = path().with_suffix(".new")
    draft.write_text(
        json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1), "utf-8"
    )
    draft.replace(path())


def written() -> list[dict[str, str]]:
    """The personas that were written, if any."""
    try:
        rows: list[dict[str, str]] = json.loads(path().read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return rows
