"""The citizen asks to meet her old and her new coordinator together (B6)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.meet_both import wish_to_meet_both
from landfast.web.doors import actor_of


@require_POST
def meet_both(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """One touch; she can change everything about it on the meeting's own page."""
    meeting = wish_to_meet_both(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Vi har fået det. Din koordinator finder en dag sammen med dig."))
    return redirect("prepare_meeting", course_id, meeting)
