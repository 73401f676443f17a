"""Who may promise what: read by everybody who works here, written by the unit's leader."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.directory.actions import mandates as actions
from landfast.directory.queries.mandates import MandateRow
from landfast.directory.rules.mandates import Decider
from landfast.journeys import set_mandates as journey
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.web.directory.mandate_forms import DecidersForm, MandateForm
from landfast.web.directory.mandate_words import promise_limits
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Shown:
    """One mandate as a line."""

    row: MandateRow
    limits: str
    url: str


@dataclass(frozen=True)
class Decides:
    """One place in the order of those who decide."""

    name: str
    deputy: str
    hours: int


@require_GET
def mandates(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """What each role may promise alone, and who decides the rest."""
    seen = journey.see_mandates(actor_of(request), unit_id)
    context = {
        "unit": seen.unit, "may_write": seen.may_write,
        "rows": [
            Shown(row, promise_limits(row.said), reverse("change_mandate", args=[unit_id, row.id]))
            for row in seen.rows
        ],
        "deciders": [_decides(seen, one) for one in seen.chain],
        "is_named": bool(seen.named),
    }  # fmt: skip
    return page(request, "directory/mandates.html", context)


def _decides(seen: journey.Mandates, one: Decider) -> Decides:
    deputy = seen.names.get(one.deputy, "") if one.deputy else ""
    return Decides(seen.names.get(one.person, ""), deputy, one.hours)


@a_form
@offers(actions.take_mandate)  # who may take one may write one
def write_mandate(
    request: HttpRequest, unit_id: UUID, mandate_id: UUID | None = None
) -> HttpResponse:
    """A new mandate, or other limits."""
    actor = actor_of(request)
    seen = journey.see_mandates(actor, unit_id)
    row = next((one for one in seen.rows if one.id == mandate_id), None)
    if mandate_id and row is None:
        raise NotFound
    form = MandateForm(request.POST or None, staff=seen.staff, row=row)
    return form_page(
        request, form,
        lambda: actions.write_mandate(
            actor=actor, mandate=form.mandate(unit_id), mandate_id=mandate_id,
            seen=form.cleaned_data["seen"] if row else None,
        ),
        then=lambda _key: thank(request, _("Mandatet er gemt."), "mandates", unit_id),
        heading=_("Ret mandatet") if row else _("Nyt mandat i %(unit)s") % {"unit": seen.unit.name},
        submit=_("Gem mandatet"),
        lede=_("Inden for mandatet kan de love det med det samme. Er det mere, står der "
               "»søger om« i aftalen, og en leder spørges."),
        cancel=Link(_("Gå tilbage"), reverse("mandates", args=[unit_id])),
    )  # fmt: skip


@require_POST
def take_mandate(request: HttpRequest, unit_id: UUID, mandate_id: UUID) -> HttpResponse:
    """Not theirs to promise any more."""
    actions.take_mandate(actor=actor_of(request), unit_id=UnitId(unit_id), mandate_id=mandate_id)
    said = _("Mandatet er taget væk. Det, der er lovet, gælder stadig.")
    return thank(request, said, "mandates", unit_id)


@a_form
@offers(actions.name_deciders)
def name_deciders(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Who decides, who stands in, and to whom it climbs."""
    actor = actor_of(request)
    seen = journey.see_mandates(actor, unit_id)
    form = DecidersForm(request.POST or None, staff=seen.leaders, stands=seen.named)
    return form_page(
        request, form,
        lambda: actions.name_deciders(
            actor=actor, unit_id=UnitId(unit_id), deciders=form.deciders(),
            seen=form.cleaned_data["seen"],
        ),
        then=lambda _none: thank(request, _("Det er gemt."), "mandates", unit_id),
        heading=_("Hvem afgør det, der ikke må loves?"), submit=_("Gem rækkefølgen"),
        lede=_("Den øverste spørges først. Er hun væk, spørges hendes afløser. Er der ikke svar "
               "til tiden, går spørgsmålet videre af sig selv. Er ingen valgt, er det enhedens "
               "ledere."),
        cancel=Link(_("Gå tilbage"), reverse("mandates", args=[unit_id])),
    )  # fmt: skip
