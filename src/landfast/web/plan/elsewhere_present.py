"""The plans of others in words, and what two of them ask that cannot both be."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from landfast.journeys.see_plan import OtherPlansSeen
from landfast.plan.queries.elsewhere import DemandRow, OtherPlanRow
from landfast.plan.rules.elsewhere import CLASH_NAMES, DEMAND_NAMES, KIND_NAMES, PlanKind, When
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Person
from landfast.web.spoken import day, hour, named, weekday


def clash(seen: OtherPlansSeen, why: Any, one: DemandRow, other: DemandRow) -> dict[str, Any]:
    """Two demands that cannot both be met, each with whose it is."""
    return {
        "why": named(CLASH_NAMES[why]),
        "sides": [(_demand(row), name_of(seen.others.of(row)), seen.others.of(row).owner)
                  for row in (one, other)],
    }  # fmt: skip


def name_of(row: OtherPlanRow) -> str:
    """What the plan is called: its own name, else what it is."""
    return row.name or named(KIND_NAMES[row.kind])


def plan(row: OtherPlanRow, course_id: UUID) -> dict[str, Any]:
    """One plan: whose, by which law, what it asks."""
    return {
        "row": row, "name": name_of(row), "kind": named(KIND_NAMES[row.kind]),
        "law": named(row.law),
        "owner": Person(row.owner, _("har planen"), row.phone),
        "is_coordination": row.kind is PlanKind.COORDINATION,
        "is_by_law": row.kind in {PlanKind.COORDINATION, PlanKind.DISCHARGE},
        "demands": [
            {"says": _demand(one),
             "end": Act(_("Gælder ikke mere"), to("end_demand", course_id, one.id), "post")}
            for one in row.demands
        ],
        "end": Act(_("Planen gælder ikke mere"), to("end_plan", course_id, row.id), "post"),
    }  # fmt: skip


def _demand(row: DemandRow) -> str:
    when = _when(row.when)
    said = f"{named(DEMAND_NAMES[row.kind])}: {row.words}"
    return f"{said} ({when})" if when else said


def _when(when: When) -> str:
    on = _("hver %(day)s") % {"day": weekday(when.weekday)} if when.weekday is not None else ""
    on = day(when.day) if when.day else on
    if when.begins is None:
        return on
    hours = hour(when.begins) + (f"–{hour(when.ends)}" if when.ends else "")
    return _("%(day)s kl. %(hours)s") % {"day": on, "hours": hours}
