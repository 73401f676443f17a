"""What leaders were asked to decide in a lived course, and what those close to her carry meanwhile.

An agreement that waits for a leader is an application (RT-11, RT-12). A relative's own step for the
same wish stands in its place (RT-03).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from landfast.kernel.text import da
from landfast.redthread.rules import facts as f
from landfast.redthread.rules.waiting import REFUSED, WAITS

OPEN = frozenset({"noted", "proposed", "accepted", "started"})
UNNAMED = da("det, en leder er spurgt om")


def answers(told: Mapping[str, Any]) -> tuple[f.Answer, ...]:
    """The questions in the order they were asked; the last of an agreement counts."""
    return tuple(_answer(row, told) for row in told["decisions"])


def _answer(row: Mapping[str, Any], told: Mapping[str, Any]) -> f.Answer:
    named = row["needs"] or [row["role"] or UNNAMED]
    return f.Answer(
        f.Source(row["id"], date.fromisoformat(row["day"])), row["agreement"], row["outcome"],
        replacement="agreement" if _has_new(row, told) else "", has_interim=row["has_interim"],
        name=named[0],
    )  # fmt: skip


def _has_new(row: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Something else was agreed for the same wish or need since."""
    return any(
        one["id"] != row["agreement"] and one["state"] in OPEN and one["day"] >= row["day"]
        and (_is_same_wish(one, row) or set(one["needs"]) & set(row["needs"]))
        for one in told["agreements"]
    )  # fmt: skip


def _is_same_wish(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["wish"] is not None and one["wish"] == other["wish"]


def steps(told: Mapping[str, Any]) -> tuple[f.Promise, ...]:
    """Own steps of those close to her: never promises, but somebody carries them (domain 0.3)."""
    left = {row["agreement"]: row for row in told["decisions"]}
    lacking = [row for row in left.values() if row["outcome"] in WAITS | REFUSED]
    return tuple(_step(row, lacking) for row in told["steps"])


def _step(row: Mapping[str, Any], lacking: list[Mapping[str, Any]]) -> f.Promise:
    instead = next((one["agreement"] for one in lacking if _is_same_wish(one, row)), None)
    return f.Promise(
        row["id"], f.Source(row["id"], date.fromisoformat(row["day"])), owner=row["owner"],
        due=None, has_followup=False, is_open=True, replaces=instead,
    )  # fmt: skip
