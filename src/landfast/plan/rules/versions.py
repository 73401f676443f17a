"""The plan on a day, from the agreements' own history, and what came between two days (D2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from landfast.plan.rules import life
from landfast.plan.rules.words import AgreementState


@dataclass(frozen=True)
class Changed:
    """One line of an agreement's history: its day, where it led, and what stood before."""

    day: date
    after: AgreementState
    old_text: str = ""
    old_due_on: date | None = None


@dataclass(frozen=True)
class Stood:
    """An agreement as it stood on a day."""

    id: UUID
    text: str
    state: AgreementState
    due_on: date | None


def on_day(now: Stood, history: Sequence[Changed], day: date) -> Stood | None:
    """How an agreement stood at the end of a day; None before it was proposed.

    `history` is oldest first. What stood before is told by the first change after the day.
    """
    until = [one for one in history if one.day <= day]
    later = [one for one in history if one.day > day]
    if not until:
        return None
    text = next((one.old_text for one in later if one.old_text), now.text)
    due = next((one.old_due_on for one in later if one.old_due_on), now.due_on)
    return Stood(now.id, text, until[-1].after, due)


class Difference(StrEnum):
    """What came between two days."""

    CAME = "came"
    COUNTS = "counts"
    WORDS = "words"
    DAY = "day"
    STATE = "state"


@dataclass(frozen=True)
class Between:
    """One difference: of which agreement, and how it stood before."""

    what: Difference
    now: Stood
    before: Stood | None = None


def came_between(day: date | None, since: date, until: date) -> bool:
    """Did it come after the end of one day and by the end of another?"""
    return day is not None and since < day <= until


def first_day_to_compare(changed: Sequence[date], until: date) -> date:
    """The day before the last change, so that what changed last is told (D2).

    `changed` is newest first.
    """
    last = next((day for day in changed if day <= until), None)
    return last - timedelta(days=1) if last else until


def compare(before: Mapping[UUID, Stood], after: Iterable[Stood]) -> list[Between]:
    """What came, what began to count, other words, another day, another state: in that order."""
    found: list[Between] = []
    for now in after:
        then = before.get(now.id)
        if then is None:
            what = Difference.COUNTS if life.counts(now.state) else Difference.CAME
            found.append(Between(what, now))
            continue
        if then.text != now.text:
            found.append(Between(Difference.WORDS, now, then))
        if then.due_on != now.due_on:
            found.append(Between(Difference.DAY, now, then))
        if then.state != now.state:
            begins = life.counts(now.state) and not life.counts(then.state)
            found.append(Between(Difference.COUNTS if begins else Difference.STATE, now, then))
    order = list(Difference)
    return sorted(found, key=lambda one: order.index(one.what))
