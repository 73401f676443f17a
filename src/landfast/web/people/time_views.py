"""Min tid: my hours, my days away, and calendars of mine that are read for when I am taken."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from landfast.journeys import my_calendars as journey
from landfast.people.calendars import CalendarRow
from landfast.people.queries import Desk
from landfast.people.rules.calendars import ADDRESS_MAX, LOGIN_MAX, Trouble
from landfast.web.doors import actor_of
from landfast.web.forms import sent, status_of, thank
from landfast.web.labels import asked
from landfast.web.pages import page
from landfast.web.parts.shapes import State
from landfast.web.spoken import hour, weekday

TROUBLE: dict[Trouble, object] = {
    Trouble.ADDRESS: gettext_lazy(
        "Adressen fører ikke til en kalender. Fjern den, og tilføj den rigtige."
    ),
    Trouble.INSIDE: gettext_lazy(
        "Adressen ligger på et lukket net. Spørg jeres it-afdeling."
    ),
    Trouble.NO_ANSWER: gettext_lazy(
        "Kalenderen svarer ikke. Vi prøver igen om et kvarter."
    ),
    Trouble.NOT_LET_IN: gettext_lazy(
        "Kalenderen lukkede os ikke ind. Fjern den, og tilføj den igen."
    ),
    Trouble.ELSEWHERE: gettext_lazy(
        "Kalenderen er flyttet. Fjern den, og tilføj den nye adresse."
    ),
    Trouble.TOO_LARGE: gettext_lazy(
        "Kalenderen er for stor. Del en mindre kalender med Landfast."
    ),
    Trouble.TOO_SLOW: gettext_lazy(
        "Kalenderen svarede for langsomt. Vi prøver igen om et kvarter."
    ),
    Trouble.UNREADABLE: gettext_lazy(
        "Der ligger ikke en kalender, vi kan læse. Se efter i adressen."
    ),
    Trouble.LOST: gettext_lazy(
        "Vi kan ikke læse adressen mere. Fjern kalenderen, og tilføj den igen."
    ),
}  # fmt: skip
"""What the owner of a calendar can do about it."""


class CalendarForm(forms.Form):
    """Where a calendar lies, and how one comes in when it is locked."""

    address = forms.CharField(
        label=gettext_lazy("Kalenderens adresse"), max_length=ADDRESS_MAX,
        help_text=gettext_lazy(
            "I dit kalenderprogram hedder den fx ICS-link eller iCal-adresse. Vælg den, der kun "
            "viser, hvornår du er optaget, hvis du kan."
        ),
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "autocapitalize": "none",
                   "spellcheck": "false"}
        ),
        error_messages={"required": gettext_lazy("Skriv adressen på din kalender.")},
    )  # fmt: skip
    login = asked(
        forms.CharField(
            label=gettext_lazy("Brugernavn"), max_length=LOGIN_MAX, required=False,
            help_text=gettext_lazy("Kun til en CalDAV-kalender, der er låst."),
            widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        )
    )  # fmt: skip
    password = asked(
        forms.CharField(
            label=gettext_lazy("Adgangskode"), max_length=LOGIN_MAX, required=False, strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        )
    )  # fmt: skip


@dataclass(frozen=True)
class CalendarText:
    """A calendar as its owner reads it."""

    row: CalendarRow
    state: State
    trouble: object


@dataclass(frozen=True)
class Shift:
    """The hours of one employment, day by day."""

    unit: str
    days: list[tuple[str, str]]


@require_http_methods(["GET", "HEAD", "POST"])
def my_time(request: HttpRequest) -> HttpResponse:
    """What a planner knows of my time; a calendar of mine is added here."""
    actor, form = actor_of(request), CalendarForm(request.POST or None)
    if request.method == "POST":
        done, _row = sent(
            request, form, lambda: journey.add_calendar(actor=actor, **form.cleaned_data)
        )
        if done:
            said = _("Kalenderen er tilføjet. Vi læser den om et øjeblik.")
            return thank(request, said, "my_time")
    seen = journey.look_at_my_time(actor)
    context = {
        "form": form, "shifts": [_shift(desk) for desk in seen.desks], "away": seen.away,
        "taken": seen.taken, "calendars": [_calendar(row) for row in seen.calendars],
    }  # fmt: skip
    return page(request, "people/my_time.html", context, status=status_of(form))


@require_POST
def remove_calendar(request: HttpRequest, calendar_id: UUID) -> HttpResponse:
    """It is read no longer."""
    journey.remove_calendar(actor=actor_of(request), calendar_id=calendar_id)
    said = _("Kalenderen er fjernet. Vi har glemt, hvornår du er optaget i den.")
    return thank(request, said, "my_time")


def _calendar(row: CalendarRow) -> CalendarText:
    if row.trouble:
        return CalendarText(row, State("due", _("Kan ikke læses")), TROUBLE[row.trouble])
    if row.good_at is None:
        return CalendarText(row, State("waiting", _("Læses om et øjeblik")), "")
    return CalendarText(row, State("open", _("Læses hvert kvarter")), "")


def _shift(desk: Desk) -> Shift:
    days = [
        (weekday(one.weekday), f"{hour(one.opens)}–{hour(one.closes)}")
        for one in sorted(desk.hours, key=lambda one: one.weekday)
    ]
    return Shift(desk.row.unit, days)
