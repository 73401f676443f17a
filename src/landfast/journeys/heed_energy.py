"""What she has said of her energy, where the next meeting heeds it (product A3, C2)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.course.queries.profiles import ProfileRow, profile
from landfast.kernel.clock import date_in_denmark, today
from landfast.meetings.rules.easing import Offer, counts_for, is_low


@dataclass(frozen=True)
class Heeded:
    """How much energy she said that she has, and what could make the meeting lighter."""

    energy: int
    is_today: bool
    offers: tuple[Offer, ...] = ()


def heeded(course_id: UUID, starts_at: datetime | None, offers: tuple[Offer, ...]) -> Heeded | None:
    """What the meeting heeds; None when she has said nothing that counts for its day."""
    return heed(profile(course_id), starts_at, offers)


def heed(known: ProfileRow, starts_at: datetime | None, offers: tuple[Offer, ...]) -> Heeded | None:
    """The same, from a profile that has been read."""
    meets_on = date_in_denmark(starts_at) if starts_at else None
    if known.energy is None or not counts_for(known.energy_on, meets_on):
        return None
    light = offers if is_low(known.energy) else ()
    return Heeded(known.energy, known.energy_on == today(), light)
