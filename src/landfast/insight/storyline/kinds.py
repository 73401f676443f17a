"""What an observation or an event of a case file is on the line."""

from landfast.insight.storyline.shapes import Kind

STAYS = frozenset({"admission", "discharge", "admission_refused"})
OWN = frozenset({"citizen", "representative"})
"""Who may always stay away: that is never told of her."""


def kind_of(code: str) -> Kind:
    """The kind of a code (FORMAT, Types)."""
    if code == "meeting":
        return Kind.MEETING
    return Kind.STAY if code in STAYS else Kind.EVENT
