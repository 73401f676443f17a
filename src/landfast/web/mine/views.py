"""The citizen's first page and her meetings."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from landfast.consent.proxies import has_read_for_somebody
from landfast.journeys import see_own_course as own
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound
from landfast.meetings.queries.agreed import agreed_on
from landfast.web.circles.present import her_line as discussed_line
from landfast.web.course.letters import paragraphs
from landfast.web.doors import SESSION_DESKS, actor_of
from landfast.web.emergency.present import line as emergency_line
from landfast.web.keeping.present import told
from landfast.web.mine import energy, meetings_present, present
from landfast.web.mine.around import around
from landfast.web.mine.greeting import greeting, looks_back
from landfast.web.mine.kept_here import was_here
from landfast.web.mine.noes import noes
from landfast.web.mine.promises_present import old_promises, open_promises, shown_promises
from landfast.web.pages import page, to
from landfast.web.sharing.present import line


def wanted(request: HttpRequest) -> UUID | None:
    """Which of several courses the page is about; without a word the running one."""
    said = request.GET.get("forloeb")
    try:
        return UUID(said) if said else None
    except ValueError as error:
        raise NotFound from error


def no_course(request: HttpRequest) -> HttpResponse:
    """A citizen without any course: said kindly, with one next step.

    Who is here because somebody named them as a proxy has that as the menu, also when it is over.
    """
    if has_read_for_somebody(actor_of(request)):
        request.session[SESSION_DESKS] = ["proxy"]
        return redirect("reading_for")
    refer = to("refer_self")
    return page(request, "mine/no_course.html", {"refer_url": refer})


@require_GET
def my_course(request: HttpRequest) -> HttpResponse:
    """Mit forløb: at most five things, the next step on top."""
    seen = own.see_my_course(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    if seen.has_died:
        return page(request, "mine/died.html", {"course": seen.course})
    return page(request, "mine/my_course.html", _first_page(request, seen))


def _first_page(request: HttpRequest, seen: own.MyCourse) -> dict[str, Any]:
    course, promises = seen.course, open_promises(seen.plan)
    meeting = present.next_meeting(seen.meetings)
    return {
        "course": course,
        "others": seen.others,
        "copy_was_here": course.runs and was_here(request, actor_of(request)),
        **energy.of_today(seen, meeting),
        "greeting": greeting(seen),
        **present.stepping(seen),
        "discussed": [discussed_line(course.id, row) for row in seen.discussed],
        "noes": noes(seen),
        "emergencies": [emergency_line(row) for row in seen.read_in_emergency],
        "mistakes": present.mended(seen),
        **around(seen),
        **present.changing(seen),
        "meeting": meetings_present.meeting_card(meeting) if meeting else None,
        "agreed_on": agreed_on(seen.meetings, now()),
        "today_url": present.offered_today(meeting) if course.runs else "",
        "minutes": present.shown_minutes(seen.meetings),
        **shown_promises(promises),
        "old_promises": [present.promise(row) for row in old_promises(seen.plan)],
        "looks_back": looks_back(course),
        "steps": present.own_steps(seen.plan),
        "others_steps": present.steps_of_others(seen.plan),
        "wishes": seen.plan.living,
        "decision": seen.decision,
        "letter": paragraphs(seen.decision.letter) if seen.decision else [],
        "closing": seen.closing,
        "kept": told(seen.kept),
        "waiting": [line(course.id, row, is_citizen=True) for row in seen.waiting],
    }


@require_GET
def my_meetings(request: HttpRequest) -> HttpResponse:
    """Mine møder: the next one, then the held ones with their minutes."""
    seen = own.see_my_meetings(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    context = {
        "agreed_on": agreed_on(seen.meetings, now()),
        "coming": [
            meetings_present.meeting_card(row, seen.of_both.get(row.id))
            for row in meetings_present.coming(seen.meetings)
        ],
        "cancelled": [
            meetings_present.meeting_card(row) for row in meetings_present.cancelled(seen.meetings)
        ],
        "held": [
            meetings_present.meeting_card(row) for row in meetings_present.held(seen.meetings)
        ],
        "coordinator": present.coordinator_line(seen.course.held),
        "ask_url": to("meetings", seen.course.id) if seen.course.runs else "",
    }
    return page(request, "mine/my_meetings.html", context)
