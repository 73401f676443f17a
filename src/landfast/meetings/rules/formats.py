"""Ways to meet, as data (mødeformer, domain A12, `data/meeting_formats.json`)."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Must:
    """Who must be there: so many with one of these roles. `*` opens a role for all."""

    roles: frozenset[str]
    count: int
    text: str


@dataclass(frozen=True)
class Shipped:
    """A format as it is shipped, each fact from the row's source; a length marked D is ours.

    Name and output are in plain words where the format can be held with a citizen now.
    """

    code: str
    name: str
    must: tuple[Must, ...]
    may: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    agenda_by_citizen: bool
    agenda_before: bool
    with_citizen: bool
    minutes_long: int
    is_ready: bool
    output: str
    source: str
    reflects: str = ""
    speaks_responsibility: bool = False
    off_screen: bool = False


@lru_cache(maxsize=1)
def shipped() -> dict[str, Shipped]:
    """The twelve formats by code."""
    rows = json.loads((files("landfast.meetings") / "data/meeting_formats.json").read_text("utf-8"))
    return {row["id"]: _shipped(row) for row in rows}


def _shipped(row: dict[str, Any]) -> Shipped:
    plain = row.get("plain", {"name": row["da"], "what": row["output"]})
    return Shipped(
        row["id"], plain["name"],
        tuple(Must(frozenset(m["roles"]), m["count"], m["text"]) for m in row["must_attend"]),
        tuple(row["may_attend"]), tuple((r["role"], r["text"]) for r in row["role_texts"]),
        row["agenda_by_citizen"], row["agenda_before"], row["with_citizen"],
        row["length"]["minutes"], row["ready"], plain["what"], row["source"],
        **{key: said for key, said in row.get("dialogue", {}).items() if key != "source"},
    )  # fmt: skip


def missing(must: tuple[Must, ...], roles: list[str], promisers: int = 0) -> list[str]:
    """Which of those who must be there are not: shown, never filled by Landfast (principle 6).

    The citizen is always there in her own way; the coordinator leads.
    """
    found = {"citizen", "coordinator", *roles}
    return [need.text for need in must if not _is_met(need, found, roles, promisers)]


def _is_met(need: Must, found: set[str], roles: list[str], promisers: int) -> bool:
    if "*professional" in need.roles:
        return len(roles) >= need.count
    if "*promiser" in need.roles:
        return promisers == 0
    return bool(need.roles & found)
