"""Who is in the team of a lived course, and who came after whom."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from landfast.redthread.rules import facts as f

AFTER = timedelta(days=90)
"""Somebody with the same role who comes within three months has taken over (D)."""
TOGETHER = timedelta(days=30)
"""A meeting of old and new so long before the change hands over too (D)."""
ALL_ALONG = "coordinator"
"""Changes of coordinator are known from who held the course."""

Row = Mapping[str, Any]


def at_work(told: Row, today: date) -> tuple[f.Contact, ...]:
    """Who is in the team is at work today."""
    return tuple(
        f.Contact(
            f.Source(row["id"], today), frozenset({row["role"]}),
            frozenset({f.sector_of(row["role"])}), meets_citizen=False,
        )
        for row in told["team"]
        if not row["until"] or date.fromisoformat(row["until"]) >= today
    )  # fmt: skip


def changes(told: Row) -> tuple[f.Change, ...]:
    """New coordinators, and new contact people of the team, in the order of their days."""
    found = [*_coordinators(told["holders"]), *_members(told["team"], told["meetings"])]
    return tuple(sorted(found, key=lambda one: one.source.day))


def _coordinators(rows: Iterable[Row]) -> list[f.Change]:
    """A new one after another: handed over with a talk, since Landfast asks for it."""
    own = [row for row in rows if row["kind"] == "coordinator"]
    return [
        f.Change(
            f.Source(row["id"], date.fromisoformat(row["day"])), "coordinator", "coordinator",
            handed_over=True,
        )
        for row in own[1:]
    ]  # fmt: skip


def _members(team: Iterable[Row], meetings: Iterable[Row]) -> list[f.Change]:
    rows, met = list(team), list(meetings)
    found = []
    for row in rows:
        came = date.fromisoformat(row["since"])
        before = [old for old in rows if _took_over(old, row, came)]
        if before and row["role"] != ALL_ALONG:
            handed = any(_met_both(one, before[-1], row, came) for one in met)
            source = f.Source(row["id"], came)
            found.append(f.Change(source, row["role"], row["role"], handed_over=handed))
    return found


def _took_over(old: Row, new: Row, came: date) -> bool:
    """Another person with the same role who has left, or leaves, around the day."""
    if not old["until"] or old["role"] != new["role"] or old["person"] == new["person"]:
        return False
    left = date.fromisoformat(old["until"])
    return date.fromisoformat(old["since"]) <= came and abs(left - came) <= AFTER


def _met_both(meeting: Row, old: Row, new: Row, came: date) -> bool:
    """Old and new at one table, held or called, around the change or after it."""
    there = {
        one["person"]
        for one in meeting["people"]
        if one["was_there"] is not False and one["reply"] != "declined"
    }
    counts = meeting["state"] in {"called", "running", "held"}
    soon = date.fromisoformat(meeting["day"]) >= came - TOGETHER
    return counts and soon and {old["person"], new["person"]} <= there
