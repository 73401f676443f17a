"""Min plan: wishes in my order, goals when I say so, own steps, and what we have agreed."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.journeys import see_own_course as own
from landfast.journeys.change_own_wish import Shown, change_own_wish
from landfast.journeys.find_offers import wish_for
from landfast.journeys.see_own_course import MyPlan
from landfast.kernel.refusals import NotFound, Wrong
from landfast.plan.actions import add_step as write_step
from landfast.plan.actions import hers, wishes
from landfast.plan.rules.words import Standing, StepState
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.mine import plan_present as present
from landfast.web.mine.forms import ChangeWishForm, StepForm, WishForm
from landfast.web.mine.people_present import readers
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link

IS_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@require_GET
def my_plan(request: HttpRequest) -> HttpResponse:
    """Min plan on one page: wishes and goals, what hangs on them, what I have put away."""
    seen = own.see_my_plan(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    return page(request, "mine/my_plan.html", present.plan(seen))


@require_http_methods(["GET", "HEAD", "POST"])
def add_wish(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Write a wish; one that began at an offer or a need says so, until I say it otherwise."""
    actor = actor_of(request)
    seen = own.see_own_plan(actor, course_id)
    form = WishForm(request.POST or None, initial=_begun_at(request.GET))
    return form_page(
        request, form,
        lambda: wishes.add_wish(
            actor=actor, course_id=course_id, area=NeedArea(form.cleaned_data["area"]),
            words=form.cleaned_data["words"],
        ),
        then=lambda _id: thank(request, _("Dit ønske er gemt."), "my_plan"),
        template="form_page.html", heading=_("Et ønske, et håb eller en drøm"),
        submit=_("Gem ønsket"), **_around(seen),
    )  # fmt: skip


def _begun_at(said: Mapping[str, str]) -> dict[str, str]:
    """The first words of a wish: for what I found in the list, or for more help with a need."""
    tilbud, emne = said.get("tilbud", ""), said.get("emne", "")
    if emne in set(NeedArea):
        about = _("Jeg vil gerne tale om, hvem der også kan hjælpe mig. Det handler om: %(area)s.")
        return {"words": about % {"area": _(NEED_NAMES[NeedArea(emne)])}, "area": emne}
    found = wish_for(UUID(tilbud)) if IS_KEY.fullmatch(tilbud) else None
    if found is None:
        return {}
    row, area = found
    words = _("Jeg vil gerne høre mere om %(name)s hos %(unit)s.") % {
        "name": row.offer.name, "unit": row.unit
    }  # fmt: skip
    return {"words": words, "area": area.value}


@require_http_methods(["GET", "HEAD", "POST"])
def change_wish(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """Other words, or a number from 0 to 10 if I like."""
    actor = actor_of(request)
    seen = own.see_own_plan(actor, course_id)
    wish = next((row for row in seen.plan.wishes if row.id == wish_id), None)
    if wish is None:
        raise NotFound
    rating = "" if wish.rating is None else str(wish.rating)
    begin = {"words": wish.words, "rating": rating, "seen_rating": rating}
    form = ChangeWishForm(request.POST or None, initial=begin)
    form.meet(wish.words)
    return form_page(
        request, form,
        lambda: change_own_wish(
            actor=actor, wish_id=wish_id, words=form.cleaned_data["words"],
            rating=form.cleaned_data["rating"],
            shown=Shown(form.was_seen, form.cleaned_data["seen_rating"]),
        ),
        then=lambda _none: thank(request, _("Det er gemt."), "my_plan"),
        template="form_page.html", heading=_("Ret dit ønske"), submit=_("Gem ønsket"),
        **_around(seen),
    )  # fmt: skip


@require_POST
def set_standing(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """My wish, my goal, put away: in one touch, without a reason."""
    del course_id
    said = _one_of(Standing, request.POST.get("standing"))
    wishes.set_standing(actor=actor_of(request), wish_id=wish_id, standing=said)
    return thank(request, _(present.STOOD[said]), "my_plan")


@require_POST
def take_wish(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """Ja, det er mit ønske: what was written beside me is mine, as it stands."""
    del course_id
    seen = request.POST.get("seen", "")
    wishes.take_wish(actor=actor_of(request), wish_id=wish_id, seen=seen)
    return thank(request, _("Tak. Nu er det dit ønske."), "my_plan")


@require_POST
def move(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """My own order: one place up."""
    del course_id
    wishes.move_wish(actor=actor_of(request), wish_id=wish_id, up=True)
    return thank(request, _("Ønsket er flyttet op."), "my_plan")


@require_http_methods(["GET", "HEAD", "POST"])
def add_step(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Something I would like to try myself."""
    actor = actor_of(request)
    seen = own.see_own_plan(actor, course_id)
    choices = [(str(row.id), row.words[:80]) for row in seen.plan.living]
    form = StepForm(request.POST or None, wishes=choices)
    return form_page(
        request, form,
        lambda: write_step(
            actor=actor, course_id=course_id, text=form.cleaned_data["text"], wish_id=form.wish()
        ),
        then=lambda _id: thank(request, _("Dit skridt er gemt."), "my_plan"),
        template="form_page.html", heading=_("Et skridt, du selv vil tage"),
        submit=_("Gem skridtet"), **_around(seen),
    )  # fmt: skip


@require_POST
def set_step(request: HttpRequest, course_id: UUID, step_id: UUID) -> HttpResponse:
    """Vil gerne, prøvet, gjort, ikke nu: all are good."""
    del course_id
    said = _one_of(StepState, request.POST.get("state"))
    hers.set_step(actor=actor_of(request), step_id=step_id, state=said)
    return thank(request, _("Det er gemt."), "my_plan")


def _one_of(words: Any, said: str | None) -> Any:
    try:
        return words(said)
    except ValueError as error:
        raise Wrong("no_such_word", _("Vælg en af knapperne.")) from error


def _around(seen: MyPlan) -> dict[str, Any]:
    """Who can read it, and the way back."""
    return {
        "readers": readers(seen.readers, Link(_("Vælg hvem"), to("my_say"))),
        "cancel": Link(_("Gå tilbage"), to("my_plan")),
    }
