"""Time as steps of a grid: a person's free time is one number with a bit for each step.

Ands and shifts of such numbers answer in microseconds when eight people are free together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from landfast.meetings.scheduling.shapes import Days, Span, Weekly

DAY = 24 * 60


@dataclass(frozen=True)
class Grid:
    """The days of a plan in steps of so many minutes, from midnight of the first."""

    days: Days
    step: int

    @property
    def a_day(self) -> int:
        """Steps in a day."""
        return DAY // self.step

    @property
    def count(self) -> int:
        """Steps in all."""
        return ((self.days.last - self.days.first).days + 1) * self.a_day

    @property
    def whole(self) -> int:
        """Every step."""
        return (1 << self.count) - 1

    def moment(self, step: int) -> datetime:
        """When a step begins."""
        return datetime.combine(self.days.first, time()) + timedelta(minutes=step * self.step)

    def day(self, step: int) -> date:
        """The day of a step."""
        return self.days.first + timedelta(days=step // self.a_day)

    def at(self, moment: datetime) -> int:
        """The step that an instant lies in; it may lie outside the plan."""
        return self._minutes(moment) // self.step

    def steps(self, minutes: int) -> int:
        """How many steps a length takes, the last one whole."""
        return -(-minutes // self.step)

    def touched(self, span: Span) -> int:
        """Every step that something takes any part of."""
        return self._between(self.at(span.starts), -(-self._minutes(span.ends) // self.step))

    def within(self, span: Span) -> int:
        """The steps that lie wholly inside."""
        return self._between(-(-self._minutes(span.starts) // self.step), self.at(span.ends))

    def on_days(self, days: Days) -> int:
        """The steps of some days."""
        first = (days.first - self.days.first).days * self.a_day
        return self._between(first, ((days.last - self.days.first).days + 1) * self.a_day)

    def weekly(self, times: Iterable[Weekly]) -> int:
        """The steps that lie wholly inside one of these times of the week."""
        found = 0
        for spell in times:
            ahead = (spell.weekday - self.days.first.weekday()) % 7
            day = self.days.first + timedelta(days=ahead)
            while day <= self.days.last:
                found |= self.within(
                    Span(datetime.combine(day, spell.starts), datetime.combine(day, spell.ends))
                )
                day += timedelta(days=7)
        return found

    def _minutes(self, moment: datetime) -> int:
        start = datetime.combine(self.days.first, time())
        return int((moment - start).total_seconds()) // 60

    def _between(self, first: int, last: int) -> int:
        first, last = max(first, 0), min(last, self.count)
        return ((1 << (last - first)) - 1) << first if last > first else 0


def starts_of(free: int, length: int) -> int:
    """Where `length` free steps lie in a row: a bit at the first of them."""
    found = free
    for ahead in range(1, length):
        found &= free >> ahead
    return found


def bits(mask: int) -> Iterator[int]:
    """The places of the bits, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
