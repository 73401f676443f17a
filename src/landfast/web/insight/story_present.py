"""The story line as a page: where one can go from here, and the list in step with the picture."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from landfast.insight.storyline import Scale, Window
from landfast.insight.storyline.zooming import around, beside, parts
from landfast.paper.storyline import Asks, Item, Sheet, window_name
from landfast.paper.storyline.time import part_name
from landfast.web.pages import to
from landfast.web.parts.shapes import Link

MOST = 120
"""Lines that a page shows; more are folded by a shorter time, and the picture opens them."""
WHOLE = "hele"
"""What an address says for the whole course; without a time one begins nearer."""
_PLACES = {
    "observation": "observations", "wish": "plan", "agreement": "agreement",
    "meeting": "meetings", "finding": "findings", "joined": "network", "left": "network",
}  # fmt: skip
_HERS = {"wish": "my_plan", "meeting": "my_meetings", "joined": "my_people", "left": "my_people"}


@dataclass(frozen=True)
class Part:
    """A year, a month, a week, a day: its name, its address, how many lines lie in it."""

    link: Link
    count: int


@dataclass(frozen=True)
class Ways:
    """Where one can go: nearer, further away, before and after."""

    where: str
    before: Link | None
    after: Link | None
    out: Link | None
    parts: tuple[Part, ...]


def address(course_id: UUID, asks: Asks, time: str, name: str = "story") -> str:
    """The same page at another time, sifted as now."""
    said = {"tid": time or WHOLE, "bane": asks.lane or "", "slags": asks.kind or ""}
    query = urlencode({key: value for key, value in said.items() if value})
    return f"{to(name, course_id)}?{query}"


def ways(course_id: UUID, asks: Asks, shown: Sheet, whole_name: str) -> Ways:
    """The links around the picture."""

    def link(there: Window | None) -> Link | None:
        return Link(window_name(there), address(course_id, asks, there.asks)) if there else None

    before, after = beside(shown.seen, shown.whole)
    out = None
    if shown.seen.scale is not Scale.WHOLE:
        further = around(shown.seen)
        out = link(further) or Link(whole_name, address(course_id, asks, ""))
    return Ways(
        window_name(shown.seen) or whole_name, link(before), link(after), out,
        tuple(nearer(course_id, asks, shown)),
    )  # fmt: skip


def nearer(course_id: UUID, asks: Asks, shown: Sheet) -> list[Part]:
    """The years, months, weeks or days of what is seen, with how much lies in each."""
    found = parts(shown.seen)
    days = (row.what.on for row in shown.rows)
    counts = Counter(next((one.asks for one in found if one.holds(on)), "") for on in days)
    return [
        Part(Link(part_name(one, shown.seen), address(course_id, asks, one.asks)), counts[one.asks])
        for one in found
    ]


def place(course_id: UUID, item: Item, *, to_citizen: bool) -> str:
    """The page where a line stands in full; the citizen has pages of her own."""
    kind, _colon, key = item.key.partition(":")
    if kind == "agreement":
        return to("agreement", course_id, UUID(key))
    if to_citizen and kind in _HERS:
        return to(_HERS[kind])
    name = "my_record" if to_citizen and kind == "observation" else _PLACES[kind]
    return to(name, course_id)


def is_folded(shown: Sheet) -> bool:
    """Is the list too long to be read, and can one look nearer?"""
    return len(shown.told.items) > MOST and shown.seen.scale is not Scale.DAY


def mark_address(course_id: UUID, asks: Asks, shown: Sheet) -> Callable[[tuple[int, ...]], str]:
    """Where a mark of the picture leads: to its line, or nearer where the list is folded."""
    if not is_folded(shown):
        return lambda numbers: f"#l-{numbers[0]}"

    def part_of(numbers: tuple[int, ...]) -> str:
        day = max(shown.rows[numbers[0] - 1].what.on, shown.seen.first)
        there = next(one for one in parts(shown.seen) if one.holds(day))
        return address(course_id, asks, there.asks)

    return part_of
