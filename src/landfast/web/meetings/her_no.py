"""Her no to somebody at one meeting: asked about once, and answered in one touch."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import ask_about_no as journey
from landfast.journeys.prepare_meeting import look_at_preparation
from landfast.web.doors import actor_of
from landfast.web.forms import thank


@require_POST
def ask_again(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """She is asked; nobody is on the list before she has said yes."""
    actor = actor_of(request)
    look_at_preparation(actor, course_id, meeting_id)
    journey.ask_again(actor=actor, meeting_id=meeting_id, key=request.POST.get("guest", ""))
    said = _("Borgeren er spurgt. Personen kommer først på listen efter et ja.")
    return thank(request, said, "prepare_meeting", course_id, meeting_id)


@require_POST
def answer_again(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Yes or no, in one touch and without a reason."""
    actor, yes = actor_of(request), request.POST.get("answer") == "yes"
    look_at_preparation(actor, course_id, meeting_id)
    journey.answer_again(
        actor=actor, meeting_id=meeting_id, key=request.POST.get("guest", ""), yes=yes
    )
    said = _("Personen er på listen.") if yes else _("Det er i orden. Dit nej gælder.")
    return thank(request, said, "prepare_meeting", course_id, meeting_id)
