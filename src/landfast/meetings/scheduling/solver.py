"""A quarter of meetings at once, by a constraint solver (OR-tools CP-SAT).

One yes-or-no for each time and place that a meeting could have (`possible`), one for each person
who could take a part in it or come. Nobody and no room is in two places; the sum of costs is made
as small as the time allows. It begins from what `greedy` finds, so it is never worse than that.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ortools.sat.python import cp_model

from landfast.meetings.scheduling.diary import absences
from landfast.meetings.scheduling.explaining import why_not
from landfast.meetings.scheduling.greedy import place_in_turn
from landfast.meetings.scheduling.grid import bits
from landfast.meetings.scheduling.possible import Calendar, Option
from landfast.meetings.scheduling.shapes import Meeting, Placed, Plan, Problem, Seat
from landfast.meetings.scheduling.weighing import WEIGHTS, absence

SECONDS = 100.0
WORKERS = 8
"""CP-SAT's strategies want more threads than there are cores: fewer find worse plans."""


@dataclass
class _Choice:
    """What is decided of one meeting."""

    meeting: Meeting
    options: list[Option]
    at: list[Any] = field(default_factory=list)
    parts: dict[tuple[str, str, int], Any] = field(default_factory=dict)
    comes: dict[tuple[str, int], Any] = field(default_factory=dict)

    def starting(self, start: int) -> list[Any]:
        """The decisions that let it begin there."""
        return [
            at for option, at in zip(self.options, self.at, strict=True) if option.start == start
        ]

    def starts(self) -> list[int]:
        """Where it may begin."""
        return sorted({option.start for option in self.options})

    def longest(self, calendar: Calendar, person: str, start: int) -> int:
        """The steps somebody needs for it from there, whichever of the places it becomes."""
        taken = 0
        for option in self.options:
            if option.start == start:
                taken |= calendar.taken(person, option)
        return taken


def solve(
    problem: Problem,
    seconds: float = SECONDS,
    progress: Callable[[int, int], None] | None = None,
) -> Plan:
    """The best plan found in so many seconds. `progress` hears how many of how many are placed."""
    calendar = Calendar(problem)
    begun = place_in_turn(calendar)
    model = _Model(calendar)
    model.build()
    model.hint(begun)
    found = model.solved(seconds, progress)
    placed, figures = found or (begun, {"seconds": seconds, "proven_best": 0.0})
    left = [meeting for meeting in problem.meetings.values() if meeting.id not in placed]
    return Plan(placed, {meeting.id: why_not(calendar, meeting) for meeting in left}, figures)


