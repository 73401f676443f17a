"""Opening a course in an emergency, ending it, and reviewing it (F4)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.queries import require_staff
from landfast.consent import actions
from landfast.consent import emergencies as reads
from landfast.web.doors import SESSION_EMERGENCY, actor_of, require_step_up
from landfast.web.emergency.forms import OpenForm, ReviewForm
from landfast.web.emergency.present import line
from landfast.web.forms import did, form_page, status_of, thank
from landfast.web.pages import leave, page
from landfast.web.parts.shapes import Link


@require_GET
def emergencies(request: HttpRequest) -> HttpResponse:
    """Nødadgang: what I read in an emergency now, and what waits for my review."""
    seen = reads.emergencies(actor_of(request))
    context = {
        "mine": [line(row) for row in seen.mine],
        "waiting": [line(row) for row in seen.waiting],
        "reviewed": [line(row) for row in seen.reviewed],
        "tries": seen.tries,
    }
    return page(request, "emergency/emergencies.html", context)


@require_step_up("emergencies")
@require_http_methods(["GET", "HEAD", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """The number, the ground and the reason; a number that opens nothing is answered on the page.

    Nothing that is typed is kept as a draft: it names somebody whom the writer may not know of.
    """
    actor = actor_of(request)
    require_staff(actor)
    form = OpenForm(request.POST or None)
    if request.method == "POST":
        done, course = did(form, lambda: actions.open_emergency(actor=actor, **form.told()))
        if done and course:
            request.session[SESSION_EMERGENCY] = True
            return leave(request, "course", course)
        if done:
            form.add_error(None, _(
                "Det nummer åbner ikke noget her. Se tallene efter, eller ring til borgerens enhed."
            ))  # fmt: skip
    return page(request, "emergency/open.html", {"form": form}, status=status_of(form))


@require_POST
def end(request: HttpRequest, emergency_id: UUID) -> HttpResponse:
    """No need any more."""
    actions.end_emergency(actor=actor_of(request), emergency_id=emergency_id)
    return thank(request, _("Nødadgangen er lukket. Du kan ikke læse mere."), "emergencies")


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, emergency_id: UUID) -> HttpResponse:
    """What was read and why; was it right?"""
    actor = actor_of(request)
    row = reads.to_review(actor, emergency_id)
    form = ReviewForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.review_emergency(actor=actor, emergency_id=emergency_id, **form.told()),
        then=lambda _none: thank(
            request, _("Din afgørelse er skrevet ned. Borgeren kan læse den."), "emergencies"
        ),
        template="emergency/review.html", one=line(row), looked=reads.looked_at(emergency_id),
        heading=_("Var nødadgangen i orden?"), submit=_("Gem afgørelsen"),
        cancel=Link(_("Gå tilbage"), reverse("emergencies")),
    )  # fmt: skip
