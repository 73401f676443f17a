"""The network as professionals see it, and as the coordinator writes it with the citizen."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.consent import actions as consent
from landfast.consent.queries import paper_of, team_no
from landfast.journeys.print_contacts import see_contacts
from landfast.journeys.see_network import Network, find_new_member, see_network
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.network import actions
from landfast.network.rules import usual_sphere, words_of_member, words_of_relation
from landfast.network.rules.helped import Helped
from landfast.paper.contacts import render as render_contacts
from landfast.people.queries import EmploymentRow
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.network import present
from landfast.web.network.forms import MemberForm, NearForm, NewMemberForm
from landfast.web.pages import page, pdf, to
from landfast.web.parts.shapes import Link
from landfast.web.sharing.present import signed
from landfast.web.spoken import named
from landfast.web.typed import SEEN
from landfast.web.uploads import takes_file

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
def network(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Netværket: the citizen in the middle, people by sphere, the closest first."""
    seen = see_network(actor_of(request), course_id)
    return page(request, "network/network.html", present.network(seen), partial="map")


@require_GET
def contacts_pdf(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Whom to ring, on a sheet of paper."""
    return pdf(
        render_contacts(see_contacts(actor_of(request), course_id), today()), "kontakter.pdf"
    )


@require_GET
def find_member(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Look for an employee to bring into the team."""
    words = request.GET.get("q", "")[:100]
    seen = find_new_member(actor_of(request), course_id, words=words)
    there = [
        (present.found_person(row), to("add_member", course_id, row.person.id))
        for row in seen.found
    ]
    context = {
        "course_id": course_id, "citizen": seen.network.citizen, "q": words, "found": there,
    }  # fmt: skip
    return page(request, "network/find.html", context)


@takes_file
@FORM
def add_member(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody joins the team, or the citizen said no."""
    actor = actor_of(request)
    seen = find_new_member(actor, course_id, person_id=person_id)
    picked = seen.picked
    if picked is None:
        raise NotFound
    first = present.first_values(picked, usual_sphere(picked.role))
    no = team_no(course_id, person_id)
    form = NewMemberForm(no, request.POST or None, request.FILES or None, initial=first)

    def thanked(_none: None) -> HttpResponse:
        said = _("Nejet er skrevet ned.") if form.is_no else _("Personen er med i teamet.")
        return thank(request, said, "network", course_id)

    return form_page(
        request, form, lambda: _answer(request, course_id, picked, form), then=thanked,
        template="network/form.html", submit=_("Gem borgerens svar"),
        heading=_("Tag %(name)s med i teamet") % {"name": picked.person.name},
        lede=f"{picked.title or named(picked.role_name)}, {picked.unit}", **_around(seen.network),
    )  # fmt: skip


def _answer(
    request: HttpRequest, course_id: UUID, picked: EmploymentRow, form: NewMemberForm
) -> None:
    actor, person = actor_of(request), PersonId(picked.person.id)
    if form.is_no:
        consent.refuse(actor=actor, course_id=course_id, recipient=person, **form.refusal())
        return
    actions.add_member(
        actor=actor, course_id=course_id, person_id=person, role=picked.role, **form.facts()
    )  # fmt: skip


@FORM
@offers(actions.change_member)
def change_member(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """What a member is in for, and where she stands."""
    actor = actor_of(request)
    seen = see_network(actor, course_id)
    member = seen.member(member_id)
    written = [name for name in MemberForm.base_fields if name != SEEN]
    form = MemberForm(
        request.POST or None, initial={name: getattr(member, name) for name in written}
    )
    form.meet(words_of_member(member.helps_with, member.call_when, member.mandate))
    return form_page(
        request, form,
        lambda: actions.change_member(
            actor=actor, course_id=course_id, member_id=member_id, seen=form.was_seen,
            **form.facts(),
        ),
        then=lambda _none: thank(request, _("Det er gemt."), "network", course_id),
        template="network/form.html", heading=_("Ret %(name)s") % {"name": member.name},
        submit=_("Gem ændringen"), end_url=to("end_member", course_id, member_id),
        paper=signed(paper_of(course_id, member.person_id)),
        leaving=Link(
            _("%(name)s stopper: fortæl det i god tid") % {"name": member.name},
            to("announce_leaving", course_id, member_id),
        ),
        end_label=_("Tag %(name)s ud af teamet") % {"name": member.name},
        end_note=_("Personen kan ikke længere læse med. Det virker med det samme."),
        **_around(seen),
    )  # fmt: skip


@require_POST
def end_member(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """A member leaves the team."""
    actions.end_member(actor=actor_of(request), course_id=course_id, member_id=member_id)
    said = _("Personen er ude af teamet og kan ikke læse med mere.")
    return thank(request, said, "network", course_id)


@FORM
@offers(actions.add_relation)
def add_relation(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen names somebody."""
    actor = actor_of(request)
    seen = see_network(actor, course_id)
    form = NearForm(request.POST or None, initial={"closeness": "close", "how": Helped.TOGETHER})
    return form_page(
        request, form,
        lambda: actions.add_relation(actor=actor, course_id=course_id, named=form.named()),
        then=lambda _id: thank(request, _("Personen står nu på kortet."), "network", course_id),
        template="network/form.html", heading=_("En, som borgeren nævner"),
        submit=_("Sæt personen på kortet"), **_around(seen),
    )  # fmt: skip


@FORM
@offers(actions.change_relation)
def change_relation(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Change or move somebody the citizen has named."""
    actor = actor_of(request)
    seen = see_network(actor, course_id)
    relation = seen.relation(relation_id)
    written = [name for name in NearForm.base_fields if name not in {"how", SEEN}]
    first = {name: getattr(relation, name) for name in written} | {"how": Helped.TOGETHER}
    form = NearForm(request.POST or None, initial=first)
    form.meet(words_of_relation(relation.name, relation.is_to_me, relation.phone, relation.note))
    return form_page(
        request, form,
        lambda: actions.change_relation(
            actor=actor, course_id=course_id, relation_id=relation_id, named=form.named(),
            seen=form.was_seen,
        ),
        then=lambda _none: thank(request, _("Det er gemt."), "network", course_id),
        template="network/form.html", heading=_("Ret %(name)s") % {"name": relation.name},
        submit=_("Gem ændringen"),
        end_url=to("remove_relation", course_id, relation_id),
        end_label=_("Tag %(name)s af kortet") % {"name": relation.name},
        end_note=_("Læser personen for borgeren, stopper det også."), **_around(seen),
    )  # fmt: skip


@require_POST
def remove_relation(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """Take somebody off the map."""
    actions.remove_relation(actor=actor_of(request), course_id=course_id, relation_id=relation_id)
    return thank(request, _("Personen er taget af kortet."), "network", course_id)


def _around(seen: Network) -> dict[str, Any]:
    """Who can read it, and the way back."""
    return {
        "readers": present.readers(seen),
        "cancel": Link(_("Gå tilbage"), to("network", seen.course_id)),
    }
