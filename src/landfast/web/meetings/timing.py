"""Find en tid: three proposals, what each costs whom, and one touch to take one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from landfast.journeys import find_time as journey
from landfast.journeys.find_time import TimeSearch
from landfast.kernel.refusals import NotNow
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.preparing import is_open
from landfast.meetings.rules.timing import DayPart, Proposal, TimeWish
from landfast.meetings.scheduling.shapes import Cost
from landfast.meetings.scheduling.weighing import CITIZEN
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among, sent
from landfast.web.meetings.frame_form import seen_now
from landfast.web.no_time import why_no_time
from landfast.web.pages import page, to
from landfast.web.spoken import clock, day, genitive, weekday

PARTS: dict[DayPart, object] = {
    DayPart.MORNING: gettext_lazy("Morgen og formiddag (8–11)"),
    DayPart.MIDDAY: gettext_lazy("Midt på dagen (11–14)"),
    DayPart.AFTERNOON: gettext_lazy("Eftermiddag (14–17)"),
    DayPart.EVENING: gettext_lazy("Aften (17–21)"),
}


class WishForm(forms.Form):
    """When and where she would rather meet. Everything may be left open."""

    parts = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Hvornår på dagen?"), required=False, coerce=DayPart,
        choices=[(part.value, said) for part, said in PARTS.items()],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Kun på de her dage"), required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    avoids = forms.MultipleChoiceField(
        label=gettext_lazy("Ikke her"), required=False, widget=forms.CheckboxSelectMultiple
    )
    first = forms.DateField(label=gettext_lazy("Tidligst"), required=False, widget=forms.DateInput)
    last = forms.DateField(label=gettext_lazy("Senest"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, houses: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "weekdays", [(one, weekday(one)) for one in range(5)])
        choose_among(self, "avoids", [(one, one) for one in houses])
        if not houses:
            del self.fields["avoids"]

    def wish(self) -> TimeWish:
        """As the action takes it."""
        said = self.cleaned_data
        return TimeWish(
            said["first"], said["last"], tuple(said["parts"]), tuple(said["weekdays"]),
            tuple(said.get("avoids", ())),
        )  # fmt: skip


@dataclass(frozen=True)
class Offer:
    """A proposal as it is read: what it is, who comes, and what it costs whom."""

    key: str
    day: str
    at: str
    place: str
    coming: list[str]
    parts: list[str]
    costs: list[str]


@require_GET
def find_time(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The three best times."""
    return _show(request, course_id, meeting_id)


def _show(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, form: WishForm | None = None,
    taken: str = "",
) -> HttpResponse:  # fmt: skip
    actor = actor_of(request)
    seen = journey.look_for_time(actor, course_id, meeting_id)
    context: dict[str, Any] = {
        "seen": seen, "meeting": seen.meeting, "is_citizen": actor.is_citizen,
        "offers": [_offer(one, seen, actor.is_citizen) for one in seen.found.proposals],
        "why_none": _why_none(seen),
        "unknown": [seen.search.names[one] for one in seen.found.unknown],
        "form": form or _wish_form(seen), "taken": taken,
        "is_open": is_open(seen.meeting.state) and seen.may_choose,
        "is_called": seen.meeting.state is MeetingState.CALLED,
        "shown": seen_now(seen.meeting),
    }  # fmt: skip
    drafts.keep_all(request, {to("say_time_wish", course_id, meeting_id): context["form"]})
    status = 422 if form else 409 if taken else 200
    return page(request, "meetings/find_time.html", context, status=status)


def _wish_form(seen: TimeSearch, data: Any = None) -> WishForm:
    wish = seen.search.facts.wish
    stands = {"first": wish.first, "last": wish.last, "parts": [one.value for one in wish.parts],
              "weekdays": list(wish.weekdays), "avoids": list(wish.avoids)}  # fmt: skip
    return WishForm(data, initial=stands, houses=seen.search.houses)


@require_POST
def say_wish(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """When and where she would rather meet; the proposals follow."""
    actor = actor_of(request)
    form = _wish_form(journey.look_for_time(actor, course_id, meeting_id), request.POST)
    done, _none = sent(
        request, form,
        lambda: journey.say_wish(actor=actor, meeting_id=meeting_id, wish=form.wish()),
    )  # fmt: skip
    if not done:
        return _show(request, course_id, meeting_id, form)
    return redirect("find_time", course_id, meeting_id)


@require_POST
def choose_time(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """One of them is taken."""
    try:
        chosen = journey.choose_time(
            actor=actor_of(request), course_id=course_id, meeting_id=meeting_id,
            key=request.POST.get("key", "")[:200], seen=request.POST.get("seen", ""),
        )  # fmt: skip
    except NotNow as refusal:
        return _show(request, course_id, meeting_id, taken=refusal.said(_))
    said = _("Mødet er %(day)s %(clock)s.")
    when = {"day": day(chosen.starts), "clock": clock(chosen.starts)}
    messages.success(request, said % when)
    return redirect("prepare_meeting", course_id, meeting_id)


def _offer(one: Proposal, seen: TimeSearch, is_citizen: bool) -> Offer:
    names, facts = seen.search.names, seen.search.facts
    room = seen.search.rooms.get(one.room or "")
    must = [who.id for who in facts.attendees if who.must]
    chosen = [(part, who) for part, several in one.seats.items() for who in several]
    coming = dict.fromkeys([*must, *(who for _part, who in chosen), *one.coming])
    return Offer(
        one.key, day(one.starts), clock(one.starts), room.called if room else one.place,
        [names[who] for who in coming],
        [_("%(name)s lytter og reflekterer.") % {"name": names[who]} for _part, who in chosen],
        [said for cost in one.costs if (said := _cost(cost, seen, is_citizen))],
    )  # fmt: skip


def _cost(cost: Cost, seen: TimeSearch, is_citizen: bool) -> str:
    """What it costs whom, as one says it. A day more or less stands in the date itself."""
    name = seen.whose.called if cost.whom == CITIZEN else seen.search.names.get(cost.whom, "")
    said = {
        "not_liked": _("Det er ikke det tidspunkt, du helst vil.") if is_citizen
        else _("Det er ikke det tidspunkt, %(name)s helst vil."),
        "other_place": _("Det er ikke det sted, du helst vil.") if is_citizen
        else _("Det er ikke det sted, %(name)s helst vil."),
        "off_meeting_day": _("Det ligger uden for %(whose)s faste mødetid."),
        "not_coming_duty": _("%(name)s kan ikke og skal sende en afløser."),
        "not_coming": _("%(name)s kan ikke komme."),
    }.get(cost.kind, "")  # fmt: skip
    return said % {"name": name, "whose": genitive(name)}


def _why_none(seen: TimeSearch) -> str:
    why = seen.found.why_none
    return why_no_time(why, seen.search.names) if why else ""
