"""Minutes and the goal and agreement sheet as PDF. Each is a look, logged as a print."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.access.rules import LookKind
from landfast.journeys import see_minutes as journey
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.paper.minutes import render as render_minutes
from landfast.paper.plan_sheet import render as render_plan_sheet
from landfast.web.doors import actor_of
from landfast.web.pages import pdf


@require_GET
def minutes_pdf(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The minutes on paper; a citizen's draft is hers only when it was shown to her."""
    actor = actor_of(request)
    seen = journey.look_at_minutes(actor, course_id, meeting_id, "Referat (print)", LookKind.PRINT)
    row = seen.minutes
    if row is None:
        raise NotFound("no_minutes", _("Referatet er ikke klar endnu."))
    return pdf(render_minutes(seen, row, today()), "referat.pdf")


@require_GET
def plan_pdf(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The goal and agreement sheet (mål- og aftaleskema)."""
    seen = journey.look_at_plan_sheet(actor_of(request), course_id)
    return pdf(render_plan_sheet(seen, today()), "maal-og-aftaleskema.pdf")
