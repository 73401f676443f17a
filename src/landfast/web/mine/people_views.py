"""Mine folk: the citizen's people as lists, and the card for the wallet."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.journeys import see_own_course as own
from landfast.journeys.see_my_people import OnePerson, see_my_people, see_one_of_my_people
from landfast.kernel.clock import today
from landfast.network import actions as network
from landfast.network.rules import words_of_relation
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.mine import asking, helpers_present, telling_views
from landfast.web.mine import people_present as present
from landfast.web.mine.forms import PlaceForm, RelationForm
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link


@require_GET
def my_people(request: HttpRequest) -> HttpResponse:
    """Mine folk: everybody around me, by sphere, the closest first."""
    seen = see_my_people(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    context = {
        "course": seen.course,
        "holders": helpers_present.holders(seen),
        "second_before": seen.second_before,
        "helpers": helpers_present.helpers(seen),
        "answers": seen.answers,
        "leaving": helpers_present.leaving(seen),
        "today": today(),
        "spheres": present.spheres(seen),
        "reading_for_me": present.reading_for_me(seen),
        "add_url": to("add_my_person", seen.course.id),
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
    actor = actor_of(request)
    seen = see_one_of_my_people(actor, course_id)
    form = RelationForm(request.POST or None, initial={"closeness": "close"})
    return form_page(
        request, form,
        lambda: network.add_relation(actor=actor, course_id=course_id, named=form.named()),
        then=lambda _id: thank(request, _("Det står nu på dit kort."), back(request)),
        template="mine/person.html", heading=_("Tilføj en person"), submit=_("Gem personen"),
        **_around(request, seen),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def change_person(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Change or move somebody on my map."""
    actor = actor_of(request)
    seen = see_one_of_my_people(actor, course_id, relation_id=relation_id)
    there = seen.relation
    form = RelationForm(
        request.POST or None, initial=present.initial(there),
        shown=there is not None and not there.only_mine, note=there.note if there else "",
    )  # fmt: skip
    if there:
        form.meet(words_of_relation(there.name, there.is_to_me, there.phone, there.note))
    name = there.name if there else ""
    return form_page(
        request, form,
        lambda: network.change_relation(
            actor=actor, course_id=course_id, relation_id=relation_id, named=form.named(),
            seen=form.was_seen,
        ),
        then=lambda _none: thank(request, _("Det er gemt."), back(request)),
        template="mine/person.html", heading=_("Ret %(name)s") % {"name": name},
        submit=_("Gem personen"), remove_name=name,
        remove_url=to("remove_my_person", course_id, relation_id), **_around(request, seen),
    )  # fmt: skip


@require_POST
def remove_person(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Take somebody off my map. No reason is asked."""
    network.remove_relation(actor=actor_of(request), course_id=course_id, relation_id=relation_id)
    return thank(request, _("Personen er taget af dit kort."), "my_people")


@require_http_methods(["GET", "HEAD", "POST"])
def move_helper(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """Where a professional stands on my map, as I see it."""
    actor = actor_of(request)
    seen = see_one_of_my_people(actor, course_id, member_id=member_id)
    form = PlaceForm(request.POST or None, initial=present.place(seen.member))
    name = seen.member.name if seen.member else ""
    return form_page(
        request, form, lambda: _move(request, course_id, member_id, form),
        then=lambda _none: thank(request, _("Det er gemt."), back(request)),
        template="mine/person.html", heading=_("Flyt %(name)s") % {"name": name},
        submit=_("Gem pladsen"), **_around(request, seen),
    )  # fmt: skip


def _move(request: HttpRequest, course_id: UUID, member_id: UUID, form: PlaceForm) -> None:
    sphere, closeness = form.place()
    network.move_member(
        actor=actor_of(request), course_id=course_id, member_id=member_id, sphere=sphere,
        closeness=closeness,
    )  # fmt: skip


def back(request: HttpRequest) -> str:
    """Where she came from: her map, or the list of her people."""
    return "my_map" if request.GET.get("fra") == "kort" else "my_people"


def _around(request: HttpRequest, seen: OnePerson) -> dict[str, Any]:
    """Who can read it, and the way back."""
    return {
        "readers": present.readers(seen.readers, Link(_("Vælg hvem"), to("my_say"))),
        "cancel": Link(_("Gå tilbage"), to(back(request))),
        **telling_views.around(seen),
    }
