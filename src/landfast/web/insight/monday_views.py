"""The coordinator's Monday page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.insight import monday as picture
from landfast.insight.folding import Group
from landfast.insight.monday import Ask, Monday
from landfast.redthread import actions
from landfast.web.circles.present import wait_line
from landfast.web.course.listing import gone_to
from landfast.web.doors import actor_of
from landfast.web.emergency.present import line as emergency_line
from landfast.web.forms import thank
from landfast.web.insight.asks_present import ask_line
from landfast.web.insight.heard_present import ended_line
from landfast.web.insight.monday_courses_present import course_table, folds, second_lines
from landfast.web.insight.monday_present import first_call, meeting_lines, next_calls, waiting_line
from landfast.web.insight.touch_present import sent_card
from landfast.web.notices.by_word import WasSaid, just_said, say_line, was_said
from landfast.web.pages import page
from landfast.web.redthread.present import line

SHOWN = 3
"""Of cases without a name; the rest stands under Faste møder."""
_GROUPS = {group.value: group for group in Group}


@require_GET
def monday(request: HttpRequest) -> HttpResponse:
    """Whom to call first and why; what waits for me; my courses (moment 7)."""
    actor = actor_of(request)
    opened = [_GROUPS[word] for word in request.GET.getlist("vis") if word in _GROUPS]
    seen = picture.monday(actor, opened, _asked(request), just_said(request.GET.get("sagt", "")))
    back = reverse("monday")
    context = {
        "sent": sent_card(seen),
        "first": first_call(seen, actor.person_id),
        "calls": next_calls(seen, actor.person_id),
        "meets": meeting_lines(seen),
        "waits": [
            *(ended_line(one) for one in seen.ended),
            *(ask_line(one) if isinstance(one, Ask) else waiting_line(one) for one in seen.waits),
        ],
        "cases": [wait_line(row) for row in seen.cases[:SHOWN]],
        "more_cases": max(len(seen.cases) - SHOWN, 0),
        "to_say": [
            (whose, say_line(one, whose.called, whose.phone, back)) for whose, one in seen.to_say
        ],
        "was_said": _was_said(seen, back),
        "invites": seen.invites,
        "emergencies": [(course, emergency_line(row)) for course, row in seen.emergencies],
        "findings": [
            line(row, seen.said, may_settle=True, whose=whose.name) for whose, row in seen.worth
        ],
        "holds": seen.holds,
        "table": course_table(seen),
        "is_second": seen.is_second,
        "second": second_lines(seen),
        "folds": folds(seen, opened),
        "today": seen.today,
        "gone_to": gone_to(seen.gone_to),
    }
    return page(request, "monday/monday.html", context)


def _was_said(seen: Monday, back: str) -> WasSaid | None:
    return was_said(*seen.was_said, back) if seen.was_said else None


def _asked(request: HttpRequest) -> tuple[UUID, UUID] | None:
    """The course and the agreement about which one touch has just asked somebody."""
    try:
        return UUID(request.GET.get("forloeb", "")), UUID(request.GET.get("spurgt", ""))
    except ValueError:
        return None


@require_POST
def note_heard(request: HttpRequest, course_id: UUID, event: UUID) -> HttpResponse:
    """ "Jeg har set det": the row goes."""
    actions.note_heard(actor=actor_of(request), course_id=course_id, event=event)
    return thank(request, _("Det er lagt væk."), "monday")
