"""What a note by turn is written with, also without a net: on the phone and on the large page."""

import base64
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.journeys.hold_meeting import AtTheTable
from landfast.meetings.rules.turns import TEXT_MAX, THE_LEADER
from landfast.meetings.rules.typed_as import ALL, HERS, whose_now
from landfast.web.meetings import present_room, whose_words


class NoteForm(forms.Form):
    """The words that are being typed, whose and about what: a draft until they are pressed."""

    text = forms.CharField(max_length=TEXT_MAX)
    seat = forms.CharField(required=False)
    theme = forms.CharField(required=False)


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


def notes(table: AtTheTable, kept: forms.Form | None = None) -> dict[str, Any]:
    """Who may have said it, and who is next: without a net nobody knows what the others think.

    Words that were kept stand under the name and the theme that they were typed under.
    """
    was = _value(kept, "seat") if _value(kept, "text") else ""
    people = {HERS: table.whose.called, **_people(table)}
    if was and was not in people:
        people[was] = whose_words.name_of(table, was)
    now = whose_now(table.room.next)
    return {
        "next_seat": was or (now if now in people else ""),
        "kept_theme": _value(kept, "theme") if was else "",
        "people": [("", _("Vælg, hvem det er")), *people.items()],
    }


def _value(kept: forms.Form | None, name: str) -> str:
    return str(kept[name].value() or "") if kept else ""


def _people(table: AtTheTable) -> dict[str, str]:
    """Everybody at the table; who leads only where she reflects too; and all of them as one."""
    leader = table.room.meeting.leader_id
    there = [one for one in table.room.meeting.guests if one.was_there and one.person_id != leader]
    reflects = THE_LEADER in table.room.table.reflectors
    leads = {str(THE_LEADER): table.room.meeting.leader} if reflects else {}
    return {**{str(one.id): one.name for one in there}, **leads, ALL: _("Alle sammen")}
