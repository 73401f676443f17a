"""Formats, the life of a meeting, turns, minutes."""

from enum import StrEnum


class MeetingState(StrEnum):
    """The life of a meeting."""

    PREPARING = "preparing"
    CALLED = "called"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"


class Reply(StrEnum):
    """What an invited person answers."""

    ASKED = "asked"
    COMES = "comes"
    BY_PHONE = "by_phone"
    WRITES = "writes"
    DECLINED = "declined"


class Attends(StrEnum):
    """How the citizen takes part. All are good; nobody asks why."""

    IN_PERSON = "in_person"
    BY_PHONE = "by_phone"
    OWN_WORD = "own_word"
    REPRESENTED = "represented"
    NOT_TODAY = "not_today"


class TurnKind(StrEnum):
    """What was said in a turn (domain A5)."""

    INPUT = "input"
    CITIZEN_RESPONSE = "citizen_response"
    CORRECTION = "correction"
    NO_ANSWER = "no_answer"
    PASS = "pass"
    SOLUTION = "solution"
    PARKED = "parked"


class MinutesState(StrEnum):
    """Draft, seen by the citizen, published; recalled with a reason."""

    DRAFT = "draft"
    SHOWN = "shown"
    SEEN = "seen"
    PUBLISHED = "published"
    RECALLED = "recalled"
    SUPERSEDED = "superseded"
