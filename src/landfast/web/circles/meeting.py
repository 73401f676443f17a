"""One meeting: its time, its themes, their summaries, and its end."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.circles.actions import raising, summing
from landfast.circles.actions import standing as actions
from landfast.circles.queries.points import theme
from landfast.circles.rules.kinds import THEME_HEADINGS
from landfast.journeys import meet_in_circle as journey
from landfast.kernel.clock import now
from landfast.kernel.ids import UnitId
from landfast.paper.calendar import Entry, feed
from landfast.web.circles.forms import HeldForm, PlanForm, SummaryForm, ThemeForm
from landfast.web.circles.searching import typed
from landfast.web.circles.sitting import show_sitting
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, sent, thank
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


@a_form
def plan(request: HttpRequest, circle_id: UUID) -> HttpResponse:
    """The next meeting gets its day, or is moved."""
    actor = actor_of(request)
    seen = journey.see_circle(actor, circle_id)
    days = journey.days_offered(seen.circle, seen.seats)
    chosen = request.GET.get("dag", "")
    first = next((row for row in days if row.at.date().isoformat() == chosen), days[0])
    at = seen.sitting.starts_at if seen.sitting and not chosen else first.at
    place = seen.sitting.place if seen.sitting else seen.circle.place
    form = PlanForm(request.POST or None, initial={"starts_at": at, "place": place})
    return form_page(
        request, form,
        lambda: actions.plan(actor=actor, circle_id=circle_id, **form.cleaned_data),
        then=lambda made: thank(
            request, _("Mødet har fået sin tid. De andre får besked."), "sitting", made
        ),
        template="circles/plan.html", days=days, seen=seen,
        heading=_("Hvornår er næste møde?"), submit=_("Gem tiden"),
        cancel=Link(_("Gå tilbage"), reverse("circle", args=[circle_id])),
    )  # fmt: skip


@require_POST
def cancel(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """It is not held."""
    actions.cancel(actor=actor_of(request), sitting_id=sitting_id)
    return thank(request, _("Mødet er aflyst. Punkterne venter til næste gang."), "circles")


@require_POST
def hold(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """It is over."""
    there = request.POST.getlist("was_there")
    actor, form = actor_of(request), HeldForm(request.POST)
    done, _none = sent(
        request, form,
        lambda: actions.hold(
            actor=actor, sitting_id=sitting_id, was_there=there, guests=form.cleaned_data["guests"]
        ),
    )  # fmt: skip
    if not done:
        return show_sitting(request, journey.see_sitting(actor, sitting_id), held=form)
    return thank(request, _("Mødet er slut. Vælg en dag til det næste."), "sitting", sitting_id)


@require_GET
def calendar(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """The meeting for one's own calendar: a time and an address, and nobody's name."""
    row = journey.see_sitting(actor_of(request), sitting_id).sitting
    link = request.build_absolute_uri(reverse("sitting", args=[sitting_id]))
    entry = Entry(
        f"{row.id}@landfast", row.starts_at, row.minutes_long, link, row.sequence,
        row.state == "cancelled",
    )  # fmt: skip
    return HttpResponse(
        feed([entry], now()), content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="moede.ics"'},
    )  # fmt: skip


@a_form
def raise_theme(request: HttpRequest, circle_id: UUID) -> HttpResponse:
    """A unit raises something; what could be about a citizen is told before it is saved."""
    actor = actor_of(request)
    seen = journey.see_circle(actor, circle_id)
    found = journey.look_between(circle_id, typed(request, "text", "why"))
    form = ThemeForm(request.POST or None, units=seen.units, found=found)
    return form_page(
        request, form,
        lambda: raising.raise_theme(
            actor=actor, circle_id=circle_id, text=form.cleaned_data["text"],
            raised_from=UnitId(UUID(form.cleaned_data["raised_from"])),
            why=form.cleaned_data["why"], looked_at=form.looked(),
        ),
        then=lambda _id: thank(request, _("Det er på listen."), "circle", circle_id),
        heading=_("Tag et tema op"), submit=_("Sæt det på listen"), lede=seen.circle.name,
        cancel=Link(_("Gå tilbage"), reverse("circle", args=[circle_id])),
    )  # fmt: skip


@a_form
def sum_theme(request: HttpRequest, sitting_id: UUID, theme_id: UUID) -> HttpResponse:
    """What was said of a theme."""
    actor = actor_of(request)
    seen, row = journey.see_sitting(actor, sitting_id), theme(theme_id)
    headings = THEME_HEADINGS[seen.circle.kind]
    found = journey.look_between(seen.circle.id, typed(request, *(one.code for one in headings)))
    form = SummaryForm(
        request.POST or None, headings=headings, found=found, initial=row.summary
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: summing.sum_theme(
            actor=actor, sitting_id=sitting_id, theme_id=theme_id, said=form.said(),
            looked_at=form.looked(),
        ),
        then=lambda _none: thank(request, _("Det er skrevet ned."), "sitting", sitting_id),
        heading=row.words, lede=row.why, submit=_("Gem resumeet"),
        cancel=Link(_("Gå tilbage"), reverse("sitting", args=[sitting_id])),
    )  # fmt: skip


@require_POST
def take_back(request: HttpRequest, theme_id: UUID) -> HttpResponse:
    """It is off the list."""
    circle = theme(theme_id).circle_id
    raising.take_back_theme(actor=actor_of(request), theme_id=theme_id)
    return redirect("circle", circle)
