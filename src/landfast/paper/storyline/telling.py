"""The story line as a list: each line has the number of its mark in the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from landfast.insight.storyline import Line, Story, Window
from landfast.paper.storyline.items import Item, item
from landfast.paper.storyline.stretches import stretches


@dataclass(frozen=True)
class Told:
    """What the picture says, in words: its title, the stretches, and every line."""

    title: str
    stretches: tuple[str, ...]
    items: tuple[Item, ...]


def tell(title: str, story: Story, seen: Window, rows: Sequence[Line], *, to_citizen: bool) -> Told:
    """The list that is in step with the picture."""
    items = tuple(item(row, to_citizen=to_citizen) for row in rows)
    return Told(title, tuple(stretches(story, seen, to_citizen=to_citizen)), items)
