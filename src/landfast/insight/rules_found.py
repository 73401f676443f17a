"""Which rules find something where, and how long it stands: for leaders, never about one person.

A number about few courses, or about the courses of few coordinators, is somebody's: it is not
shown (product L; issue 6). Units stand by name and rules as in the catalogue: nothing is ranked.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.insight.overview import overseen
from landfast.kernel.clock import now
from landfast.kernel.ids import UnitId
from landfast.people import queries as people
from landfast.redthread.queries.counting import Counted, counted
from landfast.redthread.rules.catalogue import RULES, rule_of
from landfast.redthread.rules.rule import Rule

LOOKS_BACK = timedelta(days=90)
FEW_COURSES, FEW_HOLDERS = 5, 3
"""Fewer courses, or hands, than these tell of somebody (D)."""


@dataclass(frozen=True)
class RuleFound:
    """A rule in a unit; None where there is too little to tell."""

    rule: Rule
    unit_id: UUID
    unit: str
    open: int | None = None
    came: int | None = None
    days: float | None = None


def rules_found(actor: Actor) -> tuple[list[RuleFound], list[tuple[str, int]]]:
    """The units that the actor leads, in the last three months: what is told, what is too few."""
    units = overseen(actor)
    names = {one.id: one.name for one in people.all_units()}
    rows = counted(units, now() - LOOKS_BACK)
    return told_and_few(found_of(row, names.get(UnitId(row.unit_id), "")) for row in rows)


def found_of(row: Counted, unit: str) -> RuleFound:
    """What may be told of a row: nothing of few courses or few hands."""
    rule = rule_of(row.code)
    if row.courses < FEW_COURSES or row.holders < FEW_HOLDERS:
        return RuleFound(rule, row.unit_id, unit)
    days = row.days if row.ended >= FEW_COURSES else None
    return RuleFound(rule, row.unit_id, unit, row.open, row.came, days)


def told_and_few(rows: Iterable[RuleFound]) -> tuple[list[RuleFound], list[tuple[str, int]]]:
    """What can be shown; and of each unit how many rules found too little to tell.

    Which rules those are stays untold too.
    """
    known = in_order(rows)
    few = Counter((one.unit, str(one.unit_id)) for one in known if one.open is None)
    shown = [one for one in known if one.open is not None]
    return shown, [(unit, count) for (unit, _id), count in sorted(few.items())]


def in_order(rows: Iterable[RuleFound]) -> list[RuleFound]:
    """By unit's name, and as the rules stand in the catalogue."""
    place = {rule.code: at for at, rule in enumerate(RULES)}
    return sorted(rows, key=lambda one: (one.unit, str(one.unit_id), place[one.rule.code]))
