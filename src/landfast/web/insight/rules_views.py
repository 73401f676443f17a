"""Which rules find something in my units: a table of numbers, without small ones."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from landfast.insight.rules_found import FEW_COURSES, LOOKS_BACK, RuleFound, rules_found
from landfast.web.doors import actor_of
from landfast.web.pages import page
from landfast.web.parts.shapes import Cell, Empty, Table


@require_GET
def found(request: HttpRequest) -> HttpResponse:
    """Where rules open, and how long it takes until it is not so any more."""
    table = Table(
        _("Det, reglerne finder"),
        (_("Regel"), _("Enhed"), _("Står nu"), _("Kom i perioden"), _("Stod typisk")),
        tuple(map(_row, rules_found(actor_of(request)))),
        hide_caption=True, empty=Empty(_("Reglerne har ikke fundet noget i dine enheder.")),
    )  # fmt: skip
    context = {"table": table, "days": LOOKS_BACK.days, "few": FEW_COURSES}
    return page(request, "insight/rules_found.html", context)


def _row(one: RuleFound) -> tuple[Cell, ...]:
    return (
        Cell(_(one.rule.name)), Cell(one.unit), _number(one.open), _number(one.came),
        Cell(_days(one.days)),
    )  # fmt: skip


def _number(count: int | None) -> Cell:
    return Cell(_("For få") if count is None else str(count), is_number=True)


def _days(days: float | None) -> str:
    if days is None:
        return _("For få")
    n = max(round(days), 1)
    return ngettext("%(n)s dag", "%(n)s dage", n) % {"n": n}
