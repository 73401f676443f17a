"""What the citizen asks for among her people: another coordinator, somebody in an empty seat."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.course.actions import changing, handover
from landfast.course.rules.changing import ChangeState
from landfast.journeys import empty_seats
from landfast.journeys.empty_seats import BesideRow, SeatRow
from landfast.journeys.see_my_people import MyPeople
from landfast.network.rules import SEAT_ANSWERS, Said, SeatAnswer
from landfast.people.rules import role_name
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.web.doors import actor_of
from landfast.web.mine.seat_words import roles_beside
from landfast.web.mine.seat_words import why as why_beside
from landfast.web.parts.shapes import Act, Link
from landfast.web.spoken import day, named

SEATS_SHOWN = 2
"""At most so many questions at once; the rest is folded (product, principle: calm)."""


@dataclass(frozen=True)
class SeatLine:
    """An empty seat: what it is about, why it is shown, who could sit there, her answers."""

    need: str
    why: str
    who: str
    said: str
    acts: list[Act]
    look: Link
    """Where she can read or write more about it."""


def asked(seen: MyPeople) -> dict[str, Any]:
    """What the page says of another coordinator and of empty seats."""
    empty = seen.table.empty
    lines = [_seat(seen.course.id, row) for row in empty if row.asks]
    answered = [_seat(seen.course.id, row) for row in empty if not row.asks]
    return {
        "change": _change(seen),
        "seats": lines[:SEATS_SHOWN],
        "more_seats": [*lines[SEATS_SHOWN:], *answered],
        "good_beside": [_beside(seen.course.id, row) for row in seen.table.beside],
    }


def _change(seen: MyPeople) -> dict[str, Any] | None:
    """What stands about another coordinator: the way to ask, the wait, or what came of it."""
    course, wish = seen.course, seen.change
    held = course.held.holder
    if not course.runs or held is None:
        return None
    ask = Act(
        _("Bed om en anden koordinator"), reverse("ask_for_another", args=[course.id]), "post"
    )
    if wish is None:
        return {"act": ask, "words": "", "told": ""}
    if wish.is_open:
        words = _("Du har bedt om en anden koordinator. Du får svar senest %(day)s.") % {
            "day": day(wish.answer_by)
        }
        keep = _("Jeg vil alligevel beholde %(name)s") % {"name": held.name}
        act = Act(keep, reverse("keep_my_coordinator", args=[course.id]), "post")
        until = _("%(name)s ved det og hjælper dig, til du har fået svar.") % {"name": held.name}
        return {"act": act, "words": words, "told": until}
    if wish.state is ChangeState.CHANGED:
        words = _("Svaret blev ja. %(name)s er din koordinator nu.") % {"name": held.name}
        return {"act": ask, "words": words, "told": ""}
    words = _("Svaret blev, at %(name)s bliver din koordinator.") % {"name": held.name}
    return {"act": ask, "words": words, "told": wish.words}


def _seat(course_id: UUID, row: SeatRow) -> SeatLine:
    offers = Link(_("Se, hvad der findes"), f"{reverse('offers')}?emne={row.need.value}")
    return SeatLine(
        _(NEED_NAMES[row.need]), why(row), who(row), said(row.said), _answers(course_id, row.need),
        offers,
    )  # fmt: skip


def _beside(course_id: UUID, row: BesideRow) -> SeatLine:
    need = row.who.need
    add_wish = f"{reverse('add_my_wish', args=[course_id])}?emne={need.value}"
    return SeatLine(
        _(NEED_NAMES[need]), why_beside(row.who), roles_beside(row.who, to_her=True),
        said(row.said), _answers(course_id, need, ("beside", "1")),
        Link(_("Skriv det som et ønske"), add_wish),
    )  # fmt: skip


def _answers(course_id: UUID, need: NeedArea, *more: tuple[str, str]) -> list[Act]:
    url = reverse("answer_my_seat", args=[course_id, need.value])
    return [
        Act(_(word), url, "post", (("answer", key.value), *more))
        for key, word in SEAT_ANSWERS.items()
    ]


def why(row: SeatRow) -> str:
    """Why the seat is shown, as a fact and nobody's fault."""
    if row.by_wish:
        return _("Du har skrevet et ønske om det, og ingen her arbejder med det endnu.")
    return _("Det stod i henvendelsen, og ingen her arbejder med det endnu.")


def who(row: SeatRow) -> str:
    """Who could sit there, a few of them."""
    return ", ".join(named(role_name(role)) for role in row.roles[:3])


def said(answer: Said | None) -> str:
    """What she has answered, in a sentence."""
    if answer is None:
        return ""
    words = {
        SeatAnswer.YES: _("Du har sagt ja. Din koordinator finder en, og du bestemmer igen."),
        SeatAnswer.WRITE: _("Du har sagt, at de må skrive til dig først."),
        SeatAnswer.NOT_NOW: _("Du har sagt: ikke nu."),
        SeatAnswer.NEVER: _("Du har sagt nej. Vi spørger ikke igen."),
    }
    written = _("Det er skrevet for dig. Svar selv igen, hvis det ikke passer.")
    return f"{words[answer.answer]} {written}" if answer.by_another else words[answer.answer]


@require_POST
def ask_for_another(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Ask for another coordinator in one touch."""
    changing.ask_for_another(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Vi har fået det. Du skylder ingen en forklaring."))
    return redirect("my_people")


@require_POST
def seen_new(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """She has read who her new coordinator is."""
    handover.note_seen(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Tak. Så ved vi, at du ved det."))
    return redirect("my_course")


@require_POST
def take_back(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Keep the coordinator after all."""
    changing.take_back(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Så bliver det, som det er."))
    return redirect("my_people")


@require_POST
def answer_seat(request: HttpRequest, course_id: UUID, need: str) -> HttpResponse:
    """Answer for an empty seat in one touch."""
    answer = request.POST.get("answer", "")
    empty_seats.answer_seat(
        actor=actor_of(request), course_id=course_id, need=need, answer=answer,
        is_beside="beside" in request.POST,
    )  # fmt: skip
    messages.success(request, _("Tak. Det er gemt, og du kan altid sige noget andet."))
    return redirect("my_people")
