"""A case file run through the rules as it happened: after each event, at each change of day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from landfast.course.rules.words import Precision
from landfast.redthread.casefile import Case, CaseEvent
from landfast.redthread.rules.catalogue import RULES
from landfast.redthread.rules.ledger import Finding, Key, Moved, findings, moved
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.telling import Reading
from landfast.redthread.telling.told import of_case

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Seen:
    """A finding that came, changed or ended, and the event it belongs to (FORMAT)."""

    event: str
    moved: Moved


def check(case: Case) -> list[Seen]:
    """Replay a case and tell what was found, when, and when it was over.

    Every rule is on: a case file is a told story with a ground of its own, not a person followed.
    """
    return list(_replay(case))


def _replay(case: Case) -> Iterator[Seen]:
    reading = _begin(case)
    standing: dict[Key, Finding] = {}
    before: CaseEvent | None = None
    for event in case.events:
        for day in _days_between(before, event):
            now = findings(reading.snapshot(day), SHIPPED, RULES)
            yield from (Seen(event.id, one) for one in moved(standing, now))
            standing = now
        reading.hear(of_case(event))
        now = findings(reading.snapshot(event.when.day), SHIPPED, RULES)
        yield from (Seen(event.id, one) for one in moved(standing, now))
        standing, before = now, event


def _begin(case: Case) -> Reading:
    return Reading(
        children=case.citizen.children_under_18, largest=case.citizen.max_meeting_size,
        programme=case.programme, asks_consent=case.consent_tracking,
    )  # fmt: skip


def _days_between(before: CaseEvent | None, event: CaseEvent) -> Iterator[date]:
    """The days that begin between two events; none from or to a year (FORMAT)."""
    if before is None or Precision.YEAR in {before.when.precision, event.when.precision}:
        return
    day = before.when.day + A_DAY
    while day <= event.when.day:
        yield day
        day += A_DAY
