"""Rules of the room: formats, preparation, turns, minutes. Plain Python, no database."""

from landfast.meetings.rules.words import (
    OWN_SOUND,
    Answers,
    Attends,
    Ended,
    MeetingState,
    MinutesState,
    Part,
    Reflects,
    Reply,
    Stage,
    TurnKind,
)

__all__ = [
    "OWN_SOUND", "Answers", "Attends", "Ended", "MeetingState", "MinutesState", "Part", "Reflects",
    "Reply", "Stage", "TurnKind",
]  # fmt: skip
