"""Reads of the meeting room: who sits there, what was said, whose turn it is."""

from datetime import datetime
from uuid import UUID

from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.forms import form_of
from landfast.meetings.queries.meetings import view_of
from landfast.meetings.queries.minutes import proposed_at
from landfast.meetings.queries.shapes import LogLine, Room
from landfast.meetings.rules import Answers, Attends, TurnKind, dialogue, turns
from landfast.meetings.rules.dialogue import Place
from landfast.meetings.rules.minutes import Line, who_said
from landfast.meetings.rules.turns import THE_LEADER, Said, Table

Proposals = list[tuple[UUID | None, UUID]]


def table_of(meeting: models.Meeting, made: Proposals | None = None) -> Table:
    """The meeting as the turn order sees it. Two queries, the log, and what was proposed."""
    proposals = proposed_at(meeting.id) if made is None else made
    form = form_of(meeting.format)
    reflects = form.reflects
    places = places_of(meeting, present=True)
    rows = meeting.themes.filter(ended="").order_by("position", "id")
    if meeting.attends == Attends.POINTS:
        rows = rows.filter(is_agreed=True)
    themes = rows.values_list("id", flat=True)
    log = meeting.turns.order_by("seq").values_list("theme_id", "kind", "speaker_id")
    answers = turns.answers_today(Answers(meeting.answers), meeting.attends)
    if not form.is_with_citizen:
        answers = Answers.NOT_TODAY
    return Table(
        dialogue.seats(places, reflects, form.speaks_first), tuple(themes),
        tuple(_said(theme, TurnKind(kind), seat) for theme, kind, seat in log), answers,
        dialogue.reflectors(places, reflects), meeting.hand_up_at is not None,
        meeting.hand_waits,
        form.is_with_citizen and not turns.is_held_without(meeting.attends),
        frozenset(theme for theme, _id in proposals if theme),
    )  # fmt: skip


def places_of(meeting: models.Meeting, *, present: bool = False) -> list[Place]:
    """Those at the table beside citizen and leader, and what each does there."""
    rows = meeting.participants.order_by("position", "id")
    return [
        Place(row.id, row.person_id is not None, row.part)
        for row in (rows.filter(was_there=True) if present else rows)
        if row.person_id != meeting.leader_id
    ]


def _said(theme: UUID, kind: TurnKind, seat: UUID | None) -> Said:
    """A reflection without a seat is the leader's; all else without one is the citizen's."""
    return Said(theme, kind, THE_LEADER if kind is TurnKind.REFLECTION and not seat else seat)


def at_the_table(meeting_id: UUID) -> tuple[datetime, datetime] | None:
    """From when until when they sat there; nothing before it began and has ended."""
    row = models.Meeting.objects.filter(id=meeting_id).values_list("started_at", "held_at").first()
    return (row[0], row[1]) if row and row[0] and row[1] else None


def lines_of(meeting: models.Meeting, after: int = 0) -> list[Line]:
    """The log with names, in order; `after` a number, what was written since."""
    return [entry.line for entry in _log(meeting) if entry.seq > after]


def _log(meeting: models.Meeting) -> list[LogLine]:
    rows = meeting.turns.select_related("speaker__person", "speaker__relation").order_by("seq")
    leader = meeting.leader.name
    return [
        LogLine(
            row.seq,
            Line(row.theme_id, TurnKind(row.kind), row.text, _name(row, leader)),
            row.id,
            row.version,
        )
        for row in rows
    ]


def _name(turn: models.Turn, leader: str) -> str:
    speaker = turn.speaker
    if speaker is None:
        return who_said("", TurnKind(turn.kind), leader)
    return str(speaker.person.name if speaker.person else speaker.relation.name)  # type: ignore[union-attr]


def room(meeting_id: UUID, course_id: UUID) -> Room:
    """The room on one screen (product C5)."""
    row = (
        models.Meeting.objects.select_related("format", "leader", "coming")
        .filter(id=meeting_id, course_id=course_id)
        .first()
    )
    if row is None:
        raise NotFound
    made = proposed_at(row.id)
    table, log = table_of(row, made), _log(row)
    return Room(
        view_of(row), table, turns.next_turn(table), log, (log[-1].seq if log else 0) + 1,
        [agreement for _theme, agreement in made],
    )  # fmt: skip
