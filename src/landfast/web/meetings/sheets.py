"""Papers around a meeting: the invitation with its agenda, the form. Each is a look."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landfast.journeys.print_meeting import see_meeting_paper
from landfast.kernel.clock import today
from landfast.paper.invitation import render as render_invitation
from landfast.paper.meeting_form import render as render_form
from landfast.web.doors import actor_of
from landfast.web.pages import pdf


@require_GET
def invitation_pdf(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The invitation with agenda, for who has no calendar and no login."""
    seen = see_meeting_paper(actor_of(request), course_id, meeting_id, "Indkaldelse (print)")
    return pdf(render_invitation(seen.whose, seen.meeting, seen.call, today()), "indkaldelse.pdf")


@require_GET
def form_pdf(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The form for the table, with the names and themes of the meeting."""
    seen = see_meeting_paper(actor_of(request), course_id, meeting_id, "Mødeskema (print)")
    return pdf(render_form(seen.whose, seen.meeting, today()), "moedeskema.pdf")


@require_GET
def empty_form_pdf(request: HttpRequest) -> HttpResponse:
    """The form without anybody's name."""
    actor_of(request)
    return pdf(render_form(None, None, today()), "moedeskema-tomt.pdf")
