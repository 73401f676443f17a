"""What the relay log is made of, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from landfast.course.queries.baton import Given, Held, Stood
from landfast.kernel.clock import date_in_denmark
from landfast.plan.queries import AgreementRow, ChangeRow
from landfast.plan.rules.words import Act, AgreementState
from landfast.programmes.rules import NeedArea


class Kind(StrEnum):
    """What somebody did."""

    PROMISE = "promise"
    MEETING = "meeting"
    MINUTES = "minutes"
    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True)
class Did:
    """One act: when, who, what, and to which part of her life it belongs."""

    at: datetime
    who: str
    kind: Kind
    what: str
    act: Act | None = None
    areas: tuple[NeedArea, ...] = ()
    by_citizen: bool = False

    @property
    def on(self) -> date:
        """The day of it in Denmark."""
        return date_in_denmark(self.at)


@dataclass(frozen=True)
class Open:
    """A promise that was not finished when the threads changed hands, as it stood that moment."""

    agreement_id: UUID
    what: str
    who: str
    due_on: date | None
    state: AgreementState
    areas: tuple[NeedArea, ...] = ()


@dataclass(frozen=True)
class Leg:
    """A stretch of the relay: who had the threads, from whom, what was open, what came next."""

    held: Held
    given: Given | None = None
    still_open: tuple[Open, ...] = ()
    next: Did | None = None
    beside: tuple[Stood, ...] = ()
    is_first: bool = False
    """Nobody had the threads before: nothing was handed over."""


@dataclass(frozen=True)
class Passed:
    """A promise that went from one to another."""

    at: datetime
    what: str
    giver: str
    taker: str


@dataclass(frozen=True)
class Promise:
    """A promise with its whole history, oldest first, and what it is about."""

    row: AgreementRow
    history: tuple[ChangeRow, ...]
    areas: tuple[NeedArea, ...]


@dataclass(frozen=True)
class Relay:
    """The whole log: stretches and acts with the newest first."""

    legs: tuple[Leg, ...]
    passed: tuple[Passed, ...]
    acts: tuple[Did, ...]
    areas: frozenset[NeedArea] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Baton:
    """Who had the threads, the first one first; who gave them on; who stood in beside them."""

    held: Sequence[Held]
    given: Sequence[Given] = ()
    beside: Sequence[Stood] = ()
