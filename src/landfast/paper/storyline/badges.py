"""How many red and green marks stand at something: a number in a square and in a circle (J6)."""

from collections.abc import Mapping

from landfast.paper.storyline import colours as c

Badges = Mapping[int, tuple[int, int]]
"""Red and green by the number of the line."""
NO_BADGES: Badges = {}


def badge(x: float, y: float, numbers: tuple[int, ...], badges: Badges) -> str:
    """The counts of a mark, or of all that it stands for, above its right shoulder."""
    red, green = (sum(badges.get(number, (0, 0))[which] for number in numbers) for which in (0, 1))
    drawn = ""
    if red:
        shape = f'<rect x="-6" y="-6" width="12" height="12" fill="{c.ROSE}"/>'
        drawn += _at(x + 11, y - 7, shape, red)
    if green:
        drawn += _at(x + 11, y + 7, f'<circle r="6.5" fill="{c.MOSS}"/>', green)
    return drawn


def _at(x: float, y: float, shape: str, count: int) -> str:
    return (
        f'<g transform="translate({x:.1f} {y:.1f})">{shape}<text y="3.5" font-size="10"'
        f' font-weight="700" fill="{c.PAPER}" text-anchor="middle">{count}</text></g>'
    )
