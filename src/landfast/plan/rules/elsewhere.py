"""Plans that others keep for the citizen, what they ask of her, and where that cannot be (D5).

Landfast holds no copy of them: who owns each, on which law it rests, its dates, and what it asks of
the citizen. Two demands that do not fit are shown with both sources; what to do about it is talked
over and becomes an agreement. S003 §4 (one plan over the plans), standards.md §8.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

WORDS_MAX = 300
OWNER_MAX = 120
PARTIES_MAX = 500


class PlanKind(StrEnum):
    """Which plan it is."""

    SOCIAL = "social"
    MY_PLAN = "my_plan"
    WHOLE = "whole"
    TREATMENT = "treatment"
    SUBSTANCE = "substance"
    REHABILITATION = "rehabilitation"
    DISCHARGE = "discharge"
    COORDINATION = "coordination"
    FAMILY = "family"
    RELEASE = "release"
    OTHER = "other"


KIND_NAMES: dict[PlanKind, str] = {
    PlanKind.SOCIAL: da("Social handleplan"),
    PlanKind.MY_PLAN: da("Min plan fra jobcentret"),
    PlanKind.WHOLE: da("Helhedsorienteret plan"),
    PlanKind.TREATMENT: da("Behandlingsplan"),
    PlanKind.SUBSTANCE: da("Plan for rusmiddelbehandling"),
    PlanKind.REHABILITATION: da("Rehabiliteringsplan"),
    PlanKind.DISCHARGE: da("Udskrivningsaftale"),
    PlanKind.COORDINATION: da("Koordinationsplan"),
    PlanKind.FAMILY: da("Barnets eller familiens plan"),
    PlanKind.RELEASE: da("Handleplan fra kriminalforsorgen"),
    PlanKind.OTHER: da("En anden plan"),
}

LAWS: dict[PlanKind, str] = {
    PlanKind.SOCIAL: da("Serviceloven § 141"),
    PlanKind.MY_PLAN: da("Lov om en aktiv beskæftigelsesindsats"),
    PlanKind.TREATMENT: da("Psykiatriloven § 3"),
    PlanKind.SUBSTANCE: da("Serviceloven § 101 og sundhedsloven § 141"),
    PlanKind.DISCHARGE: da("Psykiatriloven § 13 a"),
    PlanKind.COORDINATION: da("Psykiatriloven § 13 b"),
}
"""The law as it is usually named; whoever writes the plan down may write another."""

HAS_PARTIES = frozenset({PlanKind.DISCHARGE, PlanKind.COORDINATION})
"""Made between the ward and others: who they are is part of it (psykiatriloven § 13 a and b)."""


class DemandKind(StrEnum):
    """What a plan asks of the citizen."""

    COME = "come"
    REST = "rest"
    FREE_FIRST = "free_first"
    TREATED_FIRST = "treated_first"
    PROVE = "prove"
    OTHER = "other"


DEMAND_NAMES: dict[DemandKind, str] = {
    DemandKind.COME: da("Møde op"),
    DemandKind.REST: da("Holde ro"),
    DemandKind.FREE_FIRST: da("Være stoffri eller ædru først"),
    DemandKind.TREATED_FIRST: da("Være i psykiatrisk behandling først"),
    DemandKind.PROVE: da("Vise papirer eller prøver"),
    DemandKind.OTHER: da("Noget andet"),
}


class Clash(StrEnum):
    """Why two demands cannot both be met."""

    SAME_TIME = "same_time"
    REST_AND_COME = "rest_and_come"
    EACH_WAITS = "each_waits"


CLASH_NAMES: dict[Clash, str] = {
    Clash.SAME_TIME: da("De er på samme tid."),
    Clash.REST_AND_COME: da("Den ene siger ro, den anden siger, at man skal møde op."),
    Clash.EACH_WAITS: da("De venter på hinanden: den ene vil have det andet først."),
}


@dataclass(frozen=True)
class When:
    """When something is asked: a day, or a weekday each week (0 is Monday); and the hours."""

    day: date | None = None
    weekday: int | None = None
    begins: time | None = None
    ends: time | None = None

    @property
    def is_said(self) -> bool:
        """Is there a day at all?"""
        return self.day is not None or self.weekday is not None

    def meets(self, other: "When") -> bool:
        """Can both be at once? A day without an hour is the whole day; no day meets nothing."""
        return self._same_day(other) and self._same_hours(other)

    def _same_day(self, other: "When") -> bool:
        if self.day and other.day:
            return self.day == other.day
        return self._weekday() is not None and self._weekday() == other._weekday()

    def _weekday(self) -> int | None:
        return self.day.weekday() if self.day else self.weekday

    def _same_hours(self, other: "When") -> bool:
        first, last = self._hours()
        begins, ends = other._hours()
        return first == begins or (first < ends and begins < last)

    def _hours(self) -> tuple[time, time]:
        return self.begins or time.min, self.ends or self.begins or time.max


@dataclass(frozen=True)
class Asked:
    """One demand of a plan that runs."""

    plan: object
    kind: DemandKind
    when: When


Row = TypeVar("Row", bound=Asked)


def clash(one: Asked, other: Asked) -> Clash | None:
    """Why both cannot be met, if so; nobody is to choose between two authorities alone (D5)."""
    kinds = {one.kind, other.kind}
    if kinds == {DemandKind.COME}:
        return Clash.SAME_TIME if one.when.meets(other.when) else None
    if one.plan == other.plan:
        return None
    if kinds == {DemandKind.REST, DemandKind.COME}:
        timed = one.when.is_said and other.when.is_said
        return Clash.REST_AND_COME if not timed or one.when.meets(other.when) else None
    return Clash.EACH_WAITS if kinds == {DemandKind.FREE_FIRST, DemandKind.TREATED_FIRST} else None


def clashes(rows: Iterable[Row]) -> list[tuple[Clash, Row, Row]]:
    """All pairs that cannot both be met, in the order in which they stand."""
    pairs = combinations(rows, 2)
    return [(why, one, other) for one, other in pairs if (why := clash(one, other))]


def check_plan(owner: str, starts_on: date | None, ends_on: date | None) -> None:
    """A plan has somebody who owns it, and ends after it begins."""
    if not owner.strip():
        raise Wrong("no_owner", da("Skriv, hvem der har lavet planen."), "owner")
    if starts_on and ends_on and ends_on < starts_on:
        raise Wrong("ends_early", da("Planen slutter, før den begynder."), "ends_on")


def check_parties(kind: PlanKind, parties: str) -> None:
    """A discharge agreement and a coordination plan say between whom (psykiatriloven § 13 a, b)."""
    if kind in HAS_PARTIES and not parties.strip():
        raise Wrong("no_parties", da("Skriv, hvem den er aftalt mellem."), "parties")


def check_said(kind: PlanKind, asked_on: date | None, today: date) -> None:
    """A coordination plan is made because she was asked and did not take part (§ 13 b)."""
    if kind is PlanKind.COORDINATION and asked_on is None:
        raise Wrong("not_asked", da("Skriv, hvornår borgeren blev spurgt."), "asked_on")
    if asked_on and asked_on > today:
        raise Wrong("asked_ahead", da("Dagen ligger i fremtiden."), "asked_on")


def check_demand(words: str, when: When) -> None:
    """What is asked stands in words; an hour belongs to a day."""
    if not words.strip():
        raise Wrong("no_demand", da("Skriv, hvad man skal gøre."), "words")
    if when.begins and not when.is_said:
        raise Wrong("hour_of_no_day", da("Vælg en dag eller en ugedag til tiden."), "weekday")
    if when.ends and (when.begins is None or when.ends <= when.begins):
        raise Wrong("ends_before", da("Sluttiden skal ligge efter starttiden."), "ends")
