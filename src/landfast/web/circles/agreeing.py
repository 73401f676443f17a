"""Agreements between units: proposed, answered, done."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.circles.actions import agreeing as actions
from landfast.circles.rules.agreeing import OPEN, AgreementState
from landfast.journeys import meet_in_circle as journey
from landfast.kernel.clock import today
from landfast.web.circles import present
from landfast.web.circles.forms import AgreementForm, MoveForm, SaysForm
from landfast.web.circles.searching import typed
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


@a_form
def propose(request: HttpRequest, circle_id: UUID) -> HttpResponse:
    """Who does what by when; from a theme when the address says so."""
    actor = actor_of(request)
    seen = journey.see_circle(actor, circle_id)
    found = journey.look_between(circle_id, typed(request, "text", "follow_up"))
    form = AgreementForm(request.POST or None, seats=seen.seats, found=found)
    theme = request.GET.get("tema")
    back = (
        reverse("sitting", args=[seen.sitting.id]) if seen.sitting
        else reverse("circle", args=[circle_id])
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: actions.propose(
            actor=actor, circle_id=circle_id, proposed=form.proposed(),
            theme_id=present.key(theme) if theme else None, looked_at=form.looked(),
        ),
        then=lambda made: thank(request, _("Aftalen er skrevet ned."), "unit_agreement", made),
        heading=_("Ny aftale mellem enheder"), submit=_("Skriv aftalen"), lede=seen.circle.name,
        cancel=Link(_("Gå tilbage"), back),
    )  # fmt: skip


@a_form
def agreement(request: HttpRequest, agreement_id: UUID) -> HttpResponse:
    """One agreement; its unit answers, or says how it went."""
    actor = actor_of(request)
    seen = journey.see_agreement(actor, agreement_id)
    line = present.agreement_line(seen.row, today())
    if not (seen.is_ours and seen.row.state in OPEN):
        return page(request, "circles/agreement.html", {"line": line, "form": None})
    found = journey.look_between(seen.row.circle_id, typed(request, "because"))
    form = SaysForm(request.POST or None, state=seen.row.state, found=found)
    return form_page(
        request, form, lambda: _said(request, form, seen),
        then=lambda _none: thank(request, _("Det er skrevet ned."), "unit_agreement", agreement_id),
        template="circles/agreement.html", line=line, submit=_("Gem svaret"),
        may_move=seen.row.state is AgreementState.AGREED,
    )  # fmt: skip


def _said(request: HttpRequest, form: SaysForm, seen: journey.AgreementSeen) -> None:
    says = AgreementState(form.cleaned_data["says"])
    answers = seen.row.state is AgreementState.PROPOSED
    more = {"because": form.cleaned_data["because"], "looked_at": form.looked()}
    actor = actor_of(request)
    if answers:
        actions.answer(actor=actor, agreement_id=seen.row.id, says=says, **more)
    else:
        actions.close(actor=actor, agreement_id=seen.row.id, how=says, **more)


@a_form
def move(request: HttpRequest, agreement_id: UUID) -> HttpResponse:
    """A new day."""
    actor = actor_of(request)
    seen = journey.see_agreement(actor, agreement_id)
    form = MoveForm(request.POST or None, initial={"due_on": seen.row.due_on})
    return form_page(
        request, form,
        lambda: actions.move(actor=actor, agreement_id=agreement_id, **form.cleaned_data),
        then=lambda _none: thank(request, _("Dagen er flyttet."), "unit_agreement", agreement_id),
        heading=_("En ny dag"), lede=seen.row.text, submit=_("Flyt dagen"),
        cancel=Link(_("Gå tilbage"), reverse("unit_agreement", args=[agreement_id])),
    )  # fmt: skip
