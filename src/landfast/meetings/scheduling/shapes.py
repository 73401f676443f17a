"""What a planner is told, and what it answers. Times are local, in Denmark; lengths in minutes."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum


@dataclass(frozen=True)
class Weekly:
    """A time of the week, every week: weekday 0 is Monday."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True)
class Span:
    """From one instant to another."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True)
class Days:
    """From one day to another, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Person:
    """Somebody whose time is asked for: working hours, what is taken, and where she sets out from.

    `meeting_days` are the blocks her unit keeps free for network meetings (domain A8); `has_duty`
    says that her employer can tell her to come (own staff only).
    """

    id: str
    hours: tuple[Weekly, ...]
    away: tuple[Days, ...] = ()
    busy: tuple[Span, ...] = ()
    base: str | None = None
    most_a_day: int | None = None
    has_duty: bool = False
    meeting_days: tuple[Weekly, ...] = ()


@dataclass(frozen=True)
class Room:
    """A room that is booked: where it is, and how many it seats."""

    id: str
    place: str
    seats: int
    busy: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Seat:
    """A part that somebody qualified must take, out of those named: a leader, two reflectors."""

    role: str
    count: int
    any_of: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """Where a meeting stands in an earlier plan."""

    starts: datetime
    place: str
    room: str | None = None
    is_locked: bool = False


@dataclass(frozen=True)
class Meeting:
    """A meeting to be placed.

    `can` is when the citizen can come (nothing: any time), `likes` when she would rather; `places`
    are those she can bear, the one she likes best first. `window` is what was wished; `target` the
    day aimed at in it. `may` come if they can.
    """

    id: str
    course: str
    minutes: int
    size: int
    window: Days
    target: date
    places: tuple[str, ...]
    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    can: tuple[Weekly, ...] = ()
    likes: tuple[Weekly, ...] = ()
    away: tuple[Days, ...] = ()
    notice: int = 0
    after: str | None = None
    gap: int = 0
    stands: Standing | None = None


@dataclass(frozen=True)
class Problem:
    """Everything that is known: the days, the people, the places, and the meetings to place."""

    days: Days
    planned_on: date
    step: int
    people: dict[str, Person]
    rooms: dict[str, Room]
    travel: dict[tuple[str, str], int]
    meetings: dict[str, Meeting]
    free_days: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Cost:
    """What a time costs whom: a kind of `weighing.WEIGHTS`, a person, and how much."""

    kind: str
    whom: str
    weight: int


@dataclass(frozen=True)
class Placed:
    """A meeting with its time and place, who takes which part, who else comes, and what it cost."""

    meeting: str
    starts: datetime
    place: str
    room: str | None
    seats: dict[str, tuple[str, ...]]
    coming: tuple[str, ...]
    costs: tuple[Cost, ...]

    @property
    def cost(self) -> int:
        """The sum of what it cost."""
        return sum(cost.weight for cost in self.costs)


class Reason(StrEnum):
    """What stands in the way of a meeting."""

    NOTICE = "notice"
    CITIZEN = "citizen"
    ONE = "one"
    TOGETHER = "together"
    NEVER = "never"
    ROLE = "role"
    ROOM = "room"
    TAKEN = "taken"


@dataclass(frozen=True)
class Why:
    """Why a meeting got no time, and who is in the way: people, or parts that nobody can take."""

    reason: Reason
    whom: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What was placed, and for the rest why not."""

    placed: dict[str, Placed]
    unplaced: dict[str, Why]
    figures: dict[str, float] = field(default_factory=dict)
