"""Page: a code to say aloud in the room, to somebody at the table without a login."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import hold_meeting as journey
from landfast.kernel.refusals import NotNow
from landfast.plan.actions import outside
from landfast.web.doors import actor_of
from landfast.web.meetings import room
from landfast.web.meetings.holding import done
from landfast.web.parts.shapes import CodeSaid


@require_POST
def say_code(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, agreement_id: UUID
) -> HttpResponse:
    """A code to say aloud to somebody at the table without a login; shown once, in the room."""
    actor = actor_of(request)
    table = journey.sit_at_table(actor, course_id, meeting_id)
    try:
        said = outside.say_code(actor=actor, agreement_id=agreement_id)
    except NotNow as refusal:
        messages.warning(request, refusal.said(_))
        return done(request, course_id, meeting_id)
    room.keep_the_rest(request, course_id, meeting_id)
    asked = next((one for one in table.proposals if one.id == agreement_id), None)
    where = settings.LANDFAST_PUBLIC_URL + reverse("outside_code")
    name = asked.maker.name if asked and asked.maker else ""
    return room.show_room(request, table, CodeSaid(said, name, where, at_meeting=True))
