"""A case that waits too long: to be talked about, or for her to hear what was said (S000 §2.3)."""

from datetime import datetime, timedelta
from enum import StrEnum

WEEKS_ON_THE_LIST = 6
"""A circle meets every other week (S000 §2.3): three meetings without it is too many (D)."""
WEEKS_UNTOLD = 2
"""Afterwards she hears of it before the next meeting (D)."""


class Late(StrEnum):
    """What has waited too long."""

    ON_THE_LIST = "on_the_list"
    UNTOLD = "untold"


def too_long_since(what: Late, now: datetime) -> datetime:
    """Whatever waits since before this has waited too long; who leads is told, with when."""
    weeks = WEEKS_ON_THE_LIST if what is Late.ON_THE_LIST else WEEKS_UNTOLD
    return now - timedelta(weeks=weeks)
