"""The network map as it was drawn: where everybody stood, day by day, and the way back (B1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from landfast.kernel.clock import date_in_denmark
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.network.rules import Closeness, Sphere, Tie


@dataclass(frozen=True)
class Spot:
    """Where somebody stands on the map, and what the tie is like; or that they are off it."""

    sphere: Sphere
    closeness: Closeness
    tie: Tie | None = None
    is_gone: bool = False


@dataclass(frozen=True)
class Stood:
    """One line of the map's history: somebody came to a spot. Nothing in it is ever rewritten."""

    id: UUID
    thing: UUID
    is_member: bool
    spot: Spot
    at: datetime
    undoes: UUID | None = None


@dataclass(frozen=True)
class Undo:
    """What the way back does: which line it takes back, and where that somebody stands then."""

    line: UUID
    thing: UUID
    is_member: bool
    spot: Spot
    comes_back: bool = False
    """Was it that they were taken off the map?"""


class Reading(StrEnum):
    """What the way back means to who was let in from a place on her map."""

    ENDS = "ends"
    STAYS_ENDED = "stays_ended"


def reading_after(found: Undo, *, reads: bool, has_read: bool) -> Reading | None:
    """Off the map, they read no more; on it again, they do not read by that alone (F2; D).

    `reads`: somebody was let in from this place and reads now; `has_read`: somebody has.
    """
    if found.spot.is_gone:
        return Reading.ENDS if reads else None
    return Reading.STAYS_ENDED if found.comes_back and has_read and not reads else None


def day_of(moment: datetime) -> date:
    """The day in Denmark."""
    return date_in_denmark(moment)


def as_of(history: Iterable[Stood], day: date) -> Mapping[UUID, Spot]:
    """The map as it was at the end of a day (versioner af netværkskortet, product B1)."""
    last = {row.thing: row.spot for row in history if day_of(row.at) <= day}
    return {thing: spot for thing, spot in last.items() if not spot.is_gone}


def versions(history: Iterable[Stood]) -> list[date]:
    """The days on which the map became another, the oldest first (product B1)."""
    return sorted({day_of(row.at) for row in history})


def to_undo(history: Sequence[Stood], today: date) -> Undo | None:
    """What "fortryd" takes back: the last thing that was drawn today (product B1; D).

    Pressed again it goes on backwards, and never over what it did itself. Who comes into the team
    and who leaves it is no drawing: it opens and closes a record, and stands.
    """
    undone = {row.undoes for row in history if row.undoes}
    drawn = [
        row
        for n, row in enumerate(history)
        if row.undoes is None and row.id not in undone and _is_drawing(history[:n], row)
    ]
    if not drawn or day_of(drawn[-1].at) != today:
        return None
    last = drawn[-1]
    before = [row.spot for row in history[: history.index(last)] if row.thing == last.thing]
    spot = before[-1] if before else replace(last.spot, is_gone=True)
    return Undo(last.id, last.thing, last.is_member, spot, comes_back=last.spot.is_gone)


def _is_drawing(earlier: Sequence[Stood], row: Stood) -> bool:
    if not row.is_member:
        return True
    before = [one.spot for one in earlier if one.thing == row.thing]
    return bool(before) and not before[-1].is_gone and not row.spot.is_gone


def check_something_to_undo(found: Undo | None) -> Undo:
    """The way back goes to the morning; what is older stands in the versions."""
    if found is None:
        raise NotNow("nothing_to_undo", da("Der er ikke flere ændringer fra i dag at fortryde."))
    return found


def check_may_hide(*, was_shared: bool, hides: bool) -> None:
    """Who has been shown to others cannot be unseen; take them off and draw them anew (D)."""
    if was_shared and hides:
        raise NotNow(
            "seen_already",
            da("De andre har set personen. Tag personen af kortet, og tegn igen kun for dig selv."),
            "only_mine",
        )
