"""The room's enums."""

from enum import StrEnum

from landfast.kernel.text import da


class MeetingState(StrEnum):
    """The life of a meeting."""

    PREPARING = "preparing"
    CALLED = "called"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"


class Stage(StrEnum):
    """Where a running meeting is: frame, follow-up, themes, closing round (domain A5)."""

    FRAME = "frame"
    FOLLOW_UP = "follow_up"
    THEMES = "themes"
    CLOSING = "closing"


class Ended(StrEnum):
    """How a meeting ended when nobody took its closing round: left open, or with the course.

    One that lay ahead fell away with the course; LET_GO: she was asked, and lets it be.
    """

    ITSELF = "itself"
    WITH_COURSE = "with_course"
    LET_GO = "let_go"


class Reflects(StrEnum):
    """Who reflects in a format of dialogue: those chosen for it, or every professional there."""

    REFLECTORS = "reflectors"
    PROFESSIONALS = "professionals"


class Part(StrEnum):
    """What somebody does at the table: asks, reflects, leads, writes; gives or takes over."""

    FACILITATOR = "facilitator"
    REFLECTOR = "reflector"
    LEADER = "leader"
    MINUTE_TAKER = "minute_taker"
    GIVER = "giver"
    TAKER = "taker"


class Reply(StrEnum):
    """What an invited person answers."""

    ASKED = "asked"
    COMES = "comes"
    BY_PHONE = "by_phone"
    WRITES = "writes"
    DECLINED = "declined"
    MAYBE = "maybe"


class Attends(StrEnum):
    """How the citizen takes part. All are good; nobody asks why."""

    IN_PERSON = "in_person"
    BY_PHONE = "by_phone"
    OWN_WORD = "own_word"
    REPRESENTED = "represented"
    NOT_TODAY = "not_today"
    POINTS = "points"


class Answers(StrEnum):
    """When the citizen wants the word offered: the turn is an offer (domain 0.9)."""

    AFTER_EACH = "after_each"
    AFTER_ROUND = "after_round"
    BY_HAND = "by_hand"
    NOT_TODAY = "not_today"


class TurnKind(StrEnum):
    """What was said in a turn (domain A5). CLOSED: the table leaves the theme.

    GIVEN: the leader gives somebody the word; nothing is said with it.
    """

    INPUT = "input"
    CITIZEN_RESPONSE = "citizen_response"
    CORRECTION = "correction"
    NO_ANSWER = "no_answer"
    PASS = "pass"  # noqa: S105 - a word of the table, no secret
    SOLUTION = "solution"
    REFLECTION = "reflection"
    PARKED = "parked"
    CLOSED = "closed"
    GIVEN = "given"


class ThemeEnd(StrEnum):
    """What became of a theme that the notes do not tell: none passes in silence (domain A5)."""

    SPOKEN = "spoken"
    PARKED = "parked"
    DROPPED = "dropped"


class Decides(StrEnum):
    """Where a theme can be decided, as those present say it (domain A9)."""

    HERE = "here"
    APPLIED = "applied"
    LEADER = "leader"


class MinutesState(StrEnum):
    """Draft, seen by the citizen, published; recalled with a reason."""

    DRAFT = "draft"
    SHOWN = "shown"
    SEEN = "seen"
    PUBLISHED = "published"
    RECALLED = "recalled"
    SUPERSEDED = "superseded"


OWN_SOUND = da("Eget ord til mødet")
"""What a sound is called that she has spoken in."""


class PlanState(StrEnum):
    """How far the planning of a quarter is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    TAKEN = "taken"
