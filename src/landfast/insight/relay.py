"""The relay log (stafetlog, S003; product D6) as plain values: made from acts, never typed.

A stafetlog tells what each does for the citizen, and who has the baton. Here it is drawn from what
people have done in Landfast anyway: who had the threads, what was still open when they changed
hands, and who acted next. What a promise was about, and how it stood, is told by its own history.
Who came to a meeting and who did not stands nowhere in it (F2), nor why somebody was away.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from landfast.course.queries.baton import Given, Held, Stood
from landfast.kernel.clock import DENMARK
from landfast.plan.queries import AgreementRow, ChangeRow
from landfast.plan.rules import life, versions
from landfast.plan.rules.words import Act, AgreementState
from landfast.programmes.rules import NeedArea

SAYS_YES = frozenset({Act.ACCEPT, Act.TAKE_OVER})


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
        return self.at.astimezone(DENMARK).date()


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


def relay(baton: Baton, promises: Sequence[Promise], others: Iterable[Did]) -> Relay:
    """The log from what the rooms know."""
    acts = sorted([*promised(promises), *others], key=lambda one: one.at)
    first = baton.held[0] if baton.held else None
    legs = [
        _leg(one, baton, () if one is first else open_at(promises, one.since),
             None if one is first else next_act(acts, one.since))
        for one in baton.held
    ]  # fmt: skip
    return Relay(
        tuple(reversed(legs)), tuple(passed(promises)), tuple(reversed(acts)),
        frozenset(area for one in acts for area in one.areas),
    )  # fmt: skip


def _leg(held: Held, baton: Baton, still_open: Iterable[Open], then: Did | None) -> Leg:
    came = next((one for one in baton.given if _is_yes_to(one, held)), None)
    beside = tuple(one for one in baton.beside if _is_within(one, held))
    return Leg(held, came, tuple(still_open), then, beside, held is baton.held[0])


def _is_yes_to(given: Given, held: Held) -> bool:
    """The yes and the stretch are written in one act: the same day, the same person."""
    return given.taker_id == held.person_id and given.at.date() == held.since.date()


def _is_within(stood: Stood, held: Held) -> bool:
    first = held.since.astimezone(DENMARK).date()
    last = held.until.astimezone(DENMARK).date() if held.until else None
    return (last is None or stood.since <= last) and (stood.until is None or stood.until >= first)


def open_at(promises: Iterable[Promise], moment: datetime) -> Iterable[Open]:
    """What somebody still had to answer or to do at that moment, the nearest date first."""
    found = [one for promise in promises if (one := _stood(promise, moment))]
    return sorted(
        (one for one in found if life.is_open(one.state)),
        key=lambda one: (one.due_on is None, one.due_on or date.max, one.what),
    )


def _stood(promise: Promise, moment: datetime) -> Open | None:
    row = promise.row
    lines = [
        versions.Changed(one.at, one.after, one.old_text, one.old_due_on)
        for one in promise.history
    ]  # fmt: skip
    now = versions.Stood(row.id, row.text, row.state, row.due_on)
    then = versions.on_day(now, lines, moment)  # a moment is a day to it, only finer
    if then is None:
        return None
    return Open(
        row.id, then.text, maker_at(promise, moment), then.due_on, then.state, promise.areas
    )


def maker_at(promise: Promise, moment: datetime) -> str:
    """Whose promise it was: of one that was taken over later, the one who had said yes before."""
    later = [one for one in promise.history if one.at > moment]
    now = promise.row.maker.name if promise.row.maker else ""
    if not any(one.act is Act.TAKE_OVER for one in later):
        return now
    yes = [one for one in promise.history if one.at <= moment and one.act in SAYS_YES]
    return yes[-1].actor.name if yes else now


def next_act(acts: Iterable[Did], moment: datetime) -> Did | None:
    """Who acted first after the threads changed hands; `acts` is oldest first."""
    return next((one for one in acts if one.at > moment), None)


def promised(promises: Iterable[Promise]) -> Iterable[Did]:
    """Every line of the promises' histories as an act. What was reported stays with the promise."""
    for promise in promises:
        for line in promise.history:
            yield Did(
                line.at, line.actor.name, Kind.PROMISE, promise.row.text, line.act, promise.areas,
                line.actor.is_citizen,
            )  # fmt: skip


def passed(promises: Iterable[Promise]) -> list[Passed]:
    """Promises that went to another, the newest first: taken over, or a new one instead."""
    rows: Mapping[UUID, Promise] = {one.row.id: one for one in promises}
    found = []
    for promise in rows.values():
        last = ""
        for line in promise.history:
            if line.act is Act.TAKE_OVER and last and last != line.actor.name:
                found.append(Passed(line.at, promise.row.text, last, line.actor.name))
            if line.act in SAYS_YES:
                last = line.actor.name
        found.extend(_instead(promise, rows))
    return sorted(found, key=lambda one: one.at, reverse=True)


def _instead(promise: Promise, rows: Mapping[UUID, Promise]) -> Iterable[Passed]:
    """A new agreement that counts, made by another than the one it stands in for."""
    new = promise.row
    old = rows.get(new.replaces_id) if new.replaces_id else None
    if old is None or not new.accepted_at or not (new.maker and old.row.maker):
        return
    if new.maker.id != old.row.maker.id:
        yield Passed(new.accepted_at, new.text, old.row.maker.name, new.maker.name)
