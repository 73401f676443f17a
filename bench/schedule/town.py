"""A municipality with too few hours: a quarter of meetings that just fits.

A whole plan is drawn first, then hidden: people are made busy around it, windows and citizens' own
times are laid so that it stays possible. So the best plan is known to place every meeting, while
whoever takes the first free hour for each runs out.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from landfast.kernel.business_days import is_business_day
from landfast.meetings.scheduling.shapes import (
    Days,
    Meeting,
    Person,
    Problem,
    Room,
    Seat,
    Span,
    Weekly,
)

FIRST = date(2027, 1, 4)
WEEKS = 13
STEP = 30
HALF = timedelta(minutes=STEP)
WINDOW = 21
"""Days in which a meeting was wished for."""
UNIT = 8
"""Coordinators in a unit."""
POOL = 8
"""People of a unit who may reflect."""


APART = 24
"""Days between two meetings of a course."""

Times = tuple[datetime, datetime]
Team = tuple[str, ...]


@dataclass
class Size:
    """How large a municipality is."""

    coordinators: int = 40
    courses: int = 600
    professionals: int = 900

    def times(self, factor: float) -> "Size":
        """The same, larger or smaller."""
        return Size(
            int(self.coordinators * factor), int(self.courses * factor),
            int(self.professionals * factor),
        )  # fmt: skip


@dataclass
class Town:
    """What has been drawn so far."""

    dice: random.Random
    size: Size
    taken: dict[str, list[Times]] = field(default_factory=lambda: defaultdict(list))
    meetings: dict[str, Meeting] = field(default_factory=dict)
    hours: dict[str, tuple[Weekly, ...]] = field(default_factory=dict)
    met: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))

    def is_free(self, who: str, starts: datetime, ends: datetime) -> bool:
        """Is nothing drawn for somebody or some room in that time?"""
        return all(ends <= s or starts >= e for s, e in self.taken[who])


def draw(seed: int = 1, size: Size | None = None) -> Problem:
    """The problem, always the same for the same seed and size."""
    town = Town(random.Random(seed), size or Size())
    days = Days(FIRST, FIRST + timedelta(days=7 * WEEKS - 1))
    rooms = _rooms(town)
    teams = _teams(town)
    for n in range(town.size.coordinators):
        _fill(town, n, days, teams, rooms)
    people = _people(town, days)
    order = list(town.meetings.values())
    town.dice.shuffle(order)
    return Problem(
        days=days, planned_on=FIRST - timedelta(days=21), step=STEP, people=people,
        rooms=rooms, travel=_travel(town), meetings={m.id: m for m in order},
        free_days=frozenset(
            day for day in _each(days) if day.weekday() < 5 and not is_business_day(day)
        ),
    )  # fmt: skip


def _each(days: Days) -> list[date]:
    return [days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1)]


def _unit(n: int) -> int:
    return n // UNIT


def _rooms(town: Town) -> dict[str, Room]:
    found = {}
    for unit in range(_unit(town.size.coordinators - 1) + 1):
        for n, seats in enumerate((6, 6, 10)):
            room = Room(f"lokale-{unit}-{n}", f"hus-{unit}", seats)
            found[room.id] = room
    return found


def _travel(town: Town) -> dict[tuple[str, str], int]:
    houses = [f"hus-{unit}" for unit in range(_unit(town.size.coordinators - 1) + 1)]
    return {(house, "hjemme"): STEP for house in houses}


def _teams(town: Town) -> dict[str, tuple[str, ...]]:
    """Who works with each course: many with a few people, a few people with many."""
    people = [f"fag-{n}" for n in range(town.size.professionals)]
    weights = [1 / (1 + n) ** 0.35 for n in range(len(people))]
    teams = {}
    for n in range(town.size.courses):
        wanted = town.dice.choice((2, 3, 3, 4))
        team: list[str] = []
        while len(team) < wanted:
            one = town.dice.choices(people, weights)[0]
            if one not in team:
                team.append(one)
        teams[f"forloeb-{n}"] = tuple(team)
    return teams


def _fill(
    town: Town, n: int, days: Days, teams: dict[str, tuple[str, ...]], rooms: dict[str, Room]
) -> None:
    """Lay a coordinator's meeting hours, and draw meetings into them."""
    who = f"koordinator-{n}"
    weekdays = town.dice.sample(range(5), 2)
    morning = Weekly(weekdays[0], time(9), time(11))
    later = Weekly(weekdays[1], time(13), time(15))
    town.hours[who] = (morning, later)
    share = town.size.courses // town.size.coordinators
    courses = [f"forloeb-{c}" for c in range(n * share, (n + 1) * share)]
    sessions = [
        datetime.combine(day, spell.starts)
        for day in _each(days) if is_business_day(day)
        for spell in town.hours[who] if spell.weekday == day.weekday()
    ]  # fmt: skip
    for at in sessions:
        begins = at
        for minutes in town.dice.choice(((60, 60), (60, 60), (60, 60), (60, 60), (120,), (90,))):
            length = timedelta(minutes=minutes)
            _draw(town, who, (begins, begins + length), [(c, teams[c]) for c in courses], rooms)
            begins += length


