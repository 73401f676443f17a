"""What fell away with the course, and can be held after all when she has begun again."""

from datetime import datetime

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings.rules.words import Ended, MeetingState

ASK_HER = da("Spørg borgeren først.")
"""Who holds the course chooses for her on her word only (principle 1)."""


def is_fallen(state: MeetingState, ended: str, starts_at: datetime | None, now: datetime) -> bool:
    """It lay ahead when the course ended, lies ahead still, and nothing is said of it (0.1, D).

    Whether it is held after all is her choice, and never made for her: a meeting without her
    choice stays cancelled. One that had no day yet has none that could be past.
    """
    fell = state is MeetingState.CANCELLED and ended == Ended.WITH_COURSE
    return fell and (starts_at is None or starts_at > now)


def check_fallen(
    state: MeetingState, ended: str, starts_at: datetime | None, now: datetime
) -> None:
    """Held or let go once: the second of two is told what to do instead."""
    if not is_fallen(state, ended, starts_at, now):
        raise NotNow(
            "not_fallen",
            da("Der er valgt allerede, eller dagen er gået. Se, hvilke møder der kommer."),
        )
