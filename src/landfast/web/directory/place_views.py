"""Lokaler og mødedage: kept by who leads the unit or keeps the organisation."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from landfast.directory import places
from landfast.directory.rules import Block, released_until
from landfast.kernel.clock import today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among, sent, thank
from landfast.web.pages import page, to
from landfast.web.spoken import weekday

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class RoomForm(forms.Form):
    """A room: its name, its house, its seats."""

    name = forms.CharField(
        label=gettext_lazy("Lokalets navn"), max_length=80,
        error_messages={"required": gettext_lazy("Skriv, hvad lokalet hedder.")},
    )  # fmt: skip
    place = forms.CharField(
        label=gettext_lazy("Hvor ligger det?"), max_length=110,
        help_text=gettext_lazy("Fx: Rådhuset, Havnegade 1"),
        error_messages={"required": gettext_lazy("Skriv, hvor lokalet ligger.")},
    )  # fmt: skip
    seats = forms.IntegerField(
        label=gettext_lazy("Pladser"), min_value=1, max_value=200,
        error_messages={"required": gettext_lazy("Skriv, hvor mange der kan sidde.")},
    )  # fmt: skip
    way = forms.IntegerField(
        label=gettext_lazy("Minutter hertil for dem, der arbejder et andet sted"), initial=15,
        min_value=0, max_value=180,
        error_messages={"required": gettext_lazy("Skriv et antal minutter.")},
    )  # fmt: skip


def _clock(label: "StrOrPromise") -> forms.TimeField:
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": gettext_lazy("Skriv et klokkeslæt, fx 9:00."),
                        "invalid": gettext_lazy("Skriv et klokkeslæt, fx 9:00.")},
    )  # fmt: skip


class DayForm(forms.Form):
    """A time of the week."""

    weekday = forms.TypedChoiceField(label=gettext_lazy("Ugedag"), coerce=int)
    opens = _clock(gettext_lazy("Fra"))
    closes = _clock(gettext_lazy("Til"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "weekday", [(day, weekday(day)) for day in range(7)])

    def block(self) -> Block:
        """As the action takes it."""
        said = self.cleaned_data
        return Block(said["weekday"], said["opens"], said["closes"])


@require_GET
def meeting_places(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The rooms of a unit and the times it keeps free."""
    return _show(request, UnitId(unit_id))


def _show(request: HttpRequest, unit_id: UnitId, **wrong: forms.Form) -> HttpResponse:
    places.require_keeper(actor_of(request), unit_id)
    unit = people.unit(unit_id)
    if unit is None:
        raise NotFound
    context: dict[str, Any] = {
        "unit": unit, "rooms": places.rooms_of(unit_id),
        "days": [(row, weekday(row.block.weekday)) for row in places.meeting_days([unit_id])],
        "released": released_until(today()), "room_form": RoomForm(), "day_form": DayForm(),
        **wrong,
    }  # fmt: skip
    drafts.keep_all(request, {
        to("add_room", unit_id): context["room_form"],
        to("add_meeting_day", unit_id): context["day_form"],
    })  # fmt: skip
    return page(request, "directory/meeting_places.html", context, status=422 if wrong else 200)


@require_POST
def add_room(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """One more room."""
    form, unit = RoomForm(request.POST), UnitId(unit_id)
    done, _room = sent(request, form, lambda: places.add_room(
        actor=actor_of(request), unit_id=unit, **form.cleaned_data
    ))  # fmt: skip
    if not done:
        return _show(request, unit, room_form=form)
    return thank(request, _("Lokalet kan nu bruges til møder."), "meeting_places", unit_id)


@require_POST
def close_room(request: HttpRequest, unit_id: UUID, room_id: UUID) -> HttpResponse:
    """No new meetings there."""
    places.close_room(actor=actor_of(request), unit_id=UnitId(unit_id), room_id=room_id)
    said = _("Lokalet bruges ikke til nye møder. De møder, der er aftalt, bliver der.")
    return thank(request, said, "meeting_places", unit_id)


@require_POST
def add_meeting_day(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """One more time of the week."""
    form, unit = DayForm(request.POST), UnitId(unit_id)
    done, _none = sent(request, form, lambda: places.add_meeting_day(
        actor=actor_of(request), unit_id=unit, block=form.block()
    ))  # fmt: skip
    if not done:
        return _show(request, unit, day_form=form)
    return thank(request, _("Mødetiden holdes fri til netværksmøder."), "meeting_places", unit_id)


@require_POST
def remove_meeting_day(request: HttpRequest, unit_id: UUID, day_id: UUID) -> HttpResponse:
    """The time is free again."""
    places.remove_meeting_day(actor=actor_of(request), unit_id=UnitId(unit_id), day_id=day_id)
    return thank(request, _("Mødetiden holdes ikke fri mere."), "meeting_places", unit_id)
