"""Finding a time: what the citizen wishes, and what the planner is told of everybody (C3).

Her wishes outrank the unit's meeting days (domain A8 d). The planner is `scheduling`; here the
facts of the house become a problem for it, and its answer becomes something that can be chosen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby

from landfast.kernel.business_days import add_business_days, is_holiday
from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.scheduling import propose
from landfast.meetings.scheduling.explaining import why_not
from landfast.meetings.scheduling.possible import Calendar
from landfast.meetings.scheduling.shapes import (
    Cost,
    Days,
    Meeting,
    Person,
    Placed,
    Problem,
    Room,
    Seat,
    Span,
    Weekly,
    Why,
)

STEP = 30
NOTICE = 1
"""D: business days before the first time that is proposed: those asked have a day to answer."""
SEARCHED = timedelta(days=28)
LONGEST_SEARCH = timedelta(days=100)
HOME_WAY = 15
"""D: minutes to a place that is in no list of rooms."""
PROPOSALS = 3
THE_MEETING = "m"
AT_WORK = tuple(Weekly(day, time(8), time(16)) for day in range(5))
"""D: for somebody whose hours nobody has written: asked about, and shown as unknown."""


class DayPart(StrEnum):
    """A time of day as one says it."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"


HOURS = {
    DayPart.MORNING: (time(8), time(11)),
    DayPart.MIDDAY: (time(11), time(14)),
    DayPart.AFTERNOON: (time(14), time(17)),
    DayPart.EVENING: (time(17), time(21)),
}


@dataclass(frozen=True)
class TimeWish:
    """When and where she would rather meet. Nothing said: any time."""

    first: date | None = None
    last: date | None = None
    parts: tuple[DayPart, ...] = ()
    weekdays: tuple[int, ...] = ()
    avoids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attendee:
    """Somebody whose time is asked for, as the house knows her."""

    id: str
    hours: tuple[Weekly, ...] = ()
    away: tuple[Days, ...] = ()
    busy: tuple[Span, ...] = ()
    base: str | None = None
    is_ours: bool = False
    meeting_days: tuple[Weekly, ...] = ()
    must: bool = False
    could_be: tuple[str, ...] = ()
    """Parts of the format that she could take."""
    declined: bool = False
    """She said no to where it stands now: she is not asked for that day again."""


@dataclass(frozen=True)
class House:
    """A room that can be booked."""

    id: str
    place: str
    seats: int
    way: int
    busy: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Everything that decides when one meeting can be."""

    today: date
    minutes: int
    size: int
    wish: TimeWish
    attendees: tuple[Attendee, ...]
    rooms: tuple[House, ...] = ()
    own_place: str = ""
    needs: tuple[tuple[str, int], ...] = ()
    """Parts that nobody has yet, and how many are missing."""
    not_at: datetime | None = None
    """Where it stands now, when another time is asked for."""
    released: date | None = None
    with_citizen: bool = True
    notice: int = NOTICE
    """Business days of notice: those of the format, and one at least."""


@dataclass(frozen=True)
class Proposal:
    """A time that can be chosen: when, where, who takes which part, who comes, what it costs."""

    starts: datetime
    place: str
    room: str | None
    seats: Mapping[str, tuple[str, ...]]
    coming: tuple[str, ...]
    costs: tuple[Cost, ...]

    @property
    def key(self) -> str:
        """What a page sends back."""
        return f"{self.starts:%Y-%m-%dT%H:%M}|{self.place}"


@dataclass(frozen=True)
class Found:
    """What was found: proposals, or why there is none; and whose hours nobody knows."""

    proposals: tuple[Proposal, ...]
    why_none: Why | None = None
    unknown: tuple[str, ...] = field(default=())


def check_wish(wish: TimeWish, today: date) -> None:
    """A search has an end after its beginning, lies ahead, and is not the whole year."""
    if wish.last and wish.last < today:
        raise Wrong("search_is_past", da("Den sidste dag er gået. Vælg en, der kommer."), "last")
    if wish.first and wish.last and wish.last < wish.first:
        raise Wrong("search_ends_early", da("Den sidste dag skal ligge efter den første."), "last")
    if wish.last and wish.last - max(wish.first or today, today) > LONGEST_SEARCH:
        raise Wrong("search_too_long", da("Søg højst hundrede dage ad gangen."), "last")


def window(wish: TimeWish, today: date, notice: int = NOTICE) -> Days:
    """The days that are searched: those she wished for, else the next four weeks."""
    first = max(wish.first or today, add_business_days(today, notice))
    return Days(first, max(wish.last or first + SEARCHED, first))


def find(facts: Facts) -> Found:
    """The three best times, each on a day of its own, and what each costs whom (moment 2)."""
    problem = problem_of(facts)
    placed = [
        one for one in propose(problem, THE_MEETING, PROPOSALS + 1) if one.starts != facts.not_at
    ][:PROPOSALS]
    unknown = tuple(one.id for one in facts.attendees if not one.hours)
    if placed:
        return Found(tuple(_proposal(one) for one in placed), unknown=unknown)
    meeting = problem.meetings[THE_MEETING]
    return Found((), why_not(Calendar(problem), meeting), unknown)


def check_chosen(found: Found, key: str) -> Proposal:
    """What is chosen is still there: somebody may have taken the time while one thought."""
    for one in found.proposals:
        if one.key == key:
            return one
    raise NotNow("time_is_taken", da("Tiden er ikke ledig mere. Her er de tider, der passer nu."))


def problem_of(facts: Facts) -> Problem:
    """The facts as the planner takes them."""
    days = window(facts.wish, facts.today, facts.notice)
    meeting = _meeting(facts, days)
    return Problem(
        days, facts.today, STEP, {one.id: _person(one, facts) for one in facts.attendees},
        {one.id: Room(one.id, one.place, one.seats, one.busy) for one in facts.rooms},
        travel(facts.attendees, facts.rooms, meeting.places), {THE_MEETING: meeting},
        free_days(days),
    )  # fmt: skip


def free_days(days: Days) -> frozenset[date]:
    """The public holidays in some days."""
    count = (days.last - days.first).days + 1
    return frozenset(day for n in range(count) if is_holiday(day := days.first + timedelta(days=n)))


def places(rooms: Iterable[House], wish: TimeWish, own_place: str) -> tuple[str, ...]:
    """Where it could be, what she likes best first: her own place, then houses she can bear.

    No house at all: the place is agreed later.
    """
    houses = [place for place, _ in groupby(sorted(one.place for one in rooms))]
    known = [own_place] if own_place and own_place not in houses else []
    first = [own_place] if own_place in houses else []
    rest = [one for one in houses if one not in first and one not in wish.avoids]
    return (*known, *first, *rest) or ("",)


def travel(
    attendees: Iterable[Attendee], rooms: Iterable[House], wanted: Iterable[str]
) -> dict[tuple[str, str], int]:
    """Minutes from where each sets out to each place: nothing in one's own house."""
    ways = {one.place: one.way for one in rooms}
    bases = {one.base for one in attendees if one.base}
    return {
        (base, place): ways.get(place, HOME_WAY)
        for base in bases for place in wanted if place and place != base
    }  # fmt: skip


