"""The relay log (stafetlog) on screen and on paper: to the citizen in kind words, to the team."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from landfast.access.rules import LookKind
from landfast.insight.relay_log import see_relay
from landfast.kernel.clock import today
from landfast.paper import words
from landfast.paper.relay import render, tell
from landfast.programmes.rules import NeedArea
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among
from landfast.web.pages import page, pdf


class AreaForm(forms.Form):
    """Which part of life the acts are about."""

    emne = forms.ChoiceField(label=gettext_lazy("Emne"), required=False)


@require_GET
def relay(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Who had the threads, what was open when they changed hands, and who did what."""
    actor = actor_of(request)
    seen = see_relay(actor, course_id)
    areas = [
        (area.value, words.area_name(area, to_citizen=actor.is_citizen))
        for area in NeedArea
        if area in seen.relay.areas
    ]
    form = AreaForm(request.GET)
    choose_among(form, "emne", areas)
    wanted = form.cleaned_data["emne"] if form.is_valid() else ""
    context = {
        "told": tell(
            seen, to_citizen=actor.is_citizen, area=NeedArea(wanted) if wanted else None
        ),
        "course_id": course_id, "is_citizen": actor.is_citizen, "areas": areas, "wanted": wanted,
    }  # fmt: skip
    return page(request, "insight/relay.html", context)


@require_GET
def relay_pdf(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The same on paper; the look is logged as a print."""
    actor = actor_of(request)
    seen = see_relay(actor, course_id, LookKind.PRINT)
    return pdf(render(tell(seen, to_citizen=actor.is_citizen), today()), "stafetlog.pdf")
