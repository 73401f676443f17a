"""A meeting of dialogue is written down afterwards: the screen is put away while people talk."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.queries import Room
from landfast.meetings.rules import TurnKind
from landfast.meetings.rules.turns import Expected, Said, to_reflect

MOST_TURNS = 60


@dataclass(frozen=True)
class Heard:
    """What was said, as one remembers it: hers, each seat's, her answer, what was agreed."""

    theme: str
    citizen: str
    seats: Mapping[UUID, str]
    answer: str
    solution: str


@journey
def write_afterwards(*, actor: Actor, meeting_id: UUID, heard: Heard) -> None:
    """The same turns in the same order as at the table, through the same gates (S000 §2.1).

    Who has no words passes; a reflection may be without words.
    """
    course_id = queries.course_of(meeting_id)
    room = queries.room(meeting_id, course_id)
    if not (heard.citizen.strip() or heard.answer.strip() or any(heard.seats.values())):
        raise Wrong("nothing_said", da("Skriv kort, hvad borgeren sagde."), "citizen")
    if room.next.theme is None:
        actions.add_theme(actor=actor, meeting_id=meeting_id, words=heard.theme)
        room = queries.room(meeting_id, course_id)
    theme = room.next.theme
    for _turn in range(MOST_TURNS):
        if theme is None or room.next.theme != theme:
            return
        said, text = _next(room, theme, heard)
        actions.say(actor=actor, meeting_id=meeting_id, seq=room.seq, said=said, text=text)
        room = queries.room(meeting_id, course_id)


def _next(room: Room, theme: UUID, heard: Heard) -> tuple[Said, str]:
    turn = room.next
    if turn.expected is Expected.CITIZEN_OPENS:
        return _or_silent(theme, TurnKind.INPUT, TurnKind.PASS, heard.citizen)
    if turn.expected is Expected.SPEAKER and turn.seat:
        words = heard.seats.get(turn.seat, "")
        return _or_silent(theme, TurnKind.INPUT, TurnKind.PASS, words, turn.seat)
    if turn.expected is Expected.REFLECTION and turn.seat:
        words = heard.seats.get(turn.seat, "")
        return Said(theme, TurnKind.REFLECTION, turn.seat), words
    if turn.expected is Expected.CITIZEN_ANSWERS:
        is_last = not turn.waiting and not to_reflect(room.table, theme)
        words = heard.answer if is_last else ""
        return _or_silent(theme, TurnKind.CITIZEN_RESPONSE, TurnKind.NO_ANSWER, words)
    return _together(room, theme, heard)


def _together(room: Room, theme: UUID, heard: Heard) -> tuple[Said, str]:
    """Her answer, if she was to be spared the question; what was agreed; and on from the theme."""
    done = {said.kind for said in room.table.on(theme)}
    for kind, words in (
        (TurnKind.CITIZEN_RESPONSE, heard.answer), (TurnKind.SOLUTION, heard.solution),
    ):  # fmt: skip
        if words.strip() and kind not in done:
            return Said(theme, kind), words
    return Said(theme, TurnKind.CLOSED), ""


def _or_silent(
    theme: UUID, kind: TurnKind, silent: TurnKind, words: str, seat: UUID | None = None
) -> tuple[Said, str]:
    return Said(theme, kind if words.strip() else silent, seat), words.strip()
