"""What she has said of her energy, where the next meeting heeds it (product A3, C2)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.queries.profiles import ProfileRow, profile
from landfast.kernel.clock import date_in_denmark, today
from landfast.meetings import actions, queries
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


@journey
def ease_meeting(*, actor: Actor, meeting_id: UUID, chosen: Offer) -> None:
    """What she chose, or said yes to, makes the meeting lighter, when she said little energy."""
    known = profile(queries.course_of(meeting_id))
    actions.ease_meeting(
        actor=actor, meeting_id=meeting_id, chosen=chosen,
        energy=known.energy, said_on=known.energy_on,
    )  # fmt: skip
