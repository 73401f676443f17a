"""Meetings of Landfast's own, as the rules see them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from landfast.redthread.rules.facts import Met, Source

THERE = frozenset({"in_person", "by_phone", "points"})
COMES = frozenset({"comes", "by_phone", "maybe", "asked", "writes"})


def meetings(rows: Iterable[Mapping[str, Any]]) -> list[Met]:
    """The meetings that are called or were held."""
    return [_met(row) for row in rows if row["state"] in {"called", "running", "held"}]


def _met(row: Mapping[str, Any]) -> Met:
    held = row["state"] == "held"
    people = row["people"]
    there = {one["role"] for one in people if one["was_there"]} if held else set[str]()
    her = {"citizen"} if row["attends"] in THERE else set[str]()
    themes = frozenset(one["need"] for one in row["themes"] if one["need"])
    return Met(
        Source(row["id"], date.fromisoformat(row["day"])),
        row["format"],
        present=frozenset(there | her | {"coordinator"}),
        invited=frozenset(one["role"] for one in people if one["reply"] in COMES),
        absent=frozenset(one["role"] for one in people if _stays_away(one, held=held)),
        themes=themes,
        agenda=themes,
        parked=frozenset(
            one["need"] for one in row["themes"] if one["ended"] in {"parked", "dropped"}
        ),
        is_held=held,
        has_next=row["has_next"] or not row["needs_next"],
        decides=row["decides"],
        has_her_word=bool(row["own_word"]),
        largest=row["largest"],
        agreed_by_her=frozenset(one["role"] for one in people if row["is_agreed"]),
    )


def _stays_away(one: Mapping[str, Any], *, held: bool) -> bool:
    return one["reply"] == "declined" or (held and one["was_there"] is False)
