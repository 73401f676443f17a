"""Reading on a ground in law: given to a named employee, and ended."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.consent import actions
from landfast.journeys import share_topics as journey
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import form_page, thank
from landfast.web.parts.shapes import Link
from landfast.web.sharing import present
from landfast.web.sharing.law_forms import ByLawForm


@require_step_up("sharing", keeps=True)
@require_http_methods(["GET", "HEAD", "POST"])
def by_law(request: HttpRequest, course_id: UUID, who: UUID) -> HttpResponse:
    """The ground, the topics, the reason and how long; the citizen is told."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Læst efter loven")
    if not seen.may_by_law:
        raise NotFound
    to, name = journey.outside("person", who)
    form = ByLawForm(present.kept_back(seen), request.POST or None)
    return form_page(
        request, form,
        lambda: actions.read_by_law(
            actor=actor, course_id=course_id, to=PersonId(to.key), on=form.on()
        ),
        then=lambda _id: thank(
            request, _("Det er givet, og borgeren får besked."), "sharing", course_id
        ),
        heading=_("Lad %(name)s læse efter loven") % {"name": name}, submit=_("Giv adgang"),
        lede=_("Uden et ja fra borgeren. Spørg hellere, hvis du kan nå det."),
        cancel=Link(_("Gå tilbage"), reverse("share_with", args=[course_id, "person", who])),
    )  # fmt: skip


@require_POST
def end_by_law(request: HttpRequest, course_id: UUID, by_law_id: UUID) -> HttpResponse:
    """Not needed any more."""
    actions.end_by_law(actor=actor_of(request), course_id=course_id, by_law_id=by_law_id)
    return thank(request, _("Det er stoppet. De kan ikke læse mere."), "sharing", course_id)
