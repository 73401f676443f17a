"""My standing meetings, one of them, and who sits in it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.circles.actions import standing as actions
from landfast.circles.queries.inviting import my_invites
from landfast.circles.rules.kinds import Kind
from landfast.journeys import meet_in_circle as journey
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.people.queries import find_staff
from landfast.web.circles import present
from landfast.web.circles.forms import BeginForm, ChangeForm
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.meetings.present import REPLIES, state
from landfast.web.pages import page
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """Faste møder: what waits for me first."""
    actor = actor_of(request)
    seen = journey.see_desk(actor)
    answers = {row.sitting_id: state(REPLIES[row.reply]) for row in my_invites(actor)}
    context = {
        "circles": [present.circle_line(*pair, answers) for pair in seen.circles],
        "waits": [present.wait_line(row) for row in seen.waits],
        "agreements": [present.agreement_line(row, today()) for row in seen.agreements],
        "may_begin": bool(seen.begins_in),
        "late": seen.late,
    }
    return page(request, "circles/desk.html", context)


@a_form
def begin(request: HttpRequest) -> HttpResponse:
    """A leader begins a standing meeting."""
    actor = actor_of(request)
    form = BeginForm(request.POST or None, units=journey.begins_in(actor))
    return form_page(
        request, form,
        lambda: actions.begin(
            actor=actor, unit_id=UnitId(UUID(form.cleaned_data["unit"])),
            kind=Kind(form.cleaned_data["kind"]), shape=form.shape(),
        ),
        then=lambda made: thank(
            request, _("Mødet er lavet. Vælg nu, hvem der er med."), "circle_seats", made
        ),
        heading=_("Nyt fast møde"), submit=_("Lav mødet"),
        lede=_("Et møde på tværs af enheder, hvor borgeren ikke er med."),
        cancel=Link(_("Gå tilbage"), reverse("circles")),
    )  # fmt: skip


@require_GET
def circle(request: HttpRequest, circle_id: UUID) -> HttpResponse:
    """One standing meeting."""
    seen = journey.see_circle(actor_of(request), circle_id)
    context = {
        "seen": seen, "kind": present.kind_name(seen.circle.kind),
        "kind_words": present.kind_words(seen.circle.kind),
        "rhythm": present.rhythm(seen.circle),
        "carried": [present.agreement_line(row, today()) for row in seen.agenda.carried],
        "actor_id": actor_of(request).person_id,
    }  # fmt: skip
    return page(request, "circles/circle.html", context)


@a_form
def change(request: HttpRequest, circle_id: UUID) -> HttpResponse:
    """Its name, its rhythm, who leads it."""
    actor = actor_of(request)
    seen = journey.see_circle(actor, circle_id)
    row = seen.circle
    initial = {
        name: getattr(row, name) for name in
        ("name", "about", "every_weeks", "weekday", "at_clock", "minutes_long", "place")
    } | {"leader": str(row.leader_id)}  # fmt: skip
    form = ChangeForm(request.POST or None, seats=seen.seats, initial=initial)
    return form_page(
        request, form,
        lambda: actions.change(
            actor=actor, circle_id=circle_id, shape=form.shape(),
            leader=PersonId(UUID(form.cleaned_data["leader"])),
        ),
        then=lambda _none: thank(request, _("Mødet er rettet."), "circle", circle_id),
        heading=_("Ret %(name)s") % {"name": row.name}, submit=_("Gem mødet"),
        cancel=Link(_("Gå tilbage"), reverse("circle", args=[circle_id])),
    )  # fmt: skip


@require_POST
def end(request: HttpRequest, circle_id: UUID) -> HttpResponse:
    """It meets no more."""
    actions.end(actor=actor_of(request), circle_id=circle_id)
    return thank(request, _("Mødet er slut. Det, I har aftalt, står hos enhederne."), "circles")


@a_form
def seats(request: HttpRequest, circle_id: UUID) -> HttpResponse:
    """Who sits there; find an employee, and give a seat for the unit they work in."""
    actor = actor_of(request)
    if request.method == "POST":
        person, unit = (request.POST.get(name, "") for name in ("person", "unit"))
        actions.seat(
            actor=actor, circle_id=circle_id, person_id=PersonId(present.key(person)),
            unit_id=UnitId(present.key(unit)),
        )  # fmt: skip
        return thank(request, _("Personen er med nu og får besked."), "circle_seats", circle_id)
    seen = journey.see_circle(actor, circle_id)
    words = request.GET.get("q", "")[:100].strip()
    sitting = {row.person_id for row in seen.seats}
    found = [row for row in find_staff(words) if row.person.id not in sitting] if words else []
    return page(request, "circles/seats.html", {"seen": seen, "q": words, "found": found})


@require_POST
def unseat(request: HttpRequest, circle_id: UUID, seat_id: UUID) -> HttpResponse:
    """Somebody leaves."""
    actions.unseat(actor=actor_of(request), circle_id=circle_id, seat_id=seat_id)
    return redirect("circles")
