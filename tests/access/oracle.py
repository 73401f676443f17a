"""Who may reach what on which day, in plain Python: it knows the histories and no database.

Time is counted in hours from the first day's nine o'clock; people are asked about at that hour.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from landfast.access.rules import ALWAYS, Level, Situation, Topic, When

HOURS = 24
PAST = 10
"""Hours of a day that are past in Denmark at nine UTC; of summer's eleventh nothing is drawn."""
PEOPLE = ("bo", "anna", "mads", "nina", "lars", "solveig")
POSTS = {
    "bo": ("social", "home_support"), "anna": ("ward", "ward_staff"),
    "mads": ("coordination", "coordinator"), "nina": ("coordination", "coordinator"),
    "lars": ("coordination", "leader"), "solveig": ("social", "case_worker"),
}  # fmt: skip
WORKS_IN = {name: "region" if name == "anna" else "municipality" for name in PEOPLE}
MEETINGS = (UUID(int=1), UUID(int=2))
WAITS = 3
EMERGENCY_HOURS = 8
WRITTEN = {"old": -30, "new": 10}
"""The days on which the wishes of each area were written."""


@dataclass(frozen=True)
class Given:
    """A grant as drawn: to a person, to a post in a unit or to an organisation, for some days."""

    course: int
    person: str | None
    unit: str
    post: str
    topic: Topic
    level: Level
    first: int
    days: int | None
    organisation: str | None
    situation: Situation

    @property
    def when(self) -> When:
        """Frame and whole hang on nothing; one of two meetings; three days without her."""
        if self.topic in {Topic.FRAME, Topic.WHOLE}:
            return ALWAYS
        is_meeting = self.situation is Situation.MEETING
        return When(
            self.situation, WAITS if self.situation is Situation.UNREACHABLE else None,
            MEETINGS[self.first % 2] if is_meeting else None,
        )  # fmt: skip

    @property
    def to_organisation(self) -> str | None:
        """Only topics are given to a whole organisation."""
        return None if self.topic in {Topic.FRAME, Topic.WHOLE} else self.organisation


@dataclass(frozen=True)
class So:
    """Something that was so for some days."""

    course: int
    kind: Situation
    first: int
    days: int
    meeting: int


@dataclass(frozen=True)
class Emergency:
    """Opened by somebody, some hours before nine on a day."""

    course: int
    person: str
    day: int
    before: int

    @property
    def at(self) -> int:
        """The hour."""
        return self.day * HOURS - self.before


@dataclass(frozen=True)
class ByLaw:
    """Read on a ground in law: one topic, to the end of the last day."""

    course: int
    person: str
    topic: Topic
    day: int
    days: int


@dataclass(frozen=True)
class Line:
    """A fresh start: on a day the citizen says that what is older than some days stays behind."""

    day: int
    back: int
    lifted: int | None

    @property
    def since(self) -> int:
        """The day from which things are new."""
        return self.day - self.back

    @property
    def since_hour(self) -> int:
        """The midnight with which that day begins in Denmark."""
        return self.since * HOURS - PAST


@dataclass(frozen=True)
class Kept:
    """Kept apart from a day, with a leader by name, until it was lifted."""

    day: int
    leader: str
    lifted: int | None


@dataclass(frozen=True)
class Held:
    """A ground as it reaches: from an hour until before another one."""

    course: int
    topic: Topic
    level: Level
    start: int
    end: int | None
    given: Given | None = None
    person: str | None = None

    def lasts(self, hour: int) -> bool:
        """Does it reach then?"""
        return self.start <= hour and (self.end is None or hour < self.end)

    @property
    def is_void(self) -> bool:
        """It ended as it began."""
        return self.end == self.start


@dataclass(frozen=True)
class History:
    """What was given, what was so, and what people did."""

    grants: list[Given]
    so: list[So]
    acted: list[tuple[int, int]]
    opened: list[Emergency]
    by_law: list[ByLaw] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)
    """The last day of somebody's job."""
    lines: dict[int, Line] = field(default_factory=dict)
    apart: dict[int, Kept] = field(default_factory=dict)

    def works(self, person: str, day: int) -> bool:
        """Has this person a job on that day?"""
        return person not in self.left or day <= self.left[person]

    def is_apart(self, course: int, hour: int) -> bool:
        """Is the course kept apart then?"""
        kept = self.apart.get(course)
        return kept is not None and _stands(kept.day, kept.lifted, hour)


