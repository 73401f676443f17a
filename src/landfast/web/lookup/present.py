"""Whom to ring, as the part of that name shows it (parts/whom_to_ring.html)."""

from typing import Any

from django.utils.translation import gettext as _

from landfast.course.rules.holding import Holder
from landfast.journeys.whom_to_ring import WhomToRing
from landfast.web.directory.views import line_text
from landfast.web.parts.shapes import Person


def shown(found: WhomToRing, *, with_arc: bool) -> dict[str, Any]:
    """Context of the part; the arc is the coordinator's where people of the house read it."""
    held = found.held
    role = _("Dækker, til der er en ny koordinator") if held.is_cover else _("Koordinator")
    return {
        "answers": found.answers, "unit": found.unit,
        "coordinator": _person(held.holder, role, with_arc=with_arc),
        "deputy": _person(held.deputy, _("Dækker lige nu"), with_arc=False),
        "lines": [line_text(line) for line in found.lines],
    }  # fmt: skip


def _person(one: Holder | None, role: str, *, with_arc: bool) -> Person | None:
    return Person(one.name, role, one.phone, is_coordinator=with_arc) if one else None
