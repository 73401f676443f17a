"""Pages of the wishes: for the citizen, and for the coordinator beside her."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.access.actor import Actor
from landfast.access.roles import may_in_course
from landfast.access.rules import Permission
from landfast.course.queries.names import WhoseCourse
from landfast.journeys.see_plan import PlanSeen, see_wish, see_wishes
from landfast.paper.words import area_name
from landfast.plan import actions
from landfast.plan.rules.words import STEP_NAMES, Standing, StepState
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.plan.forms import RatingForm, RewordForm, StandingForm, StepForm, StepStateForm
from landfast.web.plan.onward import onward
from landfast.web.plan.present import Voice, readers_of, step_shown, wishes_shown
from landfast.web.plan.talk import AREAS
from landfast.web.plan.words import standing_word, step_word


def _voice(actor: Actor, course: WhoseCourse) -> Voice:
    called = _("Dig") if actor.is_citizen else course.called
    return Voice(actor.person_id, called, actor.is_citizen, course.citizen_person_id)


def _heading(actor: Actor, called: str) -> str:
    if actor.is_citizen:
        return _("Mine ønsker")
    return _("%(name)s: ønsker og mål") % {"name": called}


def wishes(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All wishes in the citizen's order, and the way into each life area."""
    actor = actor_of(request)
    seen = see_wishes(actor=actor, course_id=course_id)
    voice = _voice(actor, seen.course)
    areas = _areas(seen, to_citizen=actor.is_citizen)
    context = {
        "seen": seen,
        "course_id": course_id,
        "heading": _heading(actor, seen.course.called),
        "is_citizen": actor.is_citizen,
        "may_write": may_in_course(seen.roles, Permission.WISH_WRITE),
        "wishes": wishes_shown(seen.plan.living, seen.today, voice),
        "aside": wishes_shown(seen.plan.aside, seen.today, voice),
        "steps": [step_shown(row, course_id, voice) for row in seen.plan.steps],
        "areas": areas,
        "step_states": [(state, _(name)) for state, name in STEP_NAMES.items()],
        "step_form": StepForm(relations=seen.relations),
        "ratings": range(11),
        "readers": readers_of(
            seen.readers,
            _("dig") if actor.is_citizen else seen.course.called,
            to_citizen=actor.is_citizen,
        ),
    }
    return page(request, "plan/wishes.html", context)


def _areas(seen: PlanSeen, *, to_citizen: bool) -> list[dict[str, object]]:
    counted = [row.area for row in seen.plan.living]
    return [
        {
            "name": area_name(area, to_citizen=to_citizen),
            "url": reverse("wish_area", args=[seen.course.course_id, area.value]),
            "count": counted.count(area),
        }
        for area in AREAS
    ]


@offers(actions.add_wish)
def wish_words(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """Other words for the same wish."""
    actor = actor_of(request)
    seen = see_wish(actor=actor, course_id=course_id, wish_id=wish_id)
    form = RewordForm(request.POST or None, initial={"words": seen.wish.words})
    form.meet(seen.wish.words)
    form.speak_to(is_citizen=actor.is_citizen)
    change = partial(actions.reword_wish, actor=actor, wish_id=wish_id)
    return form_page(
        request, form, lambda: change(words=form.cleaned_data["words"], seen=form.was_seen),
        then=lambda _none: onward(request, "wishes", course_id, said=_("Ordene er rettet.")),
        template="form_page.html", heading=_("Ret ønskets ord"), submit=_("Gem ordene"),
        cancel=Link(_("Fortryd"), reverse("wishes", args=[course_id])),
        readers=readers_of(
            seen.readers, _("dig") if actor.is_citizen else seen.course.called,
            to_citizen=actor.is_citizen,
        ),
    )  # fmt: skip


@require_POST
def wish_standing(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """Mit ønske, mit mål, lagt væk: on the citizen's own word."""
    actor = actor_of(request)
    form = StandingForm(request.POST, is_citizen=actor.is_citizen)

    def thanked(_none: None) -> HttpResponse:
        chosen = Standing(form.cleaned_data["standing"])
        word = standing_word(chosen, to_citizen=actor.is_citizen).lower()
        said = _("Gemt: %(standing)s.") % {"standing": word}
        return onward(request, "wishes", course_id, said=said)

    return form_page(
        request, form,
        lambda: actions.set_standing(
            actor=actor, wish_id=wish_id, standing=Standing(form.cleaned_data["standing"]),
            citizen_said_so=form.said_so,
        ),
        then=thanked, template="form_page.html", heading=_("Har borgeren selv sagt det?"),
        submit=_("Gem svaret"), cancel=_to_wishes(course_id),
    )  # fmt: skip


def _to_wishes(course_id: UUID) -> Link:
    return Link(_("Tilbage til ønskerne"), reverse("wishes", args=[course_id]))


@require_POST
def rate_wish(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """Nought to ten, if the citizen likes."""
    actor = actor_of(request)
    form = RatingForm(request.POST, is_citizen=actor.is_citizen)
    return form_page(
        request, form,
        lambda: actions.rate_wish(
            actor=actor, wish_id=wish_id, rating=form.cleaned_data["rating"],
            citizen_said_so=form.said_so,
        ),
        then=lambda _none: onward(request, "wishes", course_id, said=_("Tallet er gemt.")),
        template="form_page.html", heading=_("Hvor tæt på er det?"), submit=_("Gem svaret"),
        cancel=_to_wishes(course_id),
    )  # fmt: skip


@require_POST
def move_wish(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """One place up or down."""
    actions.move_wish(actor=actor_of(request), wish_id=wish_id, up=request.POST.get("way") == "up")
    return onward(request, "wishes", course_id)


@require_POST
def add_step(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """An own step; no date, no reminder (domain 0.3)."""
    actor = actor_of(request)
    seen = see_wishes(actor=actor, course_id=course_id)
    form = StepForm(request.POST, relations=seen.relations)
    return form_page(
        request, form,
        lambda: actions.add_step(
            actor=actor, course_id=course_id, text=form.cleaned_data["text"],
            wish_id=form.cleaned_data["wish_id"], relation_id=form.cleaned_data["relation_id"],
        ),
        then=lambda _id: onward(request, "wishes", course_id, said=_("Skridtet er skrevet ned.")),
        template="form_page.html", heading=_("Et eget skridt"), submit=_("Skriv skridtet ned"),
        cancel=_to_wishes(course_id),
    )  # fmt: skip


@require_POST
def set_step(request: HttpRequest, course_id: UUID, step_id: UUID) -> HttpResponse:
    """Vil gerne, prøvet, gjort, ikke nu."""
    form = StepStateForm(request.POST)
    if not form.is_valid():
        raise Http404
    state = StepState(form.cleaned_data["state"])
    actions.set_step(actor=actor_of(request), step_id=step_id, state=state)
    said = _("Gemt: %(state)s.") % {"state": step_word(state)}
    return onward(request, "wishes", course_id, said=said)
