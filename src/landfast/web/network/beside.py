"""Her page for bad days, written beside her or typed in after her paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.journeys.see_my_words import sit_beside
from landfast.network.actions import beside
from landfast.network.rules.helped import Helped
from landfast.network.rules.unwell import SeenBy, as_one
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.network.beside_forms import UnwellBesideForm
from landfast.web.pages import to
from landfast.web.parts.shapes import Link


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Part by part, in her words; she says herself when it is hers."""
    actor = actor_of(request)
    seen = sit_beside(actor, course_id)
    called, row = seen.citizen.called, seen.page
    first = {"seen_by": SeenBy.ME.value, "how": Helped.TOGETHER.value}
    if row:
        first = {**row.words, "seen_by": row.seen_by.value, "how": row.how or Helped.TOGETHER}
    form = UnwellBesideForm(request.POST or None, initial=first)
    form.meet(as_one(row.words if row else {}))
    return form_page(
        request, form,
        lambda: beside.write_unwell_beside(
            actor=actor, course_id=course_id, seen=form.was_seen, **form.facts()
        ),
        then=lambda _none: thank(
            request, _("Det er gemt og mærket: skrevet sammen."), "unwell", course_id
        ),
        heading=_("Når %(name)s får det dårligt") % {"name": called}, submit=_("Gem siden"),
        lede=_("Skriv med borgerens ord. Siden er mærket, til borgeren selv har sagt ja til den."),
        cancel=Link(_("Gå tilbage"), to("unwell", course_id)),
    )  # fmt: skip
