"""Rules of the room: formats, preparation, turns, minutes. Plain Python, no database."""

from landfast.meetings.rules.words import (
    Answers,
    Attends,
    MeetingState,
    MinutesState,
    Reply,
    Stage,
    TurnKind,
)

__all__ = ["Answers", "Attends", "MeetingState", "MinutesState", "Reply", "Stage", "TurnKind"]
