"""Page: a dialogue written down afterwards, when the screen comes out again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import hold_dialogue as journey
from landfast.journeys.hold_meeting import sit_at_table
from landfast.web.doors import actor_of
from landfast.web.forms import sent
from landfast.web.meetings.holding import done, refused
from landfast.web.meetings.room import heard_form


@require_POST
def write_afterwards(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One form becomes the turns of one theme."""
    actor = actor_of(request)
    form = heard_form(sit_at_table(actor, course_id, meeting_id), request.POST)
    wrote, _none = sent(
        request,
        form,
        lambda: journey.write_afterwards(actor=actor, meeting_id=meeting_id, heard=form.heard()),
    )
    if not wrote:
        return refused(request, course_id, meeting_id, heard_form=form)
    return done(request, course_id, meeting_id, _("Det, der blev sagt, er skrevet ned."))
