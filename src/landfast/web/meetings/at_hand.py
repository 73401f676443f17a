"""What a note by turn is written with, also without a net: on the phone and on the large page."""

import base64
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.crypto import salted_hmac

from landfast.access.actor import Actor
from landfast.journeys.hold_meeting import AtTheTable
from landfast.meetings.rules.turns import TEXT_MAX, Expected
from landfast.web.meetings import present_room


class NoteForm(forms.Form):
    """The words that are being typed: kept as a draft until they are pressed."""

    text = forms.CharField(max_length=TEXT_MAX)


def key(actor: Actor, meeting_id: UUID) -> str:
    """What seals the words that wait in one person's browser: without a login nobody gets it."""
    made = salted_hmac("meeting room", f"{actor.person_id}:{meeting_id}", algorithm="sha256")
    return base64.b64encode(made.digest()).decode("ascii")


def acts(actor: Actor, table: AtTheTable) -> dict[str, Any]:
    """What every screen needs on which something can be pressed without a net."""
    themes = present_room.themes(table)
    return {
        "key": key(actor, table.room.meeting.id),
        "act_id": uuid4(),
        "themes": themes,
        "open_themes": [one for one in themes if not one.ended],
    }


def notes(table: AtTheTable) -> dict[str, Any]:
    """Who may have said it, and who is next: without a net nobody knows what the others think."""
    now = table.room.next
    expects_her = now.expected in {Expected.CITIZEN_OPENS, Expected.CITIZEN_ANSWERS}
    return {
        "next_seat": "" if expects_her or not now.seat else str(now.seat),
        "people": [("", table.whose.called), *((str(seat), name) for seat, name in _seats(table))],
    }


def _seats(table: AtTheTable) -> list[tuple[UUID, str]]:
    """Everybody at the table but who leads."""
    there = [guest for guest in table.room.meeting.guests if guest.was_there]
    return [(one.id, one.name) for one in there if one.person_id != table.room.meeting.leader_id]
