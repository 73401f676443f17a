"""Promises as they are told; a later event with the same id updates one (FORMAT)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from landfast.redthread.rules.facts import Promise, Source
from landfast.redthread.telling.told import Told

OPEN = frozenset({"", "open", "suggested", "promised", "started", "agreed", "accepted"})
NO_PROMISE = frozenset({"application", "applied", "recommendation", "recommended"})


def hear(promises: dict[str, Promise], told: Told) -> None:
    """Take in what was agreed, changed or told of at an event."""
    for row in told.data.get("agreements") or ():
        promises[row["id"]] = _promise(row, told, promises.get(row["id"]))
    for one in _told_of(told):
        if one in promises:
            promises[one] = replace(promises[one], told=told.source)


def _told_of(told: Told) -> set[str]:
    """Agreements of which somebody has told how it goes."""
    updates = told.data.get("agreement_updates") or ()
    begun = {told.text("agreement")} if told.data.get("started") else set()
    return {*(one for one in updates if isinstance(one, str)), *begun} - {""}


def _promise(row: Mapping[str, Any], told: Told, before: Promise | None) -> Promise:
    status = row.get("status") or ""
    needs = frozenset(row.get("needs") or ())
    due = _day(row.get("due"))
    is_application = status in NO_PROMISE
    return Promise(
        id=row["id"], source=before.source if before else told.source,
        owner=row.get("owner_role"), due=due, has_followup=bool(row.get("followup")),
        is_open=status in OPEN or is_application, is_promised=status == "promised",
        decided_by=None if is_application else row.get("decision_by"),
        replaces=row.get("replaces"), needs=needs,
        has_mandate=_has_mandate(row, needs, told),
        is_to_be_decided=bool(needs & told.named("decision_needed")),
        told=_told(told, due, status, before),
    )  # fmt: skip


def _has_mandate(row: Mapping[str, Any], needs: frozenset[str], told: Told) -> bool:
    """Who decides is at the table, or somebody there may decide for each of its needs."""
    decides = row.get("decision_by")
    given = [mandate.partition(":") for mandate in told.named("mandates_present")]
    covered = {need for _, _, need in given}
    by_decider = any(role == decides and need in {"", *needs} for role, _, need in given)
    return by_decider or (bool(needs) and needs <= covered) or decides in told.named("attendees")


def _told(told: Told, due: date | None, status: str, before: Promise | None) -> Source | None:
    """The same promise told again with another date or word is news of it."""
    if before is None:
        return None
    is_over = status not in OPEN
    return told.source if before.due == due or is_over else None


def _day(value: Any) -> date | None:
    return date.fromisoformat(value[:10]) if value else None
