"""The bands of a picture from the top down, and the bars in them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from landfast.insight.storyline.lengths import A_DAY, NEAR, Window
from landfast.insight.storyline.packing import first_free
from landfast.insight.storyline.positions import BAND, WIDTH, Band, Bar
from landfast.insight.storyline.shapes import Lane, Span

THIN = 4.0
"""The least that is seen of a short stretch."""


class Bands:
    """Lays one band under another; `y` is where the next begins."""

    def __init__(self, seen: Window, top: float) -> None:
        self.seen, self.y = seen, top
        self.rows: list[Band] = []
        self.bars: list[Bar] = []

    def add(self, name: str, height: float, lane: Lane | None = None) -> None:
        """A band of this height."""
        self.rows.append(Band(lane, name, self.y, height))
        self.y += height

    def lane(self, lane: Lane, height: float) -> None:
        """The band of a lane."""
        self.add(lane.value, height, lane)

    def spans(self, name: str, spans: Sequence[Span]) -> None:
        """A band with a bar for each stretch that is seen; none where nothing is known at all."""
        shown = self._seen(spans)
        if not (shown if self.seen.scale in NEAR else spans):
            return
        self.bars += [self._bar(one, self.y) for one in shown]
        self.add(name, BAND)

    def stacked(self, name: str, spans: Sequence[Span]) -> None:
        """A band for stretches that may be at once: as many rows as they need, none for none."""
        ends: list[float] = []
        shown = self._seen(spans)
        for one in shown:
            bar = self._bar(one, self.y)
            row = first_free(ends, bar.x, bar.x + bar.width, len(shown)) or 0
            self.bars.append(replace(bar, y=self.y + row * BAND))
        if shown:
            self.add(name, len(ends) * BAND)

    def _seen(self, spans: Sequence[Span]) -> list[Span]:
        return [one for one in spans if self.seen.holds(one.since, one.until or date.max)]

    def _bar(self, one: Span, y: float) -> Bar:
        since = self.seen.share(one.since) * WIDTH
        until = self.seen.share((one.until or self.seen.last) + A_DAY) * WIDTH
        width = max(THIN, until - since)
        return Bar(min(since, WIDTH - THIN), width, y, one.name, one.is_hollow, one.until is None)
