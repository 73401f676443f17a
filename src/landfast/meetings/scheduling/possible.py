"""When and where each meeting could be, looking at nothing but the calendars: the hard rules.

Hard: the window, the notice (business days), the citizen's times and absences, everybody who must
be there at work and free, enough people for each part, and a room that seats them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from landfast.kernel.business_days import add_business_days
from landfast.meetings.scheduling.grid import Grid, bits, starts_of
from landfast.meetings.scheduling.shapes import Cost, Days, Meeting, Problem, Room, Standing
from landfast.meetings.scheduling.weighing import fixed_costs


@dataclass(frozen=True)
class Rooms:
    """Rooms that are alike: same place, same seats, free at the same times."""

    place: str
    seats: int
    ids: tuple[str, ...]
    free: int


@dataclass(frozen=True)
class Option:
    """A time and a place that a meeting could have; `rooms` is None where no room is booked."""

    meeting: str
    start: int
    length: int
    place: str
    rooms: Rooms | None
    costs: tuple[Cost, ...]

    @property
    def cost(self) -> int:
        """The sum of its costs."""
        return sum(cost.weight for cost in self.costs)

    @property
    def span(self) -> int:
        """The steps it takes."""
        return ((1 << self.length) - 1) << self.start


class Calendar:
    """The free time of everybody in a problem, and what follows from it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.grid = Grid(problem.days, problem.step)
        closed = self._days(Days(day, day) for day in problem.free_days)
        self.open = self.grid.whole & ~closed
        self.free = {person.id: self._free(person.id) for person in problem.people.values()}
        self.blocks = {
            person.id: self.grid.weekly(person.meeting_days)
            for person in problem.people.values()
            if person.meeting_days
        }
        self.rooms = self._rooms()
        self._options: dict[str, list[Option]] = {}

    def length(self, meeting: Meeting) -> int:
        """How many steps the meeting takes."""
        return self.grid.steps(meeting.minutes)

    def citizen_free(self, meeting: Meeting) -> int:
        """The citizen's own times, inside the window and past the notice."""
        first = self.first_day(meeting)
        if first > meeting.window.last:
            return 0
        free = self.open & self.grid.on_days(Days(first, meeting.window.last))
        free &= ~self._days(meeting.away)
        return free & self.grid.weekly(meeting.can) if meeting.can else free

    def first_day(self, meeting: Meeting) -> date:
        """The first day of the window that the notice allows (business days)."""
        return max(meeting.window.first, add_business_days(self.problem.planned_on, meeting.notice))

    def shared(self, meeting: Meeting, people: Iterable[str]) -> int:
        """Where the meeting could begin if only the citizen and these people were asked."""
        free = self.citizen_free(meeting)
        for person in people:
            free &= self.free[person]
        return starts_of(free, self.length(meeting))

    def starts(self, meeting: Meeting) -> int:
        """Where the meeting could begin when everybody who must be there is asked."""
        found = self.shared(meeting, meeting.must)
        for seat in meeting.seats:
            found &= self._enough(meeting, seat.any_of, seat.count)
        return found

    def rooms_for(self, meeting: Meeting, place: str) -> list[Rooms | None]:
        """Rooms of a place that seat the meeting, small ones first; [None] where none is booked."""
        here = self.rooms.get(place)
        return [None] if here is None else [rooms for rooms in here if rooms.seats >= meeting.size]

    def travel(self, person: str, place: str) -> int:
        """Steps between where somebody sets out from and a place."""
        base = self.problem.people[person].base
        return self.grid.steps(self.problem.travel.get((base, place), 0)) if base else 0

    def taken(self, person: str, option: Option) -> int:
        """The steps that an option takes of somebody's day, the way there and back included."""
        way = self.travel(person, option.place)
        span = ((1 << (option.length + 2 * way)) - 1) << option.start
        return span >> way

    def options(self, meeting: Meeting) -> list[Option]:
        """Every time and place that the hard rules leave, the cheapest first."""
        if meeting.id not in self._options:
            self._options[meeting.id] = self._found(meeting)
        return self._options[meeting.id]

    def _found(self, meeting: Meeting) -> list[Option]:
        if meeting.stands and meeting.stands.is_locked:
            return self._locked(meeting, meeting.stands)
        starts, length = self.starts(meeting), self.length(meeting)
        liked = starts_of(self.grid.weekly(meeting.likes), length) if meeting.likes else starts
        blocks = {
            person: starts_of(self.blocks[person], length)
            for person in meeting.must
            if person in self.blocks
        }
        found = []
        for place in meeting.places:
            for rooms in self.rooms_for(meeting, place):
                here = starts if rooms is None else starts & starts_of(rooms.free, length)
                for start in bits(here):
                    outside = tuple(who for who, fits in blocks.items() if not fits >> start & 1)
                    costs = fixed_costs(
                        meeting,
                        days_off=abs((self.grid.day(start) - meeting.target).days),
                        place=place,
                        is_liked=bool(liked >> start & 1),
                        off_block=outside,
                        is_moved=self._is_moved(meeting, start, place),
                    )
                    found.append(Option(meeting.id, start, length, place, rooms, costs))
        return sorted(found, key=lambda option: (option.cost, option.start))

    def _is_moved(self, meeting: Meeting, start: int, place: str) -> bool:
        stands = meeting.stands
        return stands is not None and (self.grid.at(stands.starts), stands.place) != (start, place)

    def _locked(self, meeting: Meeting, stands: Standing) -> list[Option]:
        here = self.rooms.get(stands.place, [])
        rooms = next((group for group in here if stands.room in group.ids), None)
        start = self.grid.at(stands.starts)
        return [Option(meeting.id, start, self.length(meeting), stands.place, rooms, ())]

    def _enough(self, meeting: Meeting, people: tuple[str, ...], count: int) -> int:
        length = self.length(meeting)
        at_least = [self.grid.whole] + [0] * count
        for person in people:
            free = starts_of(self.free[person], length)
            for taken in range(count, 0, -1):
                at_least[taken] |= at_least[taken - 1] & free
        return at_least[count]

    def _free(self, person: str) -> int:
        who = self.problem.people[person]
        free = self.open & self.grid.weekly(who.hours) & ~self._days(who.away)
        for span in who.busy:
            free &= ~self.grid.touched(span)
        return free

    def _days(self, several: Iterable[Days]) -> int:
        found = 0
        for days in several:
            found |= self.grid.on_days(days)
        return found

    def _rooms(self) -> dict[str, list[Rooms]]:
        alike: dict[tuple[str, int, int, str], list[Room]] = defaultdict(list)
        meetings = self.problem.meetings.values()
        locked = {m.stands.room for m in meetings if m.stands and m.stands.is_locked}
        for room in self.problem.rooms.values():
            free = self.open
            for span in room.busy:
                free &= ~self.grid.touched(span)
            alike[room.place, room.seats, free, room.id if room.id in locked else ""].append(room)
        found: dict[str, list[Rooms]] = defaultdict(list)
        for (place, seats, free, _), rooms in alike.items():
            found[place].append(Rooms(place, seats, tuple(room.id for room in rooms), free))
        for groups in found.values():
            groups.sort(key=lambda group: group.seats)
        return dict(found)
