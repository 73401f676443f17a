"""How it went, said in one touch by the citizen, or by who sits beside her (decisions/)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from landfast.plan import actions
from landfast.plan.rules.words import Went
from landfast.web.doors import actor_of
from landfast.web.forms import form_page
from landfast.web.parts.shapes import Link
from landfast.web.plan.forms import OwnWordForm
from landfast.web.plan.hers_forms import WentForm
from landfast.web.plan.onward import onward

_THANKS = {
    Went.HAPPENED: gettext_lazy("Tak. Dit ord står nu ved aftalen."),
    Went.NOT: gettext_lazy("Tak, fordi du siger det. Din koordinator kan se det nu."),
    Went.OTHERWISE: gettext_lazy("Tak. Dit ord står nu ved aftalen."),
}


@require_POST
def say_went(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """One touch; what it says it is, and words when she likes."""
    actor = actor_of(request)
    form = WentForm(request.POST, is_citizen=actor.is_citizen)

    def thanked(_none: None) -> HttpResponse:
        went = Went(form.cleaned_data["went"])
        said = str(_THANKS[went]) if actor.is_citizen else _("Borgerens ord står nu ved aftalen.")
        return onward(request, "agreement", course_id, agreement_id, said=said)

    return form_page(
        request, form,
        lambda: actions.say_went(
            actor=actor, agreement_id=agreement_id, went=Went(form.cleaned_data["went"]),
            words=form.cleaned_data["words"], citizen_said_so=form.said_so,
        ),
        then=thanked, template="form_page_both.html", heading=_("Hvordan gik det?"),
        submit=_("Gem svaret"), cancel=_back(course_id, agreement_id),
    )  # fmt: skip


@require_POST
def take_back_went(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Her word is taken back in one touch."""
    actor = actor_of(request)
    form = OwnWordForm(request.POST, is_citizen=actor.is_citizen)
    return form_page(
        request, form,
        lambda: actions.take_back_went(
            actor=actor, agreement_id=agreement_id, citizen_said_so=form.said_so
        ),
        then=lambda _none: onward(
            request, "agreement", course_id, agreement_id, said=_("Ordet er taget tilbage.")
        ),
        template="form_page_both.html", heading=_("Tag ordet tilbage"),
        submit=_("Tag ordet tilbage"), cancel=_back(course_id, agreement_id),
    )  # fmt: skip


def _back(course_id: UUID, agreement_id: UUID) -> Link:
    return Link(_("Tilbage til aftalen"), reverse("agreement", args=[course_id, agreement_id]))
