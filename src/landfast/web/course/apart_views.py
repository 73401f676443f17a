"""Keeping a course apart, and not any more."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.apart import lift_apart
from landfast.access.rules import APART_NAMES, Apart
from landfast.journeys.keep_apart import SeenApart, keep_apart, see_apart
from landfast.kernel.ids import PersonId
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import choose_among, form_page, thank
from landfast.web.parts.shapes import Act, Link


class ApartForm(forms.Form):
    """Why, and the one leader who is to know."""

    why = forms.ChoiceField(
        label=gettext_lazy("Hvorfor?"), widget=forms.RadioSelect,
        choices=[(one.value, gettext_lazy(name)) for one, name in APART_NAMES.items()],
    )  # fmt: skip
    leader = forms.ChoiceField(
        label=gettext_lazy("Hvilken leder skal vide det?"), widget=forms.RadioSelect,
        help_text=gettext_lazy("Der skal altid være en, der kan finde en ny koordinator."),
    )  # fmt: skip

    def __init__(self, seen: SeenApart, *args: Any) -> None:
        super().__init__(*args)
        choose_among(self, "leader", [(str(one.id), one.name) for one in seen.leaders])


@require_step_up("course", keeps=True)
@require_http_methods(["GET", "HEAD", "POST"])
def apart(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Hold forløbet adskilt: who sees it afterwards, why, and which leader."""
    actor = actor_of(request)
    seen = see_apart(actor, course_id)
    form = ApartForm(seen, request.POST or None)
    return form_page(
        request, form,
        lambda: keep_apart(
            actor=actor, course_id=course_id, why=Apart(form.cleaned_data["why"]),
            leader=PersonId(UUID(form.cleaned_data["leader"])),
        ),
        then=lambda _none: thank(
            request, _("Forløbet er holdt adskilt fra nu."), "keep_apart", course_id
        ),
        template="course/apart.html", now=seen.now,
        why=_(APART_NAMES[seen.now.why]) if seen.now else "",
        names=[one.name or seen.citizen for one in seen.readers], emergencies=seen.emergencies,
        lift=Act(_("Hold det ikke adskilt mere"), reverse("lift_apart", args=[course_id]), "post"),
        submit=_("Hold forløbet adskilt"),
        cancel=Link(_("Gå tilbage"), reverse("course", args=[course_id])),
    )  # fmt: skip


@require_step_up("course")
@require_POST
def lift(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Not any more."""
    lift_apart(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Enhedens ledere kan se forløbet igen."), "keep_apart", course_id)
