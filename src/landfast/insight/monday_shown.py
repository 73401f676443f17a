"""Which lines of a Monday are shown whole, by key; the rest is only counted (`folding`)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from landfast.insight.asks import Asked
from landfast.insight.calling import Reason, Why
from landfast.insight.folding import LINES, QUIET_COURSES, Group, lines_shown
from landfast.insight.monday_facts import Due, Facts, calls_of, due_of, never_folded
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.queries.around import Invites
from landfast.redthread.queries.asked import Worth

One = TypeVar("One")
WORTH_SHOWN = 5
"""Never more stand open (domain F2), but what may be about life: that is never folded (E5)."""
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Shown:
    """What is shown, found and not yet read; and how much more there is."""

    calls: list[tuple[Reason, int]]
    """Each with how many more reasons there are about the same citizen."""
    waits: list[Asked | Due]
    meets: list[UUID]
    unreached: list[UUID]
    invites: list[Invites]
    worth: list[Worth]
    courses: list[UUID]
    second: list[UUID]
    folded: dict[Group, int]

    @property
    def course_ids(self) -> set[UUID]:
        """All of whom something is shown."""
        return {
            *(why.course_id for why, _ in self.calls), *(one.course_id for one in self.waits),
            *self.meets, *self.unreached, *(one.course_id for one in self.invites),
            *(one.course_id for one in self.worth),
            *self.courses, *self.second,
        }  # fmt: skip

    @property
    def agreements(self) -> set[UUID]:
        """Those whose words are read."""
        calls = {why.agreement.id for why, _ in self.calls if why.agreement}
        return calls | {one.agreement_id for one in self.waits if one.agreement_id}


class _Fold:
    """Takes the first of each group, and keeps account of the rest."""

    def __init__(self, opened: Collection[Group]) -> None:
        self._opened = opened
        self.folded: dict[Group, int] = {}

    def __call__(self, group: Group, rows: Sequence[One], shown: int) -> list[One]:
        if group in self._opened or shown >= len(rows):
            return list(rows)
        self.folded[group] = len(rows) - shown
        return list(rows[:shown])


def shown_of(facts: Facts, opened: Collection[Group]) -> Shown:
    """The lines that are shown whole: the first of each group, and all that is urgent."""
    fold, calls, waits, meets = _Fold(opened), calls_of(facts), due_of(facts), _meets(facts)
    say = sorted(facts.unreached.keys() & facts.held, key=facts.unreached.__getitem__)
    invites = [one for one in facts.around.invites if one.course_id in facts.mine]
    broken = sum(why.why is Why.BROKEN for why, _ in calls)
    urgent = never_folded(waits)
    lives = sum(one.may_be_life for one in facts.worth)
    is_quiet = not (facts.ended or calls or waits or meets or say or invites or facts.worth)
    return Shown(
        fold(Group.CALLS, calls, lines_shown(len(calls), broken, LINES)),
        fold(Group.WAITS, waits, lines_shown(len(waits), urgent)),
        meets,
        fold(Group.SAY, say, lines_shown(len(say))),
        fold(Group.INVITES, invites, lines_shown(len(invites))),
        fold(Group.WORTH, facts.worth, max(lives, min(len(facts.worth), WORTH_SHOWN))),
        fold(Group.COURSES, _longest_quiet(facts), QUIET_COURSES if is_quiet else 0),
        fold(Group.SECOND, facts.mine_as_second, 0),
        fold.folded,
    )  # fmt: skip


def _meets(facts: Facts) -> list[UUID]:
    """Today's and tomorrow's, the first one first."""
    soon = facts.today + timedelta(days=1)
    rows = ((row.starts_at, key) for key, row in facts.around.ahead.items() if row.starts_at)
    return [key for starts, key in sorted(rows) if date_in_denmark(starts) <= soon]


def _longest_quiet(facts: Facts) -> list[UUID]:
    """My courses, those first in whom nothing has happened for the longest time."""
    last = {key: facts.mine[key].last_at or LONG_AGO for key in facts.held}
    return sorted(facts.held, key=lambda key: (last[key], key.int))
