"""The network as professionals see it, and as the coordinator writes it with the citizen."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.journeys.see_network import Network, find_new_member, see_network
from landfast.kernel.ids import PersonId
from landfast.network import actions
from landfast.network.rules import usual_sphere
from landfast.people.queries import EmploymentRow
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.network import present
from landfast.web.network.forms import MemberForm, NearForm, NewMemberForm
from landfast.web.pages import page
from landfast.web.parts.shapes import Link

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
def network(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Netværket: the citizen in the middle, people by sphere, the closest first."""
    seen = see_network(actor_of(request), course_id)
    return page(request, "network/network.html", present.network(seen))


@require_GET
def find_member(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Look for an employee to bring into the team."""
    words = request.GET.get("q", "")[:100]
    seen = find_new_member(actor_of(request), course_id, words=words)
    there = [
        (present.found_person(row), reverse("add_member", args=[course_id, row.person.id]))
        for row in seen.found
    ]
    context = {
        "course_id": course_id, "citizen": seen.network.citizen, "q": words, "found": there,
    }  # fmt: skip
    return page(request, "network/find.html", context)


@FORM
def add_member(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody joins the team, or the citizen said no."""
    actor = actor_of(request)
    seen = find_new_member(actor, course_id, person_id=person_id)
    assert seen.picked is not None  # noqa: S101 - else not found
    picked = seen.picked
    first = present.first_values(picked, usual_sphere(picked.role))
    form = NewMemberForm(request.POST or None, initial=first)
    if request.method == "POST":
        saved, _none = did(form, lambda: _answer(request, course_id, picked, form))
        if saved:
            said = _("Nejet er skrevet ned.") if form.is_no else _("Personen er med i teamet.")
            return _done(request, course_id, said)
    words = {
        "heading": _("Tag %(name)s med i teamet") % {"name": picked.person.name},
        "lede": f"{picked.title or picked.role_name}, {picked.unit}",
        "submit": _("Gem borgerens svar"),
    }
    return _form(request, form, seen.network, words)


def _answer(
    request: HttpRequest, course_id: UUID, picked: EmploymentRow, form: NewMemberForm
) -> None:
    actor, person = actor_of(request), PersonId(picked.person.id)
    if form.is_no:
        consent.refuse(actor=actor, course_id=course_id, recipient=person, how=How.ORALLY)
        return
    how = How(form.cleaned_data["answer"])
    actions.add_member(
        actor=actor, course_id=course_id, person_id=person, role=picked.role, how=how,
        **form.facts(),
    )  # fmt: skip


@FORM
def change_member(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """What a member is in for, and where she stands."""
    actor = actor_of(request)
    seen = see_network(actor, course_id)
    member = seen.member(member_id)
    first = {name: getattr(member, name) for name in MemberForm.base_fields}
    form = MemberForm(request.POST or None, initial=first)
    if request.method == "POST":
        saved, _none = did(
            form,
            lambda: actions.change_member(
                actor=actor, course_id=course_id, member_id=member_id, **form.facts()
            ),
        )
        if saved:
            return _done(request, course_id, _("Det er gemt."))
    words = {
        "heading": _("Ret %(name)s") % {"name": member.name},
        "submit": _("Gem ændringen"),
        "end_url": reverse("end_member", args=[course_id, member_id]),
        "end_label": _("Tag %(name)s ud af teamet") % {"name": member.name},
        "end_note": _("Personen kan ikke længere læse med. Det virker med det samme."),
    }
    return _form(request, form, seen, words)


@require_POST
def end_member(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """A member leaves the team."""
    actions.end_member(actor=actor_of(request), course_id=course_id, member_id=member_id)
    return _done(request, course_id, _("Personen er ude af teamet og kan ikke læse med mere."))


@FORM
def add_relation(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen names somebody."""
    actor = actor_of(request)
    form = NearForm(request.POST or None, initial={"closeness": "close"})
    if request.method == "POST":
        saved, _id = did(
            form,
            lambda: actions.add_relation(actor=actor, course_id=course_id, named=form.named()),
        )
        if saved:
            return _done(request, course_id, _("Personen står nu på kortet."))
    words = {"heading": _("En, som borgeren nævner"), "submit": _("Sæt personen på kortet")}
    return _form(request, form, see_network(actor, course_id), words)


@FORM
def change_relation(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Change or move somebody the citizen has named."""
    actor = actor_of(request)
    seen = see_network(actor, course_id)
    relation = seen.relation(relation_id)
    first = {name: getattr(relation, name) for name in NearForm.base_fields}
    form = NearForm(request.POST or None, initial=first)
    if request.method == "POST":
        saved, _none = did(
            form,
            lambda: actions.change_relation(
                actor=actor, course_id=course_id, relation_id=relation_id, named=form.named()
            ),
        )
        if saved:
            return _done(request, course_id, _("Det er gemt."))
    words = {
        "heading": _("Ret %(name)s") % {"name": relation.name},
        "submit": _("Gem ændringen"),
        "end_url": reverse("remove_relation", args=[course_id, relation_id]),
        "end_label": _("Tag %(name)s af kortet") % {"name": relation.name},
        "end_note": "",
    }
    return _form(request, form, seen, words)


@require_POST
def remove_relation(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Take somebody off the map."""
    actions.remove_relation(actor=actor_of(request), course_id=course_id, relation_id=relation_id)
    return _done(request, course_id, _("Personen er taget af kortet."))


def _form(
    request: HttpRequest, form: forms.Form, seen: Network, words: dict[str, Any]
) -> HttpResponse:
    context = {
        "form": form,
        "readers": present.readers(seen),
        "cancel": Link(_("Gå tilbage"), reverse("network", args=[seen.course_id])),
        **words,
    }
    return page(request, "network/form.html", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, course_id: UUID, sentence: str) -> HttpResponseRedirect:
    messages.success(request, sentence)
    return redirect("network", course_id)
