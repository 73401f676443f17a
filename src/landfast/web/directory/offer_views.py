"""Det kan du få hjælp til: what there is, found in plain words. Open to strangers too (J2)."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from landfast.directory.queries.offers import OfferRow
from landfast.directory.rules.offers import WAYS_IN, is_fresh
from landfast.journeys.find_offers import Asked, find_offers
from landfast.kernel.clock import today
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.web.doors import public, visitor_of
from landfast.web.pages import page, to

AREAS = [
    ("", gettext_lazy("Alt")),
    *((area.value, gettext_lazy(name)) for area, name in NEED_NAMES.items()),
]


class SearchForm(forms.Form):
    """A question in one's own words; each part may be left open."""

    q = forms.CharField(
        label=gettext_lazy("Hvad leder du efter?"), max_length=100, required=False,
        help_text=gettext_lazy("Skriv et par ord. For eksempel: mad og nogen at tale med."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    emne = forms.ChoiceField(
        label=gettext_lazy("Hvad handler det om?"), choices=AREAS, required=False
    )
    indlagt = forms.BooleanField(
        label=gettext_lazy("Kun det, jeg kan få, mens jeg er indlagt"), required=False
    )

    def asked(self) -> Asked:
        """What was asked; a word that is none of the page's own asks nothing."""
        self.is_valid()
        said = self.cleaned_data
        area = said.get("emne")
        return Asked(said.get("q", ""), NeedArea(area) if area else None, bool(said.get("indlagt")))


@public
@require_GET
def offers(request: HttpRequest) -> HttpResponse:
    """What there is: all of it, or what answers a question."""
    form = SearchForm(request.GET)
    asked = form.asked()
    found = find_offers(visitor_of(request), asked)
    rows = [card(row, found.course_id) for row in found.rows]
    context = {"form": form, "rows": rows, "is_asked": asked != Asked()}
    return page(request, "directory/offers.html", context)


def card(row: OfferRow, course_id: UUID | None) -> dict[str, Any]:
    """One offer, in words; and the way to write it down as a wish, for who has a course."""
    wish = f"{to('add_my_wish', course_id)}?tilbud={row.id}" if course_id else ""
    return {
        "row": row, "way_in": _(WAYS_IN[row.offer.way_in]), "wait": waits(row.offer.wait_weeks),
        "is_fresh": is_fresh(row.checked_on, today()), "wish_url": wish,
    }  # fmt: skip


def waits(weeks: int | None) -> str:
    """How long one waits, or nothing when nobody knows."""
    if weeks is None:
        return ""
    if not weeks:
        return _("Du skal ikke vente.")
    return ngettext("Du venter cirka %(weeks)s uge.", "Du venter cirka %(weeks)s uger.", weeks) % {
        "weeks": weeks
    }
