"""Mine borgere as it is shown: first what needs somebody, the rest folded by phase."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.course.queries.courses import MyCourse
from landfast.course.queries.gone_on import GoneTo
from landfast.course.rules.my_list import FEW, ORDER, comes_first, is_sought
from landfast.course.rules.states import NAMES
from landfast.web.parts.shapes import Cell, Person, State, Table


@dataclass(frozen=True)
class Folded:
    """Courses that stand alike, behind their phase and number."""

    name: str
    table: Table
    is_open: bool

    @property
    def count(self) -> int:
        """How many."""
        return len(self.table.rows)


def is_long(courses: list[MyCourse]) -> bool:
    """More than one sees at a glance."""
    return len(courses) > FEW


def folded(courses: list[MyCourse], words: str) -> list[Folded]:
    """What needs somebody, then phase by phase. What is sought stands open, in one list."""
    if words.strip():
        found = [row for row in courses if is_sought(words, row.citizen)]
        return [_fold(_("Fundet"), found, is_open=True)] if found else []
    first = [row for row in courses if comes_first(row.state, is_vacant=row.is_vacant)]
    few = not is_long(courses)
    groups = [_fold(_("Nye, og dem uden koordinator"), first, is_open=True)]
    for state in ORDER:
        rows = [row for row in courses if row.state is state and row not in first]
        groups.append(_fold(_(NAMES[state]), rows, is_open=few))
    return [one for one in groups if one.count]


def _fold(name: str, rows: list[MyCourse], *, is_open: bool) -> Folded:
    return Folded(name, _table(name, rows), is_open)


def _table(name: str, rows: list[MyCourse]) -> Table:
    heads = (_("Borger"), _("Fase"), _("Siden"), _("Koordinator"))
    return Table(name, heads, tuple(_row(row) for row in rows), hide_caption=True)


def _row(row: MyCourse) -> tuple[Cell, ...]:
    holder = Cell(_("Dig") if row.mine else row.holder)
    if row.is_vacant:
        covers = _("Ledig, dækkes af %(name)s") % {"name": row.holder}
        holder = Cell(state=State("due", covers))
    elif row.deputy:
        covers = _("%(holder)s, %(name)s dækker") % {"holder": row.holder, "name": row.deputy}
        holder = Cell(covers)
    return (
        Cell(row.citizen, reverse("course", args=[row.id])),
        Cell(_(NAMES[row.state])), Cell(when=row.since), holder,
    )  # fmt: skip


def gone_to(rows: list[GoneTo]) -> list[Person]:
    """Who has the courses that went on while the reader was gone, with a number to ring."""
    return [Person(one.name, _how_many(one), one.phone) for one in rows]


def _how_many(one: GoneTo) -> str:
    covers = ngettext("Dækker %(n)s forløb", "Dækker %(n)s forløb", one.covers) % {"n": one.covers}
    holds = ngettext("Koordinator for %(n)s forløb", "Koordinator for %(n)s forløb", one.holds) % {
        "n": one.holds
    }
    return " · ".join([*([covers] if one.covers else []), *([holds] if one.holds else [])])
