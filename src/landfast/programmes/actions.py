"""The only writers of programmes."""

import json
from importlib.resources import files
from typing import Any

from landfast.access.action import action
from landfast.kernel.clock import now
from landfast.programmes import models


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
