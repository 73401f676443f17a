"""Cases without a name: raise, read, sum up, tell her, and look again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.circles.rules.kinds import CASE_HEADINGS, check_takes_cases
from landfast.journeys import raise_case as journey
from landfast.kernel.ids import CourseId, UnitId
from landfast.web.circles import present
from landfast.web.circles.case_forms import CaseForm, OutcomeForm, TellForm
from landfast.web.circles.forms import SummaryForm
from landfast.web.circles.searching import typed
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])
SEARCHED = ("text", "question", "why", "ground_words")


@require_GET
def of_course(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What circles have heard of one course."""
    seen = journey.see_of_course(actor_of(request), CourseId(course_id))
    rows = [(row, present.case_state(row)) for row in seen.cases]
    return page(request, "circles/of_course.html", {"seen": seen, "cases": rows})


@a_form
def raise_case(
    request: HttpRequest, circle_id: UUID, course_id: UUID | None = None
) -> HttpResponse:  # fmt: skip
    """A case goes on the list, and she is told."""
    actor, course = actor_of(request), CourseId(course_id) if course_id else None
    seen = journey.see_raising(actor, circle_id, course)
    check_takes_cases(seen.circle.kind)
    found = journey.look_over(actor, typed(request, *SEARCHED), course)
    form = CaseForm(request.POST or None, raising=seen, me=actor.person_id, found=found)
    back = ("course_cases", course) if course else ("circle", circle_id)
    return form_page(
        request, form,
        lambda: journey.raise_case(
            actor=actor, circle_id=circle_id, course_id=course, telling=form.telling(),
            raised_from=UnitId(UUID(form.cleaned_data["raised_from"])), looked_at=form.looked(),
        ),
        then=lambda made: thank(request, _("Sagen er på listen, uden navn."), "circle_case", made),
        template="circles/raise_case.html", seen=seen, heading=_("Tag en sag op uden navn"),
        submit=_("Sæt sagen på listen"),
        cancel=Link(_("Gå tilbage"), reverse(back[0], args=back[1:])),
    )  # fmt: skip


@require_GET
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One case as the actor may see it."""
    actor = actor_of(request)
    seen = journey.see_case(actor, case_id)
    row = seen.case
    context = {
        "seen": seen, "state": present.case_state(row), "ground": present.ground(row.ground),
        "told": present.told(row.told),
        "summary": present.summary(CASE_HEADINGS[row.kind], row.summary),
        "may_take_back": row.raised_by_id == actor.person_id,
    }  # fmt: skip
    return page(request, "circles/case.html", context)


@a_form
def sum_case(request: HttpRequest, sitting_id: UUID, case_id: UUID) -> HttpResponse:
    """The summary under the fixed headings: advice, never a decision."""
    actor = actor_of(request)
    seen = journey.see_case(actor, case_id)
    headings = CASE_HEADINGS[seen.case.kind]
    said = typed(request, *(row.code for row in headings))
    found = journey.look_over(actor, said, seen.course_id)
    form = SummaryForm(
        request.POST or None, headings=headings, found=found, initial=seen.case.summary
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: journey.sum_up(
            actor=actor, sitting_id=sitting_id, case_id=case_id, said=form.said(),
            looked_at=form.looked(),
        ),
        then=lambda _none: thank(request, _("Det er skrevet ned."), "sitting", sitting_id),
        template="circles/sum_case.html", seen=seen, heading=seen.case.question,
        submit=_("Gem resumeet"),
        cancel=Link(_("Gå tilbage"), reverse("sitting", args=[sitting_id])),
    )  # fmt: skip


@a_form
def tell(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """She hears what came of it."""
    actor = actor_of(request)
    seen = journey.see_case(actor, case_id)
    found = journey.look_over(actor, typed(request, "text"), seen.course_id)
    form = TellForm(request.POST or None, has_page=seen.has_page, found=found)
    return form_page(
        request, form,
        lambda: journey.tell_her(actor=actor, case_id=case_id, **form.said()),
        then=lambda _none: thank(request, _("Borgeren har fået besked."), "circle_case", case_id),
        heading=_("Fortæl borgeren, hvad de talte om"), submit=_("Gem, at borgeren ved det"),
        lede=_("De andre i mødet ved ikke, hvem det er. Derfor er det dig, der fortæller det."),
        cancel=Link(_("Gå tilbage"), reverse("circle_case", args=[case_id])),
    )  # fmt: skip


@a_form
def outcome(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What came of the advice."""
    actor = actor_of(request)
    seen = journey.see_case(actor, case_id)
    found = journey.look_over(actor, typed(request, "text"), seen.course_id)
    form = OutcomeForm(request.POST or None, found=found, initial={"text": seen.case.came_of_it})
    return form_page(
        request, form,
        lambda: journey.note_what_came(
            actor=actor, case_id=case_id, text=form.cleaned_data["text"], looked_at=form.looked()
        ),
        then=lambda _none: thank(request, _("Det er skrevet ned."), "circle_case", case_id),
        heading=_("Hvad kom der ud af det?"), submit=_("Gem det"), lede=seen.case.question,
        cancel=Link(_("Gå tilbage"), reverse("circle_case", args=[case_id])),
    )  # fmt: skip


@require_POST
def take_back(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """It is not talked about after all."""
    journey.take_back(actor=actor_of(request), case_id=case_id)
    return thank(request, _("Sagen er taget af listen."), "circle_case", case_id)
