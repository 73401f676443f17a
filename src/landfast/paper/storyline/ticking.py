"""The head of the picture: years, months or days, as many as there is room for."""

from collections.abc import Callable, Iterable
from html import escape

from landfast.insight.storyline import Window
from landfast.insight.storyline.positions import HEAD, Picture
from landfast.paper.storyline import colours as c

Labels = Callable[[Window], str]
ROOM = 34.0
"""How much room a label needs."""


def ticks(seen: Picture, labels: Labels) -> Iterable[str]:
    """A hair at each part's beginning; its name where it is wide, or takes no wide one's room."""
    free = float("-inf")
    for number, one in enumerate(seen.ticks):
        yield f'<path d="M{one.x:.1f} 0V{seen.height:.1f}" stroke="{c.HAIR}"/>'
        ahead = next((two.x for two in seen.ticks[number + 1 :] if two.width >= ROOM), None)
        is_free = one.x >= free and (ahead is None or ahead - one.x >= ROOM)
        if one.width >= ROOM or is_free:
            free = one.x + ROOM
            said = escape(labels(one.part))
            yield f'<text x="{one.x + 4:.1f}" y="{HEAD - 9:.0f}" fill="{c.STONE}">{said}</text>'
