"""Where a unit lies, and when it closes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from landfast.journeys import arrange_units as arrange
from landfast.journeys.arrange_units import Closing
from landfast.kernel.ids import UnitId
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among, thank
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.unit_forms import PlaceForm
from landfast.web.pages import page


@a_form
def move_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Another unit above."""
    actor = actor_of(request)
    seen = arrange.see_place(actor, UnitId(unit_id))
    form = PlaceForm(request.POST or None, initial={"parent": str(seen.unit.parent_id or "")})
    choose_among(
        form,
        "parent",
        [
            ("", _("Vælg en enhed")),
            *((str(row.id), "– " * depth + row.name) for depth, row in seen.parents),
        ],
    )
    ask = Ask(
        _("Hvor ligger %(name)s?") % {"name": seen.unit.name}, _("Flyt enheden"),
        _("Enheden er flyttet."), reverse("kept_unit", args=[unit_id]),
        _("Ledere i enheden ovenover ser, at enhedens forløb findes, og hvem der har dem."),
    )  # fmt: skip
    return asked(request, form, ask, lambda: arrange.move_unit(
        actor=actor, unit_id=seen.unit.id, parent=UnitId(UUID(form.cleaned_data["parent"])),
    ))  # fmt: skip


@a_form
def close_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Close the unit, or what has to be done first."""
    actor = actor_of(request)
    if request.method == "POST":
        arrange.close_unit(actor=actor, unit_id=UnitId(unit_id))
        return thank(request, _("Enheden er lukket."), "kept_unit", unit_id)
    seen = arrange.see_closing(actor, UnitId(unit_id))
    return page(request, "organisation/close.html", {"seen": seen, "first": _first(seen)})


def _first(seen: Closing) -> list[str]:
    """What is in the way, as things to do."""
    held = seen.held
    parts = ngettext(
        "Flyt eller luk enheden herunder.", "Flyt eller luk de %(n)s enheder herunder.", held.parts
    )
    return [
        *([_("Der er forløb eller henvendelser i enheden. Bed daglig leder flytte eller afslutte "
             "dem.")] if held.has_courses else []),
        *([parts % {"n": held.parts}] if held.parts else []),
    ]  # fmt: skip


@require_POST
def reopen_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """A closed unit opens again."""
    arrange.reopen_unit(actor=actor_of(request), unit_id=UnitId(unit_id))
    return thank(request, _("Enheden er åben igen."), "kept_unit", unit_id)
