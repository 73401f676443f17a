"""How many red and green marks stand at something: a number in a square and in a circle (J6)."""

from collections.abc import Mapping

from landfast.insight.storyline.positions import WIDTH
from landfast.paper.storyline import colours as c

Badges = Mapping[int, tuple[int, int]]
"""Red and green by the number of the line."""
NO_BADGES: Badges = {}
SHOULDER, SHOULDER_OF_MANY, STEP, REACH = 11, 21, 13, 42
_SQUARE = f'<rect x="-6" y="-6" width="12" height="12" fill="{c.ROSE}"/>'
_CIRCLE = f'<circle r="6.5" fill="{c.MOSS}"/>'


def badge(x: float, y: float, numbers: tuple[int, ...], badges: Badges) -> str:
    """The counts of a mark, or of all that it stands for, side by side at its shoulder.

    Side by side, as one below the other would reach into the row below; at the right edge they
    stand to the left.
    """
    red, green = (sum(badges.get(number, (0, 0))[which] for number in numbers) for which in (0, 1))
    side = -1 if x > WIDTH - REACH else 1
    at, drawn = x + side * (SHOULDER if len(numbers) == 1 else SHOULDER_OF_MANY), ""
    for count, shape in ((red, _SQUARE), (green, _CIRCLE)):
        if count:
            drawn += _at(at, y - 7, shape, count)
            at += side * STEP
    return drawn


def _at(x: float, y: float, shape: str, count: int) -> str:
    return (
        f'<g transform="translate({x:.1f} {y:.1f})">{shape}<text y="3.5" font-size="10"'
        f' font-weight="700" fill="{c.PAPER}" text-anchor="middle">{count}</text></g>'
    )
