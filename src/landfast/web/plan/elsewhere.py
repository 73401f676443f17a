"""Andre planer: who else has a plan for the citizen, what it asks, and what does not fit (D5)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.roles import may_in_course
from landfast.access.rules import Permission
from landfast.journeys.see_plan import OtherPlansSeen, see_other_plans
from landfast.kernel.refusals import NotFound
from landfast.plan.actions import elsewhere as actions
from landfast.plan.queries.elsewhere import OtherPlanRow
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link
from landfast.web.plan import elsewhere_present as present
from landfast.web.plan.agreements import frame
from landfast.web.plan.elsewhere_forms import DemandForm, PlanForm, known

FORM = ["GET", "HEAD", "POST"]
BOTH = "form_page_both.html"


@require_GET
def plans(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All plans of others, the demands that do not fit first."""
    actor = actor_of(request)
    seen = see_other_plans(actor=actor, course_id=course_id)
    may_write = may_in_course(seen.roles, Permission.AGREEMENT_PROPOSE)
    context = {
        **frame(actor, seen),
        "may_write": may_write,
        "clashes": [present.clash(seen, *one) for one in seen.others.clashes],
        "plans": [present.plan(row, course_id) for row in seen.others.running],
        "over": [present.plan(row, course_id) for row in seen.others.over],
    }
    return page(request, "plan/other_plans.html", context)


def _back(course_id: UUID) -> Link:
    return Link(_("Gå tilbage"), to("other_plans", course_id))


@require_http_methods(FORM)
@offers(actions.note_plan)
def note(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """There is a plan elsewhere."""
    actor = actor_of(request)
    seen = see_other_plans(actor=actor, course_id=course_id)
    form = PlanForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.note_plan(actor=actor, course_id=course_id, facts=form.facts),
        then=lambda _id: thank(request, _("Planen står nu på listen."), "other_plans", course_id),
        template=BOTH, heading=_("Skriv en plan på"), submit=_("Gem planen"),
        lede=_("Skriv, hvem der har planen, og hvornår den gælder. Selve planen bliver hos dem."),
        readers=frame(actor, seen)["readers"], cancel=_back(course_id),
    )  # fmt: skip


@require_http_methods(FORM)
@offers(actions.correct_plan)
def correct(request: HttpRequest, course_id: UUID, plan_id: UUID) -> HttpResponse:
    """What stands about a plan is put right."""
    actor = actor_of(request)
    row = _one(see_other_plans(actor=actor, course_id=course_id), plan_id)
    form = PlanForm(request.POST or None, initial=known(row))
    return form_page(
        request, form,
        lambda: actions.correct_plan(
            actor=actor, course_id=course_id, plan_id=plan_id, facts=form.facts
        ),
        then=lambda _none: thank(request, _("Planen er rettet."), "other_plans", course_id),
        template=BOTH, heading=_("Ret planen"), submit=_("Gem planen"), cancel=_back(course_id),
    )  # fmt: skip


def _one(seen: OtherPlansSeen, plan_id: UUID) -> OtherPlanRow:
    row = next((one for one in seen.others.running if one.id == plan_id), None)
    if row is None:
        raise NotFound
    return row


@require_POST
def end(request: HttpRequest, course_id: UUID, plan_id: UUID) -> HttpResponse:
    """The plan does not apply any more."""
    actions.end_plan(actor=actor_of(request), course_id=course_id, plan_id=plan_id)
    return thank(request, _("Planen er lagt til dem, der er slut."), "other_plans", course_id)


@require_http_methods(FORM)
@offers(actions.note_demand)
def note_demand(request: HttpRequest, course_id: UUID, plan_id: UUID) -> HttpResponse:
    """What a plan asks of the citizen."""
    actor = actor_of(request)
    row = _one(see_other_plans(actor=actor, course_id=course_id), plan_id)
    form = DemandForm(request.POST or None)

    def write() -> UUID:
        kind, words, when = form.demand
        return actions.note_demand(
            actor=actor, course_id=course_id, plan_id=plan_id, kind=kind, words=words, when=when
        )

    return form_page(
        request, form, write,
        then=lambda _id: thank(request, _("Kravet står nu på planen."), "other_plans", course_id),
        template=BOTH, heading=_("Hvad kræver planen?"), lede=present.name_of(row),
        submit=_("Gem kravet"), cancel=_back(course_id),
    )  # fmt: skip


@require_POST
def end_demand(request: HttpRequest, course_id: UUID, demand_id: UUID) -> HttpResponse:
    """It is not asked any more."""
    actions.end_demand(actor=actor_of(request), course_id=course_id, demand_id=demand_id)
    return thank(request, _("Kravet er taget af."), "other_plans", course_id)
