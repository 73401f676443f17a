"""An empty seat, answered by the citizen and written down by who sits beside her (B4)."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from landfast.journeys.empty_seats import answer_seat
from landfast.journeys.see_network import see_network
from landfast.kernel.refusals import NotFound
from landfast.network import actions
from landfast.network.rules import SEAT_ANSWERS
from landfast.people.rules import role_name
from landfast.programmes.rules import NEED_NAMES
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.mine.seat_words import roles_beside
from landfast.web.parts.shapes import Link
from landfast.web.plan.forms import OwnWordForm
from landfast.web.spoken import named


class SeatForm(OwnWordForm):
    """One of her four answers."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Hvad siger borgeren?"), widget=forms.RadioSelect,
        choices=[(key.value, gettext_lazy(word)) for key, word in SEAT_ANSWERS.items()],
    )  # fmt: skip
    field_order = ("answer", "citizen_said_so")


@require_http_methods(["GET", "HEAD", "POST"])
@offers(actions.answer_seat)
def answer_beside(request: HttpRequest, course_id: UUID, need: str) -> HttpResponse:
    """Who could sit there, and her answer."""
    actor = actor_of(request)
    is_beside = "ved" in request.GET
    seen = see_network(actor, course_id, "Tomme pladser")
    who = {
        row.need: ", ".join(named(role_name(role)) for role in row.roles)
        for row in seen.table.empty
    }
    if is_beside:
        who = {row.who.need: roles_beside(row.who, to_her=False) for row in seen.table.beside}
    found = next((one for one in who if one.value == need), None)
    if found is None:
        raise NotFound
    form = SeatForm(request.POST or None, is_citizen=False)
    return form_page(
        request, form,
        lambda: answer_seat(
            actor=actor, course_id=course_id, need=need, answer=form.cleaned_data["answer"],
            is_beside=is_beside, citizen_said_so=form.said_so,
        ),
        then=lambda _none: thank(
            request, _("Svaret er gemt. Borgeren kan altid svare igen."),
            "network", course_id,
        ),
        heading=_("Tom plads: %(area)s") % {"area": _(NEED_NAMES[found])},
        lede=_("Spørg borgeren. Det kunne være: %(who)s.") % {"who": who[found]},
        submit=_("Gem svaret"),
        cancel=Link(_("Tilbage til netværket"), reverse("network", args=[course_id])),
    )  # fmt: skip
