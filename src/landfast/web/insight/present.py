"""The overview as tables."""

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.course.queries.oversight import Unheld
from landfast.course.rules.states import NAMES
from landfast.insight.overview import Overview
from landfast.insight.workload import Load
from landfast.kernel.business_days import business_days_between
from landfast.kernel.clock import today
from landfast.web.parts.shapes import Act, Cell, Clock, Empty, NextStep, State, Table


def step(shown: Overview) -> NextStep | None:
    """The longest without a coordinator comes first."""
    if not shown.unheld:
        return None
    first = shown.unheld[0]
    words = _("%(n)s borgere er uden koordinator. %(name)s har ventet længst.")
    if len(shown.unheld) == 1:
        words = _("%(name)s er uden koordinator.")
    return NextStep(
        words % {"n": len(shown.unheld), "name": first.citizen},
        Act(_("Åbn forløbet"), reverse("course", args=[first.course_id])),
        when=first.since,
    )  # fmt: skip


def states(shown: Overview) -> Table:
    """Courses by phase, and the mean time in it."""
    return Table(
        _("Forløb efter fase"), (_("Fase"), _("Forløb"), _("Dage i fasen, i gennemsnit")),
        tuple(
            (Cell(_(NAMES[row.state])), Cell(str(row.count), is_number=True),
             Cell(str(row.days), is_number=True))
            for row in shown.states
        ),
        hide_caption=True, empty=Empty(_("Der er ingen forløb i dine enheder endnu.")),
    )  # fmt: skip


def unheld(shown: Overview) -> Table:
    """Citizens without a coordinator, by name."""
    return Table(
        _("Uden koordinator"), (_("Borger"), _("Fase"), _("Siden"), _("Hvem dækker"), _("Frist")),
        tuple(_unheld(row) for row in shown.unheld),
        hide_caption=True, empty=Empty(_("Alle har en koordinator."), mark="arc"),
    )  # fmt: skip


def _unheld(row: Unheld) -> tuple[Cell, ...]:
    clock = None
    if row.cover_until:
        left = business_days_between(today(), row.cover_until)
        clock = Clock(left, row.cover_until)
    return (
        Cell(row.citizen, reverse("course", args=[row.course_id])), Cell(_(NAMES[row.state])),
        Cell(when=row.since), Cell(row.cover or _("Ingen endnu")), Cell(clock=clock),
    )  # fmt: skip


def workload(shown: Overview) -> Table:
    """How many courses each holds; a name leads to her list."""
    return Table(
        _("Koordinatorer"), (_("Navn"), _("Enhed"), _("Forløb"), _("Er her")),
        tuple(_load(row) for row in shown.loads),
        hide_caption=True, empty=Empty(_("Der er ingen koordinatorer i dine enheder endnu.")),
    )  # fmt: skip


def _load(row: Load) -> tuple[Cell, ...]:
    held = str(row.held) if row.cap is None else f"{row.held} / {row.cap}"
    if row.as_cover:
        held += " " + _("(heraf %(n)s som dækning)") % {"n": row.as_cover}
    there = State("due", _("Væk")) if row.is_away else State("open", _("På arbejde"))
    return (
        Cell(row.name, reverse("coordinator_courses", args=[row.person_id])), Cell(row.unit),
        Cell(held, is_number=True), Cell(state=there),
    )  # fmt: skip


def late(shown: Overview) -> Table:
    """Agreements past their date by unit. Counts only."""
    return Table(
        _("Aftaler over tiden"), (_("Enhed"), _("Over tiden"), _("Hos lederen")),
        tuple(
            (Cell(row.unit), Cell(str(row.overdue), is_number=True),
             Cell(str(row.at_leader), is_number=True))
            for row in shown.late
        ),
        hide_caption=True, empty=Empty(_("Alle aftaler er inden for tiden.")),
    )  # fmt: skip
