"""Pages: the screens of a running meeting. One for the table, one for who leads, one's own.

On the table's screen stands only what is for all; no clock stands on any of them. Each asks now and
then whether something has changed, and is read and logged anew only when it has.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.access.actor import Actor
from landfast.journeys import hold_meeting as journey
from landfast.meetings.queries import acting
from landfast.meetings.rules import Answers, MeetingState, Stage
from landfast.meetings.rules.turns import is_hers
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.meetings import at_hand, present, present_room, room
from landfast.web.pages import page, to


def shown(actor: Actor, table: journey.AtTheTable) -> dict[str, Any]:
    """What the screens have in common. The turns are the leader's and the citizen's to see."""
    meeting, near = table.room.meeting, table.may_lead or actor.is_citizen
    return {
        **at_hand.acts(actor, table),
        "table": table, "meeting": meeting, "called": table.whose.called,
        "is_citizen": actor.is_citizen,
        "mark": table.mark,
        "stations": present.stations(meeting.stage, meeting.reflects),
        "stage": meeting.stage.value,
        "turn": present_room.turn(table) if near and meeting.stage is Stage.THEMES else None,
        "hand_waits": table.room.table.hand_waits,
        "proposed": present_room.proposed(table, actor.person_id),
        "follow_up": room.follow_up(table) if meeting.stage is Stage.FOLLOW_UP else [],
    }  # fmt: skip


@require_GET
def table_screen(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The screen that all look at: whose turn, themes, promises. No notes, no clock."""
    actor = actor_of(request)
    table = journey.sit_at_table(actor, course_id, meeting_id)
    if table.room.meeting.state is not MeetingState.RUNNING:
        return redirect("hold_meeting", course_id, meeting_id)
    # whose screen it is, and her own pages, are not for all
    alone: dict[str, Any] = {"nav": [], "me": None}
    return page(request, "meetings/table_screen.html", {**shown(actor, table), **alone})


@require_GET
def leader_phone(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """In the leader's hand: notes by turn, next, hands, park it, and what waits for a choice."""
    actor = actor_of(request)
    table = journey.sit_at_table(actor, course_id, meeting_id)
    if table.room.meeting.state is not MeetingState.RUNNING:
        return redirect("hold_meeting", course_id, meeting_id)
    say, context = at_hand.NoteForm(), shown(actor, table)
    drafts.keep_all(request, {to("act_in_room", course_id, meeting_id): say})
    context |= {
        **at_hand.notes(table, say),
        "room": table.room,
        "say_form": say,
        "notes": _notes(table),
        "decides": present_room.decides_choices(),
        "beside": present_room.side_by_side(table, acting.held_acts(meeting_id), is_running=True),
    }
    return page(request, "meetings/leader_phone.html", context)


def _notes(table: journey.AtTheTable) -> list[tuple[Any, str]]:
    """What was written on the theme, each with its number, the newest first."""
    theme = table.room.next.theme
    return [
        (entry, present_room.line(table.whose.called, entry.line))
        for entry in reversed(table.room.log)
        if entry.line.text and (theme is None or entry.line.theme == theme)
    ]


@require_GET
def my_room(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """My own screen: what happens now, my hand, and the promises as they are made."""
    actor = actor_of(request)
    table = journey.look_at_room(actor, course_id, meeting_id)
    meeting = table.room.meeting
    if meeting.state is MeetingState.CALLED:
        return redirect("prepare_meeting", course_id, meeting_id)
    context = {
        **shown(actor, table), "is_running": meeting.state is MeetingState.RUNNING,
        "has_word": meeting.stage is Stage.THEMES and is_hers(table.room.next),
        "hand_theme": table.room.next.theme or "",
        "listens": meeting.answers is Answers.NOT_TODAY,
        "when": _when(meeting.answers),
    }  # fmt: skip
    return page(request, "meetings/my_room.html", context)


def _when(answers: Answers) -> list[tuple[str, str, bool]]:
    """When she wants the word offered, and which of them stands."""
    said = {
        Answers.AFTER_EACH: _("Efter hver"), Answers.AFTER_ROUND: _("Når alle har talt"),
        Answers.BY_HAND: _("Når jeg rækker hånden op"), Answers.NOT_TODAY: _("Ikke i dag"),
    }  # fmt: skip
    return [(one.value, words, one is answers) for one, words in said.items()]


@require_GET
def room_mark(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Has something changed? The mark says nothing of what: no look, and nothing is read."""
    del request, course_id
    return HttpResponse(acting.room_mark(meeting_id), content_type="text/plain")