def _draw(
    town: Town, who: str, span: Times, courses: list[tuple[str, Team]], rooms: dict[str, Room]
) -> None:
    """A meeting with the course that has waited longest and whose people are free."""
    waiting = sorted(courses, key=lambda one: (len(town.met[one[0]]), town.dice.random()))
    for course, team in waiting:
        if any(abs((day - span[0].date()).days) < APART for day in town.met[course]):
            continue
        if all(town.is_free(person, *span) for person in team):
            _write(town, who, span, (course, team), rooms)
            return


def _write(
    town: Town, who: str, span: Times, whose: tuple[str, Team], rooms: dict[str, Room]
) -> None:
    course, team = whose
    starts, ends = span
    unit = _unit(int(who.split("-")[1]))
    size = len(team) + 3
    places, room = [f"hus-{unit}"], _free_room(town, rooms, unit, size, span)
    if room is None:
        return
    seats = _reflectors(town, unit, span) if town.dice.random() < 0.1 else ()
    for busy in (who, *team, room, *(p for seat, chosen in seats for p in chosen)):
        town.taken[busy].append(span)
    earlier = town.dice.randint(0, WINDOW - 1)
    day = starts.date()
    window = Days(day - timedelta(days=earlier), day + timedelta(days=WINDOW - 1 - earlier))
    window = Days(max(window.first, FIRST), min(window.last, FIRST + timedelta(days=7 * WEEKS - 1)))
    met = town.met[course]
    code = f"{course}-m{len(met) + 1}"
    town.meetings[code] = Meeting(
        id=code, course=course, minutes=int((ends - starts).total_seconds()) // 60, size=size,
        window=window, target=day + timedelta(days=town.dice.randint(-3, 3)),
        places=tuple(places), must=(who, *team), may=_asked(town, team),
        seats=tuple(seat for seat, _ in seats), can=_citizen(town, starts, ends),
        notice=5, after=f"{course}-m{len(met)}" if met else None, gap=14 if met else 0,
    )  # fmt: skip
    met.append(day)


def _asked(town: Town, team: tuple[str, ...]) -> tuple[str, ...]:
    """One more who may come, in half of the meetings."""
    one = f"fag-{town.dice.randrange(town.size.professionals)}"
    return (one,) if town.dice.random() < 0.5 and one not in team else ()


def _free_room(town: Town, rooms: dict[str, Room], unit: int, size: int, span: Times) -> str | None:
    here = (r for r in rooms.values() if r.place == f"hus-{unit}" and r.seats >= size)
    return next((room.id for room in here if town.is_free(room.id, *span)), None)


def _reflectors(town: Town, unit: int, span: Times) -> tuple[tuple[Seat, tuple[str, ...]], ...]:
    pool = tuple(f"reflektant-{unit}-{n}" for n in range(POOL))
    free = [person for person in pool if town.is_free(person, *span)]
    if len(free) < 2:
        return ()
    return ((Seat("reflektant", 2, pool), tuple(town.dice.sample(free, 2))),)


def _citizen(town: Town, starts: datetime, ends: datetime) -> tuple[Weekly, ...]:
    """Four in ten have times of their own; the hidden time is one of them."""
    if town.dice.random() > 0.4:
        return ()
    early = town.dice.random() < 0.3 and ends.time() <= time(12)
    span = (time(8), time(12)) if early else (min(time(10), starts.time()), time(16))
    off = town.dice.choice([day for day in range(5) if day != starts.weekday()])
    return tuple(Weekly(day, *span) for day in range(5) if day != off)


def _people(town: Town, days: Days) -> dict[str, Person]:
    week = tuple(Weekly(day, time(8), time(16)) for day in range(5))
    found = {}
    for who, hours in town.hours.items():
        base = f"hus-{_unit(int(who.split('-')[1]))}"
        found[who] = Person(who, hours, base=base, has_duty=True, meeting_days=hours)
    others = [f"fag-{n}" for n in range(town.size.professionals)]
    for unit in range(_unit(town.size.coordinators - 1) + 1):
        others += [f"reflektant-{unit}-{n}" for n in range(POOL)]
    for who in others:
        busy = _busy(town, who, days, share=0.42 if who.startswith("fag") else 0.35)
        found[who] = Person(who, week, busy=busy)
    return found


def _busy(town: Town, who: str, days: Days, share: float) -> tuple[Span, ...]:
    """Other work, half of the day in pieces of an hour or two, around what is drawn."""
    found = []
    for day in _each(days):
        if day.weekday() >= 5:
            continue
        at = datetime.combine(day, time(8))
        end = datetime.combine(day, time(16))
        while at < end:
            until = min(at + timedelta(minutes=town.dice.choice((60, 90, 120))), end)
            if town.dice.random() < share and town.is_free(who, at, until):
                found.append(Span(at, until))
            at = until
    return tuple(found)
