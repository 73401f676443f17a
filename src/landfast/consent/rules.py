"""What a yes, a no and a withdrawal do. The two grounds of this version: team and citizen."""

from enum import StrEnum


class ConsentState(StrEnum):
    """The life of a consent. A no is not a fault: it colours nothing (domain 0.6)."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class How(StrEnum):
    """How the citizen said it."""

    SELF = "self"
    ORALLY = "orally"
    ON_PAPER = "on_paper"