class _Model:
    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.model = cp_model.CpModel()
        self.choices = {
            meeting.id: _Choice(meeting, calendar.options(meeting))
            for meeting in calendar.problem.meetings.values()
        }
        self.taken: dict[tuple[str, int], list[Any]] = defaultdict(list)
        self.a_day: dict[tuple[str, date], list[Any]] = defaultdict(list)
        self.rooms: dict[tuple[tuple[str, ...], int], list[Any]] = defaultdict(list)
        self.costs: list[Any] = []

    def build(self) -> None:
        """Every decision and every rule."""
        for choice in self.choices.values():
            self._place(choice)
            for seat in choice.meeting.seats:
                self._fill(choice, seat)
            self._invite(choice)
        for choice in self.choices.values():
            self._keep_in_turn(choice)
        self._nobody_twice()
        self.model.minimize(sum(self.costs))

    def _place(self, choice: _Choice) -> None:
        for option in choice.options:
            at = self.model.new_bool_var("")
            choice.at.append(at)
            self.costs.append((option.cost - WEIGHTS["unplaced"]) * at)
            for person in choice.meeting.must:
                self._take(person, self.calendar.taken(person, option), option.start, at)
            for step in bits(option.span):
                self.taken[f"course {choice.meeting.course}", step].append(at)
                if option.rooms:
                    self.rooms[option.rooms.ids, step].append(at)
        self.model.add_at_most_one(choice.at)

    def _fill(self, choice: _Choice, seat: Seat) -> None:
        for start in choice.starts():
            here = choice.starting(start)
            fit = [self._joins(choice, person, start) for person in seat.any_of]
            part = {p: v for p, v in zip(seat.any_of, fit, strict=True) if v is not None}
            for person, takes in part.items():
                choice.parts[seat.role, person, start] = takes
                if person in choice.meeting.may:  # she is there: it costs no absence
                    self.costs.append(-self._price(person) * takes)
            self.model.add(sum(part.values()) == seat.count * sum(here))

    def _invite(self, choice: _Choice) -> None:
        for person in choice.meeting.may:
            price = self._price(person)
            self.costs += [price * at for at in choice.at]
            for start in choice.starts():
                comes = self._joins(choice, person, start)
                if comes is not None:
                    choice.comes[person, start] = comes
                    self.costs.append(-price * comes)

    def _price(self, person: str) -> int:
        return absence(self.calendar.problem.people[person]).weight

    def _joins(self, choice: _Choice, person: str, start: int) -> Any:
        """Somebody who could be at the meeting if it begins there; None when at other work."""
        span = ((1 << self.calendar.length(choice.meeting)) - 1) << start
        if self.calendar.free[person] & span != span:
            return None
        joins = self.model.new_bool_var("")
        self.model.add(joins <= sum(choice.starting(start)))
        self._take(person, choice.longest(self.calendar, person, start), start, joins)
        return joins

    def _take(self, person: str, steps: int, start: int, when: Any) -> None:
        for step in bits(steps):
            self.taken[person, step].append(when)
        if self.calendar.problem.people[person].most_a_day is not None:
            self.a_day[person, self.calendar.grid.day(start)].append(when)

    def _keep_in_turn(self, choice: _Choice) -> None:
        before = self.choices.get(choice.meeting.after or "")
        if before is None:
            return
        last = (self.calendar.problem.days.last - self.calendar.problem.days.first).days
        far = last + choice.meeting.gap
        day, earlier = self._day(choice), self._day(before)
        self.model.add(
            day + far * (1 - sum(choice.at)) >= earlier + choice.meeting.gap * sum(before.at)
        )

    def _day(self, choice: _Choice) -> Any:
        a_day = self.calendar.grid.a_day
        pairs = zip(choice.options, choice.at, strict=True)
        return sum(option.start // a_day * at for option, at in pairs)

    def _nobody_twice(self) -> None:
        for several in _largest(self.taken.values()):
            self.model.add_at_most_one(several)
        for (rooms, _), several in self.rooms.items():
            if len(several) > len(rooms):
                self.model.add(sum(several) <= len(rooms))
        for (person, _), several in self.a_day.items():
            most = self.calendar.problem.people[person].most_a_day
            if most is not None and len(several) > most:
                self.model.add(sum(several) <= most)

    def hint(self, begun: dict[str, Placed]) -> None:
        """Where to begin."""
        for choice in self.choices.values():
            placed = begun.get(choice.meeting.id)
            start = self.calendar.grid.at(placed.starts) if placed else None
            for option, at in zip(choice.options, choice.at, strict=True):
                is_it = (
                    placed is not None
                    and (option.start, option.place) == (start, placed.place)
                    and (option.rooms is None or placed.room in option.rooms.ids)
                )
                self.model.add_hint(at, is_it)
            for (role, person, when), takes in choice.parts.items():
                sits = placed is not None and person in placed.seats.get(role, ())
                self.model.add_hint(takes, sits and when == start)
            for (person, when), comes in choice.comes.items():
                self.model.add_hint(
                    comes, placed is not None and person in placed.coming and when == start
                )

    def solved(
        self, seconds: float, progress: Callable[[int, int], None] | None
    ) -> tuple[dict[str, Placed], dict[str, float]] | None:
        """What was found and how long it took; None when the time was too short for anything."""
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = WORKERS
        solver.parameters.random_seed = 1
        hears = _Hears(self.choices.values(), progress) if progress else None
        status = solver.solve(self.model, hears)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        proven = float(status == cp_model.OPTIMAL)
        figures = {"seconds": round(solver.wall_time, 1), "proven_best": proven}
        return self._with_rooms(self._chosen(solver)), figures

    def _chosen(self, solver: cp_model.CpSolver) -> list[tuple[Option, Placed]]:
        found = []
        for choice in self.choices.values():
            for option, at in zip(choice.options, choice.at, strict=True):
                if solver.boolean_value(at):
                    found.append((option, self._read(solver, choice, option)))
        return sorted(found, key=lambda pair: pair[0].start)

    def _read(self, solver: cp_model.CpSolver, choice: _Choice, option: Option) -> Placed:
        meeting, start = choice.meeting, option.start
        seats = {
            seat.role: tuple(
                p for p in seat.any_of
                if (takes := choice.parts.get((seat.role, p, start))) is not None
                and solver.boolean_value(takes)
            )
            for seat in meeting.seats
        }  # fmt: skip
        coming = tuple(
            p for p in meeting.may
            if (comes := choice.comes.get((p, start))) is not None and solver.boolean_value(comes)
        )  # fmt: skip
        there = (*coming, *(p for several in seats.values() for p in several))
        costs = option.costs + absences(self.calendar, meeting, there)
        starts = self.calendar.grid.moment(start)
        return Placed(meeting.id, starts, option.place, None, seats, coming, costs)

    def _with_rooms(self, chosen: list[tuple[Option, Placed]]) -> dict[str, Placed]:
        """Rooms that are alike, handed out in the order of the day: there is always one left."""
        free_from: dict[str, int] = defaultdict(int)
        placed = {}
        for option, found in chosen:
            room = None
            if option.rooms:
                room = next(one for one in option.rooms.ids if free_from[one] <= option.start)
                free_from[room] = option.start + option.length
            placed[found.meeting] = replace(found, room=room)
        return placed


class _Hears(cp_model.CpSolverSolutionCallback):
    """Tells how many are placed each time a better plan is found."""

    def __init__(self, choices: Iterable[_Choice], tell: Callable[[int, int], None]) -> None:
        super().__init__()
        self._choices, self._tell = list(choices), tell

    def on_solution_callback(self) -> None:
        """A better plan."""
        placed = sum(any(self.boolean_value(at) for at in one.at) for one in self._choices)
        self._tell(placed, len(self._choices))


def _largest(groups: Iterable[list[Any]]) -> list[list[Any]]:
    """Those groups of decisions that no neighbour holds already: the rest say nothing new."""
    seen: set[tuple[int, ...]] = set()
    kept = []
    for group in groups:
        key = tuple(sorted(one.index for one in group))
        if len(key) > 1 and key not in seen:
            seen.add(key)
            kept.append(group)
    return kept
