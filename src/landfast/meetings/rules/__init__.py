"""Rules of the room: formats, preparation, turns, minutes. Plain Python, no database."""

from landfast.meetings.rules.words import (
    OWN_SOUND,
    Answers,
    Attends,
    Decides,
    Ended,
    MeetingState,
    MinutesState,
    Part,
    Reflects,
    Reply,
    Stage,
    ThemeEnd,
    TurnKind,
)

__all__ = [
    "OWN_SOUND", "Answers", "Attends", "Decides", "Ended", "MeetingState", "MinutesState", "Part",
    "Reflects", "Reply", "Stage", "ThemeEnd", "TurnKind",
]  # fmt: skip
