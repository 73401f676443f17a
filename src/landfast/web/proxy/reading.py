"""The proxy's own pages: for whom they read, and what they may see."""

from collections.abc import Collection
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.consent import actions
from landfast.consent.rules.proxy import LIMITS, Limit, may_step_back
from landfast.journeys import read_for as journey
from landfast.kernel.refusals import NotFound
from landfast.meetings.rules import Attends
from landfast.people.queries import units
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.meetings.present import attends
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.proxy.forms import AnswerForm
from landfast.web.proxy.present import own_promises, team


@require_GET
def reading_for(request: HttpRequest) -> HttpResponse:
    """For whom I read."""
    rows = journey.reading_for(actor_of(request))
    shown = [
        {"name": one.course.name, "until": one.proxy.until,
         "url": reverse("read_for", args=[one.course.course_id])}
        for one in rows
    ]  # fmt: skip
    # Why nobody is there is not told: she may be dead, so it is never she who is to be rung.
    teams = [] if rows else [one for one in units(coordinating=True) if one.phone]
    return page(request, "proxy/reading_for.html", {"rows": shown, "teams": teams})


@require_GET
def read_for(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What I may see, and nothing else."""
    seen = journey.read_for(actor_of(request), course_id)
    limits, may_answer = seen.proxy.limits, Limit.ANSWER_MEETINGS in seen.proxy.limits
    context = {
        "seen": seen, "name": seen.course.name,
        "reads_plan": Limit.READ_PLAN in limits,
        "reads_meetings": bool(journey.MAY_READ_MEETINGS & set(limits)),
        "promised": own_promises(seen),
        "may_step_back": may_step_back(seen.proxy.kind),
        **may_and_not(limits, seen.course.name),
        "meetings": [
            {"row": row, "attends": attends(row.attends, row.starts_at),
             "url": reverse("answer_for", args=[course_id, row.id])
             if may_answer and row.is_ahead else ""}
            for row in seen.meetings
        ],
    }  # fmt: skip
    return page(request, "proxy/read_for.html", context)


def may_and_not(limits: Collection[Limit], called: str) -> dict[str, list[str]]:
    """What I may, and what I may not: the rest, and what nobody says yes to but she."""
    said = {limit: _(text.to_reader) % {"name": called} for limit, text in LIMITS.items()}
    never = _("Sige ja til at dele noget for %(name)s") % {"name": called}
    rest = [text for limit, text in said.items() if limit not in limits]
    return {"limits": [said[one] for one in limits], "beyond": [*rest, never]}


@require_POST
def step_back(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """I read for them no more; one touch, and nobody asks why."""
    actions.step_back(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Du læser ikke mere. De kan se, at du er stoppet."), "reading_for")


@require_http_methods(["GET", "HEAD", "POST"])
def answer_for(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """How she takes part, as I say it for her."""
    actor = actor_of(request)
    seen = journey.read_for(actor, course_id)
    meeting = next((row for row in seen.meetings if row.id == meeting_id), None)
    if meeting is None or Limit.ANSWER_MEETINGS not in seen.proxy.limits:
        raise NotFound
    given = {"attends": meeting.attends, "own_word": meeting.own_word}
    form = AnswerForm(request.POST or None, initial=given, called=seen.course.name)
    return form_page(
        request, form,
        lambda: journey.answer_for(
            actor=actor, course_id=course_id, meeting_id=meeting_id,
            attends=Attends(form.cleaned_data["attends"]), own_word=form.cleaned_data["own_word"],
        ),
        then=lambda _none: thank(request, _("Svaret er sendt."), "read_for", course_id),
        template="form_page.html",
        heading=_("Du svarer for %(name)s") % {"name": seen.course.name}, submit=_("Send svaret"),
        readers=team(seen.course.name),
        cancel=Link(_("Gå tilbage"), reverse("read_for", args=[course_id])),
    )  # fmt: skip
