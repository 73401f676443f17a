"""The citizen asks to meet who goes and who comes together: coordinators and helpers (B6)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.announce_leaving import wish_to_meet_follower
from landfast.journeys.meet_both import wish_to_meet_both
from landfast.kernel.ids import MeetingId
from landfast.network.actions import leaving
from landfast.web.doors import actor_of
from landfast.web.forms import thank


@require_POST
def meet_both(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """One touch; she can change everything about it on the meeting's own page."""
    return _asked(
        request, course_id, wish_to_meet_both(actor=actor_of(request), course_id=course_id)
    )


@require_POST
def meet_follower(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """The same, of a helper who stops and the one who comes."""
    return _asked(request, course_id, wish_to_meet_follower(
        actor=actor_of(request), course_id=course_id, member_id=member_id
    ))  # fmt: skip


@require_POST
def rather_wait(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """Nobody new before she says so; no reason is asked."""
    leaving.rather_wait(actor=actor_of(request), course_id=course_id, member_id=member_id)
    return thank(request, _("Vi har hørt dig. Ingen ny begynder, før du siger til."), "my_people")


@require_POST
def want_new_helper(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """She would like somebody new now."""
    leaving.wait_no_more(actor=actor_of(request), course_id=course_id, member_id=member_id)
    return thank(request, _("Godt. Din koordinator finder en ny sammen med dig."), "my_people")


def _asked(request: HttpRequest, course_id: UUID, meeting: MeetingId) -> HttpResponse:
    messages.success(request, _("Vi har fået det. Din koordinator finder en dag sammen med dig."))
    return redirect("prepare_meeting", course_id, meeting)
