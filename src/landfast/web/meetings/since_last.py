"""Page: "Siden sidst" in the room, as those at the table tell it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import hold_meeting as journey
from landfast.plan.rules.answering import Report
from landfast.web.doors import actor_of
from landfast.web.forms import sent
from landfast.web.meetings.holding import done, refused
from landfast.web.meetings.room import told_form


@require_POST
def tell(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, agreement_id: UUID
) -> HttpResponse:
    """Its maker has told aloud how it went."""
    actor, form = actor_of(request), told_form(agreement_id, request.POST)
    wrote, _none = sent(
        request, form, lambda: _told(actor, meeting_id, agreement_id, form.cleaned_data)
    )
    if not wrote:
        return refused(request, course_id, meeting_id, told_form=form)
    return done(request, course_id, meeting_id, _("Det er skrevet ned, hvordan det gik."))


def _told(actor: Any, meeting_id: UUID, agreement_id: UUID, said: dict[str, Any]) -> None:
    journey.tell(
        actor=actor, meeting_id=meeting_id, agreement_id=agreement_id,
        report=Report(said["report"]), because=said["because"], version=said["version"],
    )  # fmt: skip
