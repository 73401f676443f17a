"""Who writes the minutes of a meeting beside the one who leads."""

import json
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.meetings import models
from landfast.meetings.rules import TurnKind
from landfast.meetings.rules.minutes import Line, who_said
from landfast.meetings.rules.taking import makes_draft, takes_minutes


@dataclass(frozen=True)
class OwnSeat:
    """The actor's own place at a table."""

    part: str = ""
    was_there: bool = False
    is_guest: bool = False

    @property
    def takes(self) -> bool:
        """Was she named to take the minutes, and was she there?"""
        return takes_minutes(self.part, was_there=self.was_there)

    @property
    def makes(self) -> bool:
        """Does she make the draft as well?"""
        return makes_draft(self.part, was_there=self.was_there, is_guest=self.is_guest)


def takes_now(meeting_id: UUID) -> bool:
    """May the actor write in its draft now? A guest until it has once been sent out."""
    with connection.cursor() as cursor:
        cursor.execute("select meetings_takes_minutes(%s)", [meeting_id])
        return bool(cursor.fetchone()[0])


@dataclass(frozen=True)
class GuestLog:
    """What was said at a meeting that nobody ended, for the guest who takes its minutes."""

    own_word: str
    closing: str
    themes: list[tuple[UUID, str]]
    ended: dict[UUID, str]
    """What became of each (`ThemeEnd`), where the table said so."""
    lines: list[Line]
    since_last: list[dict[str, str]]
    """What was told aloud of earlier promises: she sat there and heard it."""


def log_for_guest(meeting_id: UUID) -> GuestLog | None:
    """The log, while a draft of it is hers to make: the meeting closed itself, and has none."""
    with connection.cursor() as cursor:
        cursor.execute("select meetings_log_for_guest(%s)", [meeting_id])
        (told,) = cursor.fetchone()
    if told is None:
        return None
    log = json.loads(told) if isinstance(told, str) else told
    lines = [
        Line(UUID(theme), TurnKind(kind), text, who_said(who, TurnKind(kind), log["leader"]))
        for theme, kind, text, who in log["lines"]
    ]
    themes = [(UUID(key), words) for key, words, _ended in log["themes"]]
    ended = {UUID(key): ended for key, _words, ended in log["themes"]}
    return GuestLog(log["own"], log["closing"], themes, ended, lines, log["since"])


def own_seat(actor: Actor, meeting_id: UUID) -> OwnSeat:
    """Where the actor sits; an empty one for who does not."""
    seats = models.Participant.objects.filter(meeting_id=meeting_id, person_id=actor.person_id)
    found = seats.values_list("part", "was_there", "is_guest").first()
    return OwnSeat(found[0], bool(found[1]), found[2]) if found else OwnSeat()
