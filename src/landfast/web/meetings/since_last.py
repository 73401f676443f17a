"""Page: "Siden sidst" in the room, as those at the table tell it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from landfast.journeys import hold_meeting as journey
from landfast.plan.rules.answering import Report
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.meetings import forms
from landfast.web.meetings.holding import show_room


@require_POST
def tell(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, agreement_id: UUID
) -> HttpResponse:
    """Its maker has told aloud how it went."""
    actor, form = actor_of(request), forms.ToldForm(request.POST, auto_id=f"told_{agreement_id}_%s")
    done, _none = did(form, lambda: _told(actor, meeting_id, agreement_id, form.cleaned_data))
    if not done:
        return show_room(request, course_id, meeting_id, told_form=form)
    return redirect("hold_meeting", course_id, meeting_id)


def _told(actor: Any, meeting_id: UUID, agreement_id: UUID, said: dict[str, Any]) -> None:
    journey.tell(
        actor=actor, meeting_id=meeting_id, agreement_id=agreement_id,
        report=Report(said["report"]), because=said["because"], version=said["version"],
    )  # fmt: skip
