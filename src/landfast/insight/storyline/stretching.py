"""A long time on one line: a year in which much happened is wide, one without a word is narrow.

Eleven years before anybody helped would else leave the year that matters an inch. The names of the
years stand over it, so that nobody takes the width for the time.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

SHORT = 800
"""Days that are short enough to be told month by month, each as wide as the next."""
EMPTY, FULL, MOST = 0.35, 1.0, 40
Stretch = tuple[tuple[date, float], ...]


def stretched(days: Sequence[date]) -> Stretch:
    """From which day to which share; nothing for a time that is short enough to be even."""
    first, last = min(days), max(days)
    if (last - first).days <= SHORT:
        return ()
    counts = Counter(day.year for day in days)
    years = range(first.year, last.year + 1)
    begins = [date(year, 1, 1) for year in years]
    begins[0] = first
    ends = [*begins[1:], date.fromordinal(last.toordinal() + 1)]
    weights = [
        _weight(counts[year]) * (end - begin).days / 365
        for year, begin, end in zip(years, begins, ends, strict=True)
    ]
    total = sum(weights)
    shares = [one / total for one in accumulate(weights, initial=0.0)]
    return tuple(zip([*begins, ends[-1]], shares, strict=True))


def _weight(count: int) -> float:
    return EMPTY if not count else FULL + min(count, MOST) / 8


def along(stretch: Stretch, day: date) -> float:
    """Where a day lies."""
    if day <= stretch[0][0]:
        return 0.0
    for (since, low), (until, high) in pairwise(stretch):
        if day < until:
            return low + (high - low) * (day - since).days / (until - since).days
    return 1.0
