"""The coordinator's Monday page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landfast.insight import monday as picture
from landfast.web.doors import actor_of
from landfast.web.insight.asks_present import ask_lines
from landfast.web.insight.monday_present import (
    call_lines,
    course_table,
    meeting_lines,
    second_lines,
    waiting_lines,
)
from landfast.web.pages import page


@require_GET
def monday(request: HttpRequest) -> HttpResponse:
    """Whom to call first and why; what waits for me; my courses (moment 7)."""
    actor = actor_of(request)
    seen = picture.monday(actor)
    calls, meets = call_lines(seen, actor.person_id), meeting_lines(seen)
    waits = [*ask_lines(seen.asked), *waiting_lines(seen)]
    context = {
        "calls": calls,
        "meets": meets,
        "waits": waits,
        "unreached": seen.unreached,
        "invites": seen.invites,
        "is_quiet": not (calls or meets or waits or seen.unreached or seen.invites),
        "table": course_table(seen),
        "second": second_lines(seen),
        "today": seen.today,
    }
    return page(request, "monday/monday.html", context)
