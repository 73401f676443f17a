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
    shown, few = rules_found(actor_of(request))
    table = Table(
        _("Det, reglerne finder"),
        (_("Regel"), _("Enhed"), _("Står nu"), _("Kom i perioden"), _("Stod typisk")),
        tuple(map(_row, shown)), hide_caption=True, empty=Empty(
            _("Der er for få forløb til at vise tal endnu.") if few
            else _("Reglerne har ikke fundet noget i dine enheder.")
        ),
    )  # fmt: skip
    context = {
        "table": table, "days": LOOKS_BACK.days, "least": FEW_COURSES,
        "few": [_few(*one) for one in few],
    }  # fmt: skip
    return page(request, "insight/rules_found.html", context)


def _row(one: RuleFound) -> tuple[Cell, ...]:
    return (
        Cell(_(one.rule.name)), Cell(one.unit), _number(one.open), _number(one.came),
        Cell(_days(one.days)),
    )  # fmt: skip


def _few(unit: str, count: int) -> str:
    return ngettext(
        "%(unit)s: %(n)s regel har for få forløb til at vises.",
        "%(unit)s: %(n)s regler har for få forløb til at vises.", count,
    ) % {"unit": unit, "n": count}  # fmt: skip


def _number(count: int | None) -> Cell:
    return Cell(str(count), is_number=True)


def _days(days: float | None) -> str:
    if days is None:
        return _("For få")
    n = max(round(days), 1)
    return ngettext("%(n)s dag", "%(n)s dage", n) % {"n": n}
