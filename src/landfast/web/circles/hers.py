"""Her own page: what they want to talk about, a sentence, a no, and what came of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.circles.actions.hers import note_comes, refuse
from landfast.circles.queries.standing import seats
from landfast.circles.rules.cases import CaseState, may_say_no
from landfast.circles.rules.kinds import CASE_HEADINGS
from landfast.journeys import raise_case as journey
from landfast.kernel.ids import CourseId
from landfast.web.circles import present
from landfast.web.circles.case_forms import ComesForm, WordForm
from landfast.web.circles.searching import typed
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


@a_form
def mine(request: HttpRequest, course_id: UUID, case_id: UUID) -> HttpResponse:
    """What they want to talk about, and what I want to say to it."""
    actor = actor_of(request)
    seen = journey.see_mine(actor, CourseId(course_id), case_id)
    places = list(dict.fromkeys(row.unit for row in seats(seen.circle.id)))
    context = {
        "seen": seen, "places": places,
        "summary": present.summary(CASE_HEADINGS[seen.case.kind], seen.case.summary),
        "may_say_no": may_say_no(seen.case.ground, seen.case.state),
    }  # fmt: skip
    if seen.case.state is not CaseState.WAITING:
        return page(request, "circles/my_case.html", context | {"form": None})
    found = journey.look_over(actor, typed(request, "text"), CourseId(course_id))
    form = WordForm(
        request.POST or None, kind=seen.case.kind, found=found,
        initial={"text": seen.case.her_words, "comes": seen.case.comes},
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: journey.say_for_her(actor=actor, case_id=case_id, **form.said()),
        then=lambda _none: thank(
            request, _("Tak. Det bliver læst højt for dem."), "my_case", course_id, case_id
        ),
        template="circles/my_case.html", **context,
    )  # fmt: skip


@require_POST
def no(request: HttpRequest, course_id: UUID, case_id: UUID) -> HttpResponse:
    """She does not want it talked about."""
    refuse(actor=actor_of(request), course_id=CourseId(course_id), case_id=case_id)
    return thank(request, _("Det er i orden. De taler ikke om det."), "my_case", course_id, case_id)


@a_form
def for_her(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Her sentence, written for her and marked so."""
    actor = actor_of(request)
    seen = journey.see_case(actor, case_id)
    if seen.may_note_comes:
        return _comes(request, seen)
    found = journey.look_over(actor, typed(request, "text"), seen.course_id)
    form = WordForm(
        request.POST or None, kind=seen.case.kind, for_her=True, found=found,
        initial={"text": seen.case.her_words, "comes": seen.case.comes},
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: journey.say_for_her(actor=actor, case_id=case_id, **form.said()),
        then=lambda _none: thank(
            request, _("Sætningen er gemt. Der står, at du skrev den."), "circle_case", case_id
        ),
        heading=_("Borgerens egen sætning"), submit=_("Gem sætningen"),
        lede=_("Spørg borgeren. Skriv det, borgeren siger, og ikke mere."),
        cancel=Link(_("Gå tilbage"), reverse("circle_case", args=[case_id])),
    )  # fmt: skip


def _comes(request: HttpRequest, seen: journey.CaseSeen) -> HttpResponse:
    """She wrote the sentence herself; what is noted for her is whether she comes."""
    actor, form = actor_of(request), ComesForm(
        request.POST or None, initial={"comes": seen.case.comes}
    )  # fmt: skip
    back = reverse("circle_case", args=[seen.case.id])
    return form_page(
        request, form,
        lambda: note_comes(actor=actor, case_id=seen.case.id, **form.cleaned_data),
        then=lambda _none: thank(request, _("Det er skrevet ned."), "circle_case", seen.case.id),
        heading=_("Kommer borgeren selv?"), submit=_("Gem svaret"),
        lede=_("Borgeren har selv skrevet sin sætning. Den står fast."),
        cancel=Link(_("Gå tilbage"), back),
    )  # fmt: skip
