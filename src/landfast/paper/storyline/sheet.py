"""One sheet: what was asked for of a story, its picture and its list in step."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from landfast.insight.storyline import Kind, Lane, Line, Picture, Story, Window, sifted, window
from landfast.insight.storyline import lines as numbered
from landfast.insight.storyline import picture as placed
from landfast.paper.storyline.badges import NO_BADGES, Badges
from landfast.paper.storyline.drawing import Href, draw, draw_names
from landfast.paper.storyline.stretches import bar_names
from landfast.paper.storyline.telling import Told, tell
from landfast.paper.storyline.time import tick_name
from landfast.paper.storyline.words import band_name


@dataclass(frozen=True)
class Asks:
    """What somebody wants to see: a time ("", "2024", "2024-W10", "2024-03-05"), a lane, a kind."""

    time: str = ""
    lane: Lane | None = None
    kind: Kind | None = None


@dataclass(frozen=True)
class Sheet:
    """A picture and its list."""

    seen: Window
    whole: Window
    rows: tuple[Line, ...]
    picture: Picture
    told: Told
    bars: dict[str, str]
    to_citizen: bool

    def drawing(
        self, href: Href | None = None, *, with_names: bool = True, badges: Badges = NO_BADGES
    ) -> SafeString:
        """The picture as SVG."""
        return draw(
            self.picture, self._names, self.bars, lambda part: tick_name(part, self.seen), href,
            with_names=with_names, badges=badges,
        )  # fmt: skip

    def names(self) -> SafeString:
        """The names of its bands, as SVG of the same height."""
        return draw_names(self.picture, self._names)

    @property
    def _names(self) -> dict[str, str]:
        return {
            one.name: band_name(one.name, to_citizen=self.to_citizen) for one in self.picture.bands
        }


def sheet(title: str, story: Story, asks: Asks, today: date, *, to_citizen: bool = False) -> Sheet:
    """The sheet of what was asked for."""
    shown = sifted(story, asks.lane, asks.kind)
    seen = window(asks.time, story, today)
    rows = numbered(shown, seen)
    return Sheet(
        seen, window("", story, today), rows, placed(shown, seen, rows, today),
        tell(title, shown, seen, rows, to_citizen=to_citizen),
        bar_names(story, to_citizen=to_citizen), to_citizen,
    )  # fmt: skip
