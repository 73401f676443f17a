"""The room's enums. Codes of states are those of `data/states.json` (domain A3)."""

from enum import StrEnum


class State(StrEnum):
    """States of a course."""

    DETECTED = "OPSPORET"
    ASSESSMENT = "VISITATION"
    DECLINED = "AFSLAG"
    WAITING = "VENTELISTE"
    START = "OPSTART"
    ACTIVE = "AKTIV"
    PAUSED = "BERO"
    CLOSING = "AFSLUTNING"
    CLOSED = "AFSLUTTET"
    REOPENED = "GENÅBNET"
    STOPPED = "AFVIST_AF_BORGER"


class Says(StrEnum):
    """What the citizen says to a referral."""

    YES = "yes"
    NOT_ASKED = "not_asked"
    NO = "no"


class Urgency(StrEnum):
    """How soon somebody must call."""

    TODAY = "today"
    THIS_WEEK = "this_week"
    CAN_WAIT = "can_wait"


class ReferralState(StrEnum):
    """The life of a referral."""

    WAITS_FOR_YES = "waits_for_yes"
    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Answer(StrEnum):
    """An answer to a criterion. Never computed."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Outcome(StrEnum):
    """What intake decides."""

    OFFERED = "offered"
    WAITING = "waiting"
    DECLINED = "declined"


class ToldHow(StrEnum):
    """How she heard the answer of intake."""

    PHONE = "phone"
    MET = "met"
    LETTER = "letter"


class HolderKind(StrEnum):
    """How somebody has the main responsibility: appointed, or as cover while it is vacant."""

    COORDINATOR = "coordinator"
    COVER = "cover"


class HandoverState(StrEnum):
    """The life of a hand-over offer."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Precision(StrEnum):
    """How exactly a date is known (cases/FORMAT.md)."""

    EXACT = "exact"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class Ending(StrEnum):
    """How a course ended."""

    PLANNED = "planned"
    STOPPED_BY_CITIZEN = "stopped_by_citizen"
    MOVED = "moved"
    DEATH = "death"
    JOINED = "joined"


FOR_GOOD = frozenset({Ending.DEATH, Ending.JOINED})
"""Endings after which a course is not opened again; what was joined is taken apart instead."""
