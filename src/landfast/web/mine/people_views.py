"""Mine folk: the citizen's people as lists, and the card for the wallet."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.actions import forget_draft
from landfast.access.queries import draft
from landfast.journeys import see_own_course as own
from landfast.journeys.see_own_course import OnePerson
from landfast.network import actions as network
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.mine import asking
from landfast.web.mine import people_present as present
from landfast.web.mine.forms import PlaceForm, RelationForm
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page
from landfast.web.parts.shapes import Link


@require_GET
def my_people(request: HttpRequest) -> HttpResponse:
    """Mine folk: everybody around me, by sphere, the closest first."""
    seen = own.see_my_people(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    context = {
        "course": seen.course,
        "holders": present.holder_lines(seen.course.held),
        "spheres": present.spheres(seen),
        "add_url": reverse("add_my_person", args=[seen.course.id]),
        **asking.asked(seen),
    }
    return page(request, "mine/my_people.html", context)


@require_GET
def my_card(request: HttpRequest) -> HttpResponse:
    """Mit kort: who to call, printable in wallet size."""
    seen = own.see_my_card(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    return page(request, "mine/my_card.html", present.card(seen))


@require_http_methods(["GET", "HEAD", "POST"])
def add_person(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Put somebody on my map."""
    actor, key = actor_of(request), f"my-person-{course_id}"
    form = RelationForm(request.POST or None, initial=draft(actor, key) or {"closeness": "close"})
    if request.method == "POST":
        saved, _id = did(
            form,
            lambda: network.add_relation(actor=actor, course_id=course_id, named=form.named()),
        )
        if saved:
            forget_draft(actor=actor, key=key)
            return _done(request, _("Personen står nu på dit kort."))
    seen = own.see_one_of_my_people(actor, course_id)
    words = {"heading": _("Tilføj en person"), "submit": _("Gem personen"), "draft": key}
    return _form(request, form, seen, words)


@require_http_methods(["GET", "HEAD", "POST"])
def change_person(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Change or move somebody on my map."""
    actor = actor_of(request)
    seen = own.see_one_of_my_people(actor, course_id, relation_id=relation_id)
    form = RelationForm(request.POST or None, initial=present.initial(seen.relation))
    if request.method == "POST":
        saved, _none = did(
            form,
            lambda: network.change_relation(
                actor=actor, course_id=course_id, relation_id=relation_id, named=form.named()
            ),
        )
        if saved:
            return _done(request, _("Det er gemt."))
    name = seen.relation.name if seen.relation else ""
    words = {
        "heading": _("Ret %(name)s") % {"name": name},
        "submit": _("Gem personen"),
        "remove_url": reverse("remove_my_person", args=[course_id, relation_id]),
        "remove_name": name,
    }
    return _form(request, form, seen, words)


@require_POST
def remove_person(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Take somebody off my map. No reason is asked."""
    network.remove_relation(actor=actor_of(request), course_id=course_id, relation_id=relation_id)
    return _done(request, _("Personen er taget af dit kort."))


@require_http_methods(["GET", "HEAD", "POST"])
def move_helper(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """Where a professional stands on my map, as I see it."""
    actor = actor_of(request)
    seen = own.see_one_of_my_people(actor, course_id, member_id=member_id)
    form = PlaceForm(request.POST or None, initial=present.place(seen.member))
    if request.method == "POST":
        saved, _none = did(form, lambda: _move(request, course_id, member_id, form))
        if saved:
            return _done(request, _("Det er gemt."))
    name = seen.member.name if seen.member else ""
    words = {"heading": _("Flyt %(name)s") % {"name": name}, "submit": _("Gem pladsen")}
    return _form(request, form, seen, words)


def _move(request: HttpRequest, course_id: UUID, member_id: UUID, form: PlaceForm) -> None:
    sphere, closeness = form.place()
    network.move_member(
        actor=actor_of(request), course_id=course_id, member_id=member_id, sphere=sphere,
        closeness=closeness,
    )  # fmt: skip


def _form(
    request: HttpRequest, form: PlaceForm, seen: OnePerson, words: dict[str, Any]
) -> HttpResponse:
    context = {
        "form": form,
        "readers": present.readers(seen.readers, Link(_("Vælg hvem"), reverse("my_say"))),
        "cancel": Link(_("Gå tilbage"), reverse("my_people")),
        **words,
    }
    return page(request, "mine/person.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, sentence: str) -> HttpResponseRedirect:
    messages.success(request, sentence)
    return redirect("my_people")
