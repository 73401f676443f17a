"""Figures without persons: what is so few that somebody could be known by it is not told."""

TOLD_FROM = 5
FEW = -1
"""A count of less than that."""


def as_told(count: int) -> int:
    """Nothing and five or more are told; one to four are "under five" (GDPR art. 5; D)."""
    return FEW if 0 < count < TOLD_FROM else count