def _stands(day: int, lifted: int | None, hour: int) -> bool:
    return day * HOURS <= hour and (lifted is None or hour < lifted * HOURS)


def holds(history: History, g: Given, day: int) -> bool:
    """Is it so on that day, what this grant hangs on?"""
    when = g.when
    return when == ALWAYS or any(
        so.course == g.course
        and so.kind is when.situation
        and so.first <= day < so.first + so.days
        and (when.about is None or (MEETINGS[so.meeting] == when.about and day < so.first + 1))
        and (when.days is None or so.first + when.days <= day)
        and not (when.days and any(c == so.course and at > so.first for c, at in history.acted))
        for so in history.so
    )


def grounds(history: History, day: int) -> Iterator[Held]:
    """All grounds there are, as far as the history has come on that day.

    What was given to a post, a unit or an organisation ends when the course is kept apart.
    """
    for g in history.grants:
        start, end = g.first * HOURS, None if g.days is None else (g.first + g.days) * HOURS
        kept = history.apart.get(g.course)
        if g.person is None and kept and kept.day <= day:
            cut = max(start, kept.day * HOURS)
            end = cut if end is None or end > kept.day * HOURS else end
        yield Held(g.course, g.topic, g.level, start, end, g, g.person)
    for e in history.opened:
        end = e.at + EMERGENCY_HOURS
        yield Held(e.course, Topic.WHOLE, Level.READ, e.at, end, None, e.person)
    for law in history.by_law:
        start, end = law.day * HOURS, (law.day + law.days) * HOURS + 1
        yield Held(law.course, law.topic, Level.READ, start, end, None, law.person)


def is_theirs(held: Held, person: str) -> bool:
    """Is it given to this person, to their post, or where they work?"""
    if held.person is not None or held.given is None:
        return held.person == person
    unit, role = POSTS[person]
    if held.given.to_organisation:
        return WORKS_IN[person] == held.given.to_organisation
    return held.given.unit == unit and held.given.post in {role, "any"}


def leads(history: History, person: str, course: int, day: int) -> bool:
    """The leader of the unit reaches the frame; kept apart, only one who is named."""
    kept = history.apart.get(course)
    named = kept is not None and kept.leader == person
    return person == "lars" and (not history.is_apart(course, day * HOURS) or named)


def reaches(
    history: History, person: str, course: int, topic: Topic, level: Level, day: int
) -> bool:
    """May this person reach the course's topic at this level on that day?"""
    if not history.works(person, day):
        return False
    if topic is Topic.FRAME and leads(history, person, course, day):
        return True
    return any(
        held.course == course
        and is_theirs(held, person)
        and held.lasts(day * HOURS)
        and (held.given is None or held.given.when == ALWAYS or holds(history, held.given, day))
        and held.topic in {Topic.WHOLE, topic}
        and held.level in {Level.WRITE, level}
        for held in grounds(history, day)
    )


def stays_behind(history: History, person: str, course: int, written: int, day: int) -> bool:
    """After a fresh start: is what was written that day older than the line, the person new?

    Known from before: let into the whole before the line, oneself or one's post; or, for who is
    not in the whole by a ground of one's own today, let in by any topic before it: oneself, one's
    post, or the organisation where one works.
    """
    line = history.lines.get(course)
    if line is None or not _stands(line.day, line.lifted, day * HOURS) or written >= line.since:
        return False
    found = [held for held in grounds(history, day) if held.course == course and not held.is_void]
    before = [held for held in found if held.start < line.since_hour]
    whole = [held for held in before if held.topic is Topic.WHOLE]
    if any(_was_theirs(held, person) for held in whole):
        return False
    in_whole = any(
        held.person == person and held.topic is Topic.WHOLE and held.lasts(day * HOURS)
        for held in found
    )
    by_topic = [held for held in before if held.topic not in {Topic.FRAME, Topic.WHOLE}]
    return in_whole or not any(_was_theirs(held, person) for held in by_topic)


def _was_theirs(held: Held, person: str) -> bool:
    return held.person == person if held.person else _works_where(held, person)


def _works_where(held: Held, person: str) -> bool:
    """Was the organisation let in where this person works, or the post that is theirs?"""
    assert held.given is not None
    if held.given.to_organisation:
        return WORKS_IN[person] == held.given.to_organisation
    unit, role = POSTS[person]
    return held.given.unit == unit and held.given.post in {role, "any"}
