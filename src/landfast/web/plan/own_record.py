"""Saved: and the words for my own record, ready to copy (D8, moment 6)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from landfast.journeys.see_plan import see_agreement
from landfast.paper.own_record import of_agreement
from landfast.web.doors import actor_of
from landfast.web.pages import page
from landfast.web.plan.agreements import frame, voice_of
from landfast.web.plan.present import promise


@require_GET
def own_record(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """One agreement as plain text: date, my part, link. Whose record it is stands beside it."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    link = request.build_absolute_uri(reverse("agreement", args=[course_id, agreement_id]))
    context = {
        **frame(actor, seen),
        "promise": promise(seen.agreement, seen.today, voice_of(actor, seen)),
        "copy": of_agreement(seen.agreement, link),
    }
    return page(request, "plan/own_record.html", context)
