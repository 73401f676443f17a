"""Organisations: what they are, and who answers for them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.journeys import arrange_units as arrange
from landfast.journeys.arrange_units import KnownOrganisation
from landfast.kernel.danish import phone
from landfast.kernel.ids import OrganisationId
from landfast.people.actions import OrganisationFace
from landfast.people.rules import KIND_NAMES
from landfast.web.doors import actor_of
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.unit_forms import OrganisationForm
from landfast.web.pages import page
from landfast.web.parts.shapes import Cell, Table


@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    """All organisations; one's own lead to their form."""
    actor = actor_of(request)
    table = Table(
        _("Organisationer"),
        (_("Navn"), _("Hvad er den?"), _("CVR-nummer"), _("Hovednummer"), _("Svarer for den")),
        tuple(_row(one) for one in arrange.see_organisations(actor)),
        hide_caption=True,
    )  # fmt: skip
    context = {
        "table": table,
        "begins": arrange.runs_system(actor),
        "keeps": arrange.keeps_units(actor),
    }
    return page(request, "organisation/organisations.html", context)


def _row(one: KnownOrganisation) -> tuple[Cell, ...]:
    row = one.row
    url = reverse("change_organisation", args=[row.id]) if one.is_mine else ""
    return (
        Cell(row.name, url), Cell(_(KIND_NAMES[row.kind])), Cell(row.cvr or _("Mangler")),
        Cell(phone(row.phone) or _("Mangler")), Cell(row.answers or _("Ingen valgt endnu")),
    )  # fmt: skip


@a_form
def change_organisation(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """What stands about one's own organisation."""
    actor = actor_of(request)
    row, staff = arrange.see_one(actor, OrganisationId(organisation_id))
    stands = OrganisationFace(row.name, row.kind, row.phone, row.cvr, row.answers_id)
    people = {str(card.id): card.name for card in staff}
    if row.answers_id:
        people.setdefault(str(row.answers_id), row.answers)
    form = OrganisationForm(
        request.POST or None, people=list(people.items()),
        initial={
            "name": row.name, "kind": row.kind.value, "cvr": row.cvr, "phone": row.phone,
            "answers": str(row.answers_id or ""), "seen": stands.as_seen(),
        },
    )  # fmt: skip
    ask = Ask(
        _("Ret %(name)s") % {"name": row.name}, _("Gem organisationen"), _("Det er gemt."),
        reverse("organisations"),
    )  # fmt: skip
    return asked(request, form, ask, lambda: arrange.change_organisation(
        actor=actor, organisation_id=row.id, face=form.face(), seen=form.cleaned_data["seen"]
    ))  # fmt: skip