def likes(wish: TimeWish) -> tuple[Weekly, ...]:
    """The times of day that she would rather have."""
    hours = [HOURS[part] for part in sorted(wish.parts, key=list(DayPart).index)]
    return tuple(Weekly(day, *spell) for day in range(7) for spell in _joined(hours))


def can(wish: TimeWish) -> tuple[Weekly, ...]:
    """The days of the week on which she can; nothing said: any."""
    return tuple(Weekly(day, time(0), time(23, 59)) for day in wish.weekdays)


def _joined(hours: list[tuple[time, time]]) -> list[tuple[time, time]]:
    """Parts of the day that follow each other are one: a meeting may lie across them."""
    found: list[tuple[time, time]] = []
    for opens, closes in hours:
        if found and found[-1][1] == opens:
            found[-1] = (found[-1][0], closes)
        else:
            found.append((opens, closes))
    return found


def _meeting(facts: Facts, days: Days) -> Meeting:
    must = tuple(one.id for one in facts.attendees if one.must)
    seats = tuple(
        Seat(part, count, tuple(one.id for one in facts.attendees if part in one.could_be))
        for part, count in facts.needs
    )
    # a seat is taken out of those who come anyway: they are not asked twice
    may = tuple(one.id for one in facts.attendees if not one.must)
    return Meeting(
        THE_MEETING, THE_MEETING, facts.minutes, facts.size, days, days.first,
        places(facts.rooms, facts.wish, facts.own_place), must, may, seats, can(facts.wish),
        likes(facts.wish),
    )  # fmt: skip


def _person(one: Attendee, facts: Facts) -> Person:
    busy = one.busy
    if facts.not_at and one.declined:
        midnight = datetime.combine(facts.not_at.date(), time())
        busy = (*busy, Span(midnight, midnight + timedelta(days=1)))
    if not facts.with_citizen:
        busy = (
            *busy,
            *reserved(one.meeting_days, facts, window(facts.wish, facts.today, facts.notice)),
        )
    return Person(
        one.id, one.hours or AT_WORK, one.away, busy, one.base, None, one.is_ours,
        one.meeting_days if facts.with_citizen else (),
    )  # fmt: skip


def reserved(blocks: Iterable[Weekly], facts: Facts, days: Days) -> list[Span]:
    """Slots that are kept for meetings with a citizen, until they are released (domain A8 a)."""
    count = (days.last - days.first).days + 1
    ahead = [days.first + timedelta(days=n) for n in range(count)]
    kept = [day for day in ahead if facts.released is None or day > facts.released]
    return [
        Span(datetime.combine(day, one.starts), datetime.combine(day, one.ends))
        for one in blocks for day in kept if day.weekday() == one.weekday
    ]  # fmt: skip


def _proposal(placed: Placed) -> Proposal:
    return Proposal(
        placed.starts.replace(tzinfo=DENMARK), placed.place, placed.room, placed.seats,
        placed.coming, placed.costs,
    )  # fmt: skip


def widened(span: Span, minutes: int) -> Span:
    """A meeting elsewhere takes the way there and back as well."""
    way = timedelta(minutes=minutes)
    return replace(span, starts=span.starts - way, ends=span.ends + way)
