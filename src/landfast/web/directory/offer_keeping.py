"""Tilbud: what citizens can get here, kept by who leads the unit or keeps the organisation (J2)."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.directory.actions import offers as actions
from landfast.directory.places import require_keeper
from landfast.directory.queries.offers import open_offers
from landfast.directory.rules.offers import (
    DOES_MAX,
    NAME_MAX,
    PLACE_MAX,
    WAYS_IN,
    WEEKS_MAX,
    Offer,
    WayIn,
    is_fresh,
    offer_as_seen,
)
from landfast.kernel.clock import today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.queries import UnitRow
from landfast.programmes.rules import NEED_NAMES
from landfast.web.directory.offer_views import waits
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link

FORM = require_http_methods(["GET", "HEAD", "POST"])
WEEKS = gettext_lazy("Skriv et antal uger mellem 0 og 104.")


class OfferForm(forms.Form):
    """What one can get, in words for somebody who has never heard of it."""

    name = forms.CharField(
        label=gettext_lazy("Hvad hedder tilbuddet?"), max_length=NAME_MAX,
        error_messages={"required": gettext_lazy("Skriv, hvad tilbuddet hedder.")},
    )  # fmt: skip
    does = forms.CharField(
        label=gettext_lazy("Hvad får man?"), max_length=DOES_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Korte sætninger. Skriv »du«."),
        error_messages={"required": gettext_lazy("Skriv, hvad man får.")},
    )  # fmt: skip
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("Hvad handler det om?"), widget=forms.CheckboxSelectMultiple,
        choices=[(area.value, gettext_lazy(name)) for area, name in NEED_NAMES.items()],
        error_messages={"required": gettext_lazy("Vælg mindst ét emne.")},
    )  # fmt: skip
    way_in = forms.ChoiceField(
        label=gettext_lazy("Hvordan kommer man ind?"), widget=forms.RadioSelect,
        choices=[(way.value, gettext_lazy(words)) for way, words in WAYS_IN.items()],
        error_messages={"required": gettext_lazy("Vælg, hvordan man kommer ind.")},
    )  # fmt: skip
    while_admitted = forms.BooleanField(
        label=gettext_lazy("Man kan få det, mens man er indlagt"), required=False
    )
    place = forms.CharField(
        label=gettext_lazy("Hvor er det?"), max_length=PLACE_MAX, required=False
    )
    phone = forms.CharField(
        label=gettext_lazy("Nummer"), max_length=20, required=False,
        help_text=gettext_lazy("Lad feltet stå tomt, hvis det er enhedens eget."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )  # fmt: skip
    wait_weeks = forms.IntegerField(
        label=gettext_lazy("Hvor mange uger venter man?"), required=False,
        min_value=0, max_value=WEEKS_MAX,
        help_text=gettext_lazy("0, hvis man ikke venter. Lad feltet stå tomt, hvis ingen ved det."),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), WEEKS),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def offer(self) -> Offer:
        """As the action takes it."""
        said = self.cleaned_data
        return Offer(
            said["name"], said["does"], frozenset(said["needs"]), WayIn(said["way_in"]),
            said["place"], said["phone"], said["while_admitted"], said["wait_weeks"],
        )  # fmt: skip


@require_GET
def kept_offers(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """What this unit offers, and what nobody has looked at for long."""
    unit = _kept(request, unit_id)
    rows = [
        (row, is_fresh(row.checked_on, today()), waits(row.offer.wait_weeks))
        for row in open_offers(unit_id)
    ]
    return page(request, "directory/kept_offers.html", {"unit": unit, "rows": rows})


@FORM
def add_offer(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """One more."""
    unit, actor = _kept(request, unit_id), actor_of(request)
    form = OfferForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.add_offer(actor=actor, unit_id=unit.id, offer=form.offer()),
        then=lambda _id: thank(request, _("Borgere kan nu finde det."), "kept_offers", unit_id),
        heading=_("Nyt tilbud"), submit=_("Gem tilbuddet"), **_around(unit),
    )  # fmt: skip


@FORM
def change_offer(request: HttpRequest, unit_id: UUID, offer_id: UUID) -> HttpResponse:
    """Other words, another wait."""
    unit, actor = _kept(request, unit_id), actor_of(request)
    stands = next((row.offer for row in open_offers(unit_id) if row.id == offer_id), None)
    if stands is None:
        raise NotFound
    form = OfferForm(request.POST or None, initial=_initial(stands))
    return form_page(
        request, form,
        lambda: actions.change_offer(
            actor=actor, unit_id=unit.id, offer_id=offer_id, offer=form.offer(),
            seen=form.cleaned_data["seen"],
        ),
        then=lambda _none: thank(request, _("Det er gemt."), "kept_offers", unit_id),
        heading=_("Ret %(name)s") % {"name": stands.name}, submit=_("Gem tilbuddet"),
        **_around(unit),
    )  # fmt: skip


@require_POST
def confirm_offer(request: HttpRequest, unit_id: UUID, offer_id: UUID) -> HttpResponse:
    """It still holds."""
    actions.confirm_offer(actor=actor_of(request), unit_id=UnitId(unit_id), offer_id=offer_id)
    return thank(request, _("Tak. Dagen i dag står ved det."), "kept_offers", unit_id)


@require_POST
def close_offer(request: HttpRequest, unit_id: UUID, offer_id: UUID) -> HttpResponse:
    """It is not there any more."""
    actions.close_offer(actor=actor_of(request), unit_id=UnitId(unit_id), offer_id=offer_id)
    return thank(request, _("Tilbuddet er taget af listen."), "kept_offers", unit_id)


def _kept(request: HttpRequest, unit_id: UUID) -> UnitRow:
    require_keeper(actor_of(request), UnitId(unit_id))
    unit = people.unit(unit_id)
    if unit is None:
        raise NotFound
    return unit


def _initial(offer: Offer) -> dict[str, Any]:
    return {
        "name": offer.name, "does": offer.does, "needs": sorted(offer.needs),
        "way_in": offer.way_in.value, "place": offer.place, "phone": offer.phone,
        "while_admitted": offer.while_admitted, "wait_weeks": offer.wait_weeks,
        "seen": offer_as_seen(offer),
    }  # fmt: skip


def _around(unit: UnitRow) -> dict[str, Any]:
    return {
        "lede": _("Borgere, pårørende og alle andre kan læse det."),
        "cancel": Link(_("Gå tilbage"), to("kept_offers", unit.id)),
    }
