"""The only writers of programmes."""

import json
from datetime import date
from importlib.resources import files
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post
from landfast.access.rules import Permission, Topic
from landfast.kernel.clock import now, today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.programmes import models, rules


@action(asks=False, tells=False)
def load_shipped() -> int:
    """Load the shipped programmes, norms and criteria that are missing; how many were new.

    Part of setting Landfast up: nobody acts yet, and the rows hold no word about a person. What
    an organisation has changed stays as it is (principle 5). Domain A4 and B.
    """
    norms = {row["code"]: row for row in _shipped("norms")}
    before = models.Programme.objects.count()
    for row in _shipped("programmes"):
        models.Programme.objects.get_or_create(
            code=row["id"], defaults=_values(row, norms[row["id"]])
        )
    _load_criteria()
    return models.Programme.objects.count() - before


def _shipped(name: str) -> list[dict[str, Any]]:
    text = (files("landfast.programmes") / f"data/{name}.json").read_text("utf-8")
    rows: list[dict[str, Any]] = json.loads(text)
    return rows


def _values(row: dict[str, Any], norm: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "target": row["target"],
        "coordination_model": norm["coordination_model"],
        "caseload_cap": norm["cap"],
        "caseload_cap_new": norm["cap_new"],
        "meeting_formats": row["meetings"],
        "phases": row["phases"],
        "source": norm["source"],
        "created_at": now(),
    }


def _load_criteria() -> None:
    keys = dict(models.Programme.objects.values_list("code", "id"))
    for position, row in enumerate(_shipped("criteria"), start=1):
        models.Criterion.objects.get_or_create(
            programme_id=keys[row["programme"]],
            code=row["code"],
            defaults={
                "position": position, "text": row["text"], "help": row["help"],
                "source": row["source"],
            },
        )  # fmt: skip


@action
def list_precedence(
    *,
    actor: Actor,
    unit_id: UnitId,
    function: str,
    reason: str,
    decided_on: date,
    statutory: tuple[str, ...],
) -> UUID:
    """Write a function on the list: courses of the unit take its coordination over (forrang)."""
    require_post(actor, Permission.PRECEDENCE_DECIDE, unit=unit_id)
    rules.check_precedence(function, reason, decided_on, today())
    rules.check_not_statutory(function, statutory)
    standing = models.Precedence.objects.filter(unit_id=unit_id, removed_on=None)
    rules.check_not_listed(
        function, list(standing.order_by("id").values_list("function", flat=True))
    )
    row = models.Precedence(
        unit_id=unit_id, function=function.strip(), reason=reason.strip(), decided_on=decided_on,
        created_at=now(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # somebody else wrote the same in the same second
        rules.check_not_listed(function, [function])
    record(actor, "programmes.precedence_listed", row, topic=Topic.FRAME, unit=unit_id)
    return row.id


@action
def remove_precedence(*, actor: Actor, precedence_id: UUID, reason: str) -> None:
    """Take a function off the list, from today, with a reason; it stays as history."""
    row = models.Precedence.objects.filter(id=precedence_id).first()
    if row is None:
        raise NotFound
    require_post(actor, Permission.PRECEDENCE_DECIDE, unit=UnitId(row.unit_id))
    row = models.Precedence.objects.select_for_update().get(id=precedence_id)
    rules.check_why(reason)
    rules.check_still_listed(row.removed_on)
    row.removed_on, row.removed_reason = today(), reason.strip()
    row.save(update_fields=["removed_on", "removed_reason"])
    record(actor, "programmes.precedence_removed", row, topic=Topic.FRAME, unit=row.unit_id)
