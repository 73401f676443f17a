"""How long decisions take, as a table: the unit's middle answer, never one leader's."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.insight.deciding import Pace
from landfast.insight.overview import Overview
from landfast.kernel.ids import UnitId
from landfast.web.pages import to
from landfast.web.parts.shapes import Cell, Empty, Table

A_DAY = 8


def pace_table(shown: Overview) -> Table:
    """One line for each unit that was asked something in the last half year."""
    names = dict(shown.units)
    return Table(
        _("Tid til afgørelse"),
        (_("Enhed"), _("Besvaret"), _("Tid til svar, i midten"), _("Venter nu"), _("For sent")),
        tuple(_row(one, names) for one in shown.paces),
        hide_caption=True, empty=Empty(_("Ingen i dine enheder er spurgt om noget endnu.")),
    )  # fmt: skip


def _row(one: Pace, names: Mapping[UnitId, str]) -> tuple[Cell, ...]:
    name = names.get(UnitId(one.unit_id), "")
    middle = _hours(one.middle) if one.middle is not None else _("For få svar")
    return (
        Cell(name, to("mandates", one.unit_id)), Cell(str(one.answered), is_number=True),
        Cell(middle), Cell(_waits(one)), Cell(str(one.late), is_number=True),
    )  # fmt: skip


def _waits(one: Pace) -> str:
    if not one.waits:
        return "0"
    return _("%(n)s, det ældste %(time)s") % {"n": one.waits, "time": _hours(one.longest)}


def _hours(hours: float) -> str:
    """Business hours as one says them: hours on the same day, else days."""
    if hours < A_DAY:
        n = max(round(hours), 1)
        return ngettext("%(n)s arbejdstime", "%(n)s arbejdstimer", n) % {"n": n}
    n = round(hours / A_DAY)
    return ngettext("%(n)s hverdag", "%(n)s hverdage", n) % {"n": n}
