"""Page: a dialogue written down afterwards, when the screen comes out again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from landfast.journeys import hold_dialogue as journey
from landfast.journeys.hold_meeting import look_at_room
from landfast.web.doors import actor_of
from landfast.web.forms import sent
from landfast.web.meetings.holding import heard_form, show_room


@require_POST
def write_afterwards(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One form becomes the turns of one theme."""
    actor = actor_of(request)
    form = heard_form(look_at_room(actor, course_id, meeting_id), request.POST)
    done, _none = sent(
        request,
        form,
        lambda: journey.write_afterwards(actor=actor, meeting_id=meeting_id, heard=form.heard()),
    )
    if not done:
        return show_room(request, course_id, meeting_id, heard_form=form)
    return redirect("hold_meeting", course_id, meeting_id)
