"""Min plan: wishes in my order, goals when I say so, own steps, and what we have agreed."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.actions import forget_draft
from landfast.access.queries import draft
from landfast.journeys import see_own_course as own
from landfast.journeys.change_own_wish import change_own_wish
from landfast.journeys.see_own_course import MyPlan
from landfast.kernel.refusals import NotFound, Wrong
from landfast.plan.actions import steps as own_steps
from landfast.plan.actions import wishes
from landfast.plan.rules.words import Standing, StepState
from landfast.programmes.rules import NeedArea
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.mine import plan_present as present
from landfast.web.mine.forms import ChangeWishForm, StepForm, WishForm
from landfast.web.mine.people_present import readers
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page
from landfast.web.parts.shapes import Link


@require_GET
def my_plan(request: HttpRequest) -> HttpResponse:
    """Min plan on one page: wishes and goals, what hangs on them, what I have put away."""
    seen = own.see_my_plan(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    return page(request, "mine/my_plan.html", present.plan(seen))


@require_http_methods(["GET", "HEAD", "POST"])
def add_wish(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Write a wish."""
    actor, key = actor_of(request), f"my-wish-{course_id}"
    form = WishForm(request.POST or None, initial=draft(actor, key))
    if request.method == "POST":
        saved, _id = did(form, lambda: _add_wish(request, course_id, form))
        if saved:
            forget_draft(actor=actor, key=key)
            return _done(request, _("Dit ønske er gemt."))
    words = {
        "heading": _("Et ønske, et håb eller en drøm"),
        "submit": _("Gem ønsket"),
        "draft": key,
    }
    return _form(request, form, own.see_own_plan(actor, course_id), words)


def _add_wish(request: HttpRequest, course_id: UUID, form: WishForm) -> None:
    data = form.cleaned_data
    wishes.add_wish(
        actor=actor_of(request), course_id=course_id, area=NeedArea(data["area"]),
        words=data["words"],
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def change_wish(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """Other words, or a number from 0 to 10 if I like."""
    actor = actor_of(request)
    seen = own.see_own_plan(actor, course_id)
    wish = next((row for row in seen.plan.wishes if row.id == wish_id), None)
    if wish is None:
        raise NotFound
    rating = "" if wish.rating is None else str(wish.rating)
    form = ChangeWishForm(request.POST or None, initial={"words": wish.words, "rating": rating})
    if request.method == "POST":
        saved, _none = did(
            form,
            lambda: change_own_wish(
                actor=actor, wish_id=wish_id, words=form.cleaned_data["words"],
                rating=form.cleaned_data["rating"],
            ),
        )  # fmt: skip
        if saved:
            return _done(request, _("Det er gemt."))
    words = {"heading": _("Ret dit ønske"), "submit": _("Gem ønsket")}
    return _form(request, form, seen, words)


@require_POST
def set_standing(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """My wish, my goal, put away: in one touch, without a reason."""
    del course_id
    said = _one_of(Standing, request.POST.get("standing"))
    wishes.set_standing(actor=actor_of(request), wish_id=wish_id, standing=said)
    return _done(request, present.STOOD[said])


@require_POST
def move(request: HttpRequest, course_id: UUID, wish_id: UUID) -> HttpResponse:
    """My own order: one place up."""
    del course_id
    wishes.move_wish(actor=actor_of(request), wish_id=wish_id, up=True)
    return _done(request, _("Ønsket er flyttet op."))


@require_http_methods(["GET", "HEAD", "POST"])
def add_step(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Something I would like to try myself."""
    actor = actor_of(request)
    seen = own.see_own_plan(actor, course_id)
    choices = [(str(row.id), row.words[:80]) for row in seen.plan.living]
    form = StepForm(request.POST or None, wishes=choices)
    if request.method == "POST":
        saved, _id = did(
            form,
            lambda: own_steps.add_step(
                actor=actor, course_id=course_id, text=form.cleaned_data["text"],
                wish_id=form.wish(),
            ),
        )  # fmt: skip
        if saved:
            return _done(request, _("Dit skridt er gemt."))
    words = {"heading": _("Et skridt, du selv vil tage"), "submit": _("Gem skridtet")}
    return _form(request, form, seen, words)


@require_POST
def set_step(request: HttpRequest, course_id: UUID, step_id: UUID) -> HttpResponse:
    """Vil gerne, prøvet, gjort, ikke nu: all are good."""
    del course_id
    said = _one_of(StepState, request.POST.get("state"))
    own_steps.set_step(actor=actor_of(request), step_id=step_id, state=said)
    return _done(request, _("Det er gemt."))


def _one_of(words: Any, said: str | None) -> Any:
    try:
        return words(said)
    except ValueError as error:
        raise Wrong("no_such_word", _("Vælg en af knapperne.")) from error


def _form(
    request: HttpRequest, form: forms.Form, seen: MyPlan, words: dict[str, Any]
) -> HttpResponse:
    context = {
        "form": form,
        "readers": readers(seen.readers, Link(_("Vælg hvem"), reverse("my_say"))),
        "cancel": Link(_("Gå tilbage"), reverse("my_plan")),
        **words,
    }
    return page(request, "form_page.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, sentence: str) -> HttpResponseRedirect:
    messages.success(request, _(sentence))
    return redirect("my_plan")
