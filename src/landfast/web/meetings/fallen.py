"""A meeting that fell away with the course: held after all, or let be; one touch each."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import choose_fallen as journey
from landfast.journeys.prepare_meeting import look_at_preparation
from landfast.meetings.actions import let_go as let_meeting_go
from landfast.web.doors import actor_of
from landfast.web.forms import thank


@require_POST
def hold_again(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Held after all; what stands in the way of the call is on the meeting's page."""
    actor = actor_of(request)
    look_at_preparation(actor, course_id, meeting_id)
    called = journey.hold_again(
        actor=actor, course_id=course_id, meeting_id=meeting_id, citizen_said_so=_said_so(request)
    )
    if not called:
        said = _("Mødet er taget op igen. Gør det klar, og indkald de andre.")
        return thank(request, said, "prepare_meeting", course_id, meeting_id)
    return _home(request, _("Mødet holdes. De andre bliver indkaldt igen."))


@require_POST
def let_go(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """It stays cancelled, and nobody asks about it again."""
    actor = actor_of(request)
    look_at_preparation(actor, course_id, meeting_id)
    let_meeting_go(actor=actor, meeting_id=meeting_id, citizen_said_so=_said_so(request))
    return _home(request, _("Det er i orden. Mødet bliver ikke holdt."))


def _said_so(request: HttpRequest) -> bool:
    return bool(request.POST.get("citizen_said_so"))


def _home(request: HttpRequest, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("my_course" if actor_of(request).is_citizen else "monday")
