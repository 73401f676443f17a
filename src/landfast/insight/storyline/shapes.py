"""What a story line is made of: events in lanes, spans, threads of promises, findings as marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from landfast.course.rules.words import Precision


class Lane(StrEnum):
    """Whose part of the story it is: one lane for each group of sectors."""

    COORDINATION = "coordination"
    CITIZEN = "citizen"
    CLOSEST = "closest"
    PSYCHIATRY = "psychiatry"
    HEALTH = "health"
    SOCIAL = "social"
    WORK = "work"
    OTHERS = "others"


class Kind(StrEnum):
    """What something on the line is."""

    EVENT = "event"
    MEETING = "meeting"
    STAY = "stay"
    PERSON = "person"
    PROMISE = "promise"
    FINDING = "finding"


class End(StrEnum):
    """How a promise's thread ends (D2)."""

    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"
    OPEN = "open"
    ASKED = "asked"
    OVER = "over"


@dataclass(frozen=True)
class Event:
    """Something that happened: when, in whose lanes, who was there and who was missing."""

    key: str
    on: date
    kind: Kind
    code: str
    """What it was: a kind of observation, or of an act in Landfast."""
    lanes: tuple[Lane, ...]
    words: str = ""
    precision: Precision = Precision.EXACT
    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Those who were asked and did not come; never the citizen, who may always stay away."""
    as_roles: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The same as roles, for a copy without names."""


@dataclass(frozen=True)
class Span:
    """A stretch of time with a name: a phase, somebody's time with the threads, a stay."""

    key: str
    name: str
    since: date
    until: date | None
    is_hollow: bool = False
    """Somebody covered, or nobody was there: drawn as an outline."""


@dataclass(frozen=True)
class Thread:
    """A promise from the day it was proposed to how it ended; `until` is open while it runs."""

    key: str
    what: str
    who: str
    since: date
    until: date | None
    end: End
    due_on: date | None = None
    kind = Kind.PROMISE

    @property
    def on(self) -> date:
        """The day it begins."""
        return self.since


@dataclass(frozen=True)
class Flag:
    """Something worth a look, since when, and what it rests on; `until` when it is over."""

    key: str
    on: date
    says: str
    to_citizen: str
    values: Mapping[str, list[str]] = field(default_factory=dict)
    until: date | None = None
    about: tuple[str, ...] = ()
    """What the promises it rests on say: several on a line may have the same sentence."""
    kind = Kind.FINDING


@dataclass(frozen=True)
class Story:
    """A whole course, each part with the oldest first."""

    events: tuple[Event, ...] = ()
    phases: tuple[Span, ...] = ()
    holders: tuple[Span, ...] = ()
    stays: tuple[Span, ...] = ()
    seats: tuple[Span, ...] = ()
    """Needs that somebody told of and nobody at the table worked with (tomme pladser, B4)."""
    threads: tuple[Thread, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def days(self) -> list[date]:
        """Every day that something is known of, in order."""
        spans = (*self.phases, *self.holders, *self.stays, *self.seats)
        marks: tuple[Event | Thread | Flag, ...] = (*self.events, *self.threads, *self.flags)
        return sorted([*(one.since for one in spans), *(one.on for one in marks)])

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes that something lies in, in their order."""
        used = {lane for one in self.events for lane in one.lanes}
        return tuple(lane for lane in Lane if lane in used)
