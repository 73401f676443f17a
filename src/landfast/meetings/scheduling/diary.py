"""A day book that fills up: who and which rooms are taken by the meetings placed so far."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from landfast.meetings.scheduling.possible import Calendar, Option
from landfast.meetings.scheduling.shapes import Cost, Meeting, Placed
from landfast.meetings.scheduling.weighing import absence


class Diary:
    """What is taken so far; asks whether an option still fits, and takes it."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._people: dict[str, int] = defaultdict(int)
        self._rooms: dict[str, int] = defaultdict(int)
        self._courses: dict[str, int] = defaultdict(int)
        self._a_day: Counter[tuple[str, date]] = Counter()
        self.days: dict[str, date] = {}
        self._later: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in calendar.problem.meetings.values():
            if meeting.after:
                self._later[meeting.after].append(meeting)

    def fits(self, option: Option) -> Placed | None:
        """The meeting as it would be held there, or None when something is taken."""
        meeting = self.calendar.problem.meetings[option.meeting]
        if not self._in_turn(meeting, option) or self._courses[meeting.course] & option.span:
            return None
        if not all(self._can(person, option) for person in meeting.must):
            return None
        seats = self._seats(meeting, option)
        room = self._room(option)
        if seats is None or (option.rooms and not room):
            return None
        return self._placed(meeting, option, seats, room)

    def take(self, option: Option, placed: Placed) -> None:
        """Write it in."""
        meeting = self.calendar.problem.meetings[option.meeting]
        day = self.calendar.grid.day(option.start)
        for person in everybody(meeting, placed):
            self._people[person] |= self.calendar.taken(person, option)
            self._a_day[person, day] += 1
        if placed.room:
            self._rooms[placed.room] |= option.span
        self._courses[meeting.course] |= option.span
        self.days[meeting.id] = day

    def _can(self, person: str, option: Option) -> bool:
        if self._people[person] & self.calendar.taken(person, option):
            return False
        most = self.calendar.problem.people[person].most_a_day
        return most is None or self._a_day[person, self.calendar.grid.day(option.start)] < most

    def _could(self, person: str, option: Option) -> bool:
        free = self.calendar.free[person]
        return free & option.span == option.span and self._can(person, option)

    def _in_turn(self, meeting: Meeting, option: Option) -> bool:
        day, gap = self.calendar.grid.day(option.start), timedelta(days=meeting.gap)
        before = self.days.get(meeting.after) if meeting.after else None
        if before and day < before + gap:
            return False
        return all(
            self.days[m.id] >= day + timedelta(days=m.gap)
            for m in self._later[meeting.id]
            if m.id in self.days
        )

    def _seats(self, meeting: Meeting, option: Option) -> dict[str, tuple[str, ...]] | None:
        chosen: dict[str, tuple[str, ...]] = {}
        used = set(meeting.must)
        for seat in meeting.seats:
            fit = [p for p in seat.any_of if p not in used and self._could(p, option)]
            if len(fit) < seat.count:
                return None
            chosen[seat.role] = tuple(fit[: seat.count])
            used.update(fit[: seat.count])
        return chosen

    def _room(self, option: Option) -> str | None:
        if option.rooms is None:
            return None
        free = (room for room in option.rooms.ids if not self._rooms[room] & option.span)
        return next(free, None)

    def _placed(
        self, meeting: Meeting, option: Option, seats: dict[str, tuple[str, ...]], room: str | None
    ) -> Placed:
        used = {person for several in seats.values() for person in several}
        coming = tuple(p for p in meeting.may if p not in used and self._could(p, option))
        costs = option.costs + absences(self.calendar, meeting, (*coming, *used))
        starts = self.calendar.grid.moment(option.start)
        return Placed(meeting.id, starts, option.place, room, seats, coming, costs)


def everybody(meeting: Meeting, placed: Placed) -> list[str]:
    """Everybody whose time a placed meeting takes, the citizen aside."""
    return [
        *meeting.must,
        *(p for several in placed.seats.values() for p in several),
        *placed.coming,
    ]


def absences(calendar: Calendar, meeting: Meeting, there: tuple[str, ...]) -> tuple[Cost, ...]:
    """What it costs that some of those who may come do not, with a part or without."""
    people = calendar.problem.people
    return tuple(absence(people[person]) for person in meeting.may if person not in there)
