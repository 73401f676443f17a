"""Reads of the meeting room: who sits there, what was said, whose turn it is."""

from uuid import UUID

from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries.meetings import view_of
from landfast.meetings.queries.shapes import LogLine, Room
from landfast.meetings.rules import Answers, Attends, TurnKind, turns
from landfast.meetings.rules.minutes import Line
from landfast.meetings.rules.turns import Said, Seat, Table


def table_of(meeting: models.Meeting) -> Table:
    """The meeting as the turn order sees it. Two queries and the log."""
    seats = [
        Seat(row.id, row.person_id is not None)
        for row in meeting.participants.filter(was_there=True).order_by("position", "id")
        if row.person_id != meeting.leader_id
    ]
    themes = meeting.themes.order_by("position", "id").values_list("id", flat=True)
    log = meeting.turns.order_by("seq").values_list("theme_id", "kind", "speaker_id")
    answers = turns.answers_today(Answers(meeting.answers), Attends(meeting.attends))
    return Table(
        tuple(seats), tuple(themes),
        tuple(Said(theme, TurnKind(kind), seat) for theme, kind, seat in log), answers,
    )  # fmt: skip


def lines_of(meeting: models.Meeting) -> list[Line]:
    """The log with names, in order."""
    return [entry.line for entry in _log(meeting)]


def _log(meeting: models.Meeting) -> list[LogLine]:
    rows = meeting.turns.select_related("speaker__person", "speaker__relation").order_by("seq")
    return [
        LogLine(row.seq, Line(row.theme_id, TurnKind(row.kind), row.text, _name(row.speaker)))
        for row in rows
    ]


def _name(speaker: models.Participant | None) -> str:
    if speaker is None:
        return ""
    return str(speaker.person.name if speaker.person else speaker.relation.name)  # type: ignore[union-attr]


def room(meeting_id: UUID, course_id: UUID) -> Room:
    """The room on one screen (product C5)."""
    row = (
        models.Meeting.objects.select_related("format", "leader")
        .filter(id=meeting_id, course_id=course_id)
        .first()
    )
    if row is None:
        raise NotFound
    table, log = table_of(row), _log(row)
    proposals = row.proposals.order_by("created_at", "id").values_list("agreement_id", flat=True)
    return Room(
        view_of(row), table, turns.next_turn(table), log, (log[-1].seq if log else 0) + 1,
        list(proposals),
    )  # fmt: skip
