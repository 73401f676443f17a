"""The network map as a drawing: where everybody stands on three rings, in slices of the circle.

Plain numbers for plain SVG. Whole ones, since a template would write Danish commas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

WIDTH, HEIGHT = 400, 500
MIDDLE = (200, 250)
RADII = (180, 225)
BOUNDS = (0.50, 0.77, 1.0)
"""Where a ring ends, as a part of the way from the middle; the script asks the same."""
AT = (0.34, 0.63, 0.88)
"""Where people stand on a ring."""
ROOM = (0.66, 0.40, 0.29)
"""How much of the circle somebody needs there."""
LEAST = 0.5
ASIDE = (0.0, 0.14, -0.14)
"""People on neighbouring rings stand a little beside each other, so that ties can be seen."""


TIE_MARKS = {"gives": "+", "costs": "–", "both": "±", "broken": "×", "wished": "…"}
"""A sign on each tie, as colour alone says nothing."""

ZIGZAG = 0.07
"""Where many stand side by side, every other one stands farther out."""
LOW = 0.2
"""Below it names are written under the rim, from left to right there too."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody to be drawn: their ring (0 is closest), their slice, their tie, what is said."""

    key: str
    name: str
    words: str
    ring: int
    slice: int
    shape: str
    tie: str = ""
    url: str = ""
    is_alone: bool = False
    """Drawn for herself alone."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on the drawing."""

    who: Placed
    label: str
    initials: str
    x: int
    y: int
    mark: str


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of the circle: its name along the rim, its border, from where to where it goes."""

    key: str
    name: str
    rim: str
    border: tuple[int, int]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Rings:
    """The whole drawing."""

    nodes: tuple[Node, ...]
    slices: tuple[Slice, ...]
    rings: tuple[tuple[int, int], ...] = tuple(
        (round(RADII[0] * bound), round(RADII[1] * bound)) for bound in BOUNDS
    )
    bounds: str = " ".join(str(bound) for bound in BOUNDS)


def draw(people: Sequence[Placed], names: Sequence[tuple[str, str]]) -> Rings:
    """Everybody in their place; a slice is as wide as those in it need, the first one on top."""
    cells = {
        (ring, at): [one for one in people if (one.ring, one.slice) == (ring, at)]
        for at in range(len(names))
        for ring in range(len(AT))
    }
    spans = _spans(
        [max(LEAST, *(len(cells[ring, at]) * ROOM[ring] for ring in range(len(AT))))
         for at in range(len(names))]
    )  # fmt: skip
    slices = tuple(_slice(key, name, *span) for (key, name), span in zip(names, spans, strict=True))
    nodes = (
        _node(one, (n, len(there)), ring, spans[at])
        for (ring, at), there in cells.items()
        for n, one in enumerate(there)
    )
    return Rings(tuple(sorted(nodes, key=lambda node: node.who.ring)), slices)


def _spans(wants: Sequence[float]) -> list[tuple[float, float]]:
    """From where to where each slice goes, in radians; the middle of the first points upward."""
    whole = 2 * pi / sum(wants)
    at = -pi / 2 - wants[0] * whole / 2
    found = []
    for want in wants:
        found.append((at, at + want * whole))
        at += want * whole
    return found


def _point(angle: float, part: float, beyond: int = 0) -> tuple[int, int]:
    """A point on the ellipse, so far from the middle."""
    return (
        round(MIDDLE[0] + (RADII[0] * part + beyond) * cos(angle)),
        round(MIDDLE[1] + (RADII[1] * part + beyond) * sin(angle)),
    )


def _node(one: Placed, place: tuple[int, int], ring: int, span: tuple[float, float]) -> Node:
    (n, many), (start, end) = place, span
    aside = ASIDE[ring] if many == 1 else 0
    angle = start + (end - start) * ((n + 0.5) / many + aside)
    is_crowded = many * ROOM[ring] > end - start
    part = AT[ring] + (ZIGZAG * (1 if n % 2 else -1) if is_crowded else 0)
    x, y = _point(angle, part)
    return Node(one, short(one.name), initials(one.name), x, y, TIE_MARKS.get(one.tie, ""))


def _slice(key: str, name: str, start: float, end: float) -> Slice:
    upside = sin((start + end) / 2) > LOW
    beyond = 16 if upside else 6
    first, last = (end, start) if upside else (start, end)
    (x1, y1), (x2, y2) = _point(first, 1, beyond), _point(last, 1, beyond)
    sweep = 0 if upside else 1
    rim = f"M{x1} {y1}A{RADII[0] + beyond} {RADII[1] + beyond} 0 0 {sweep} {x2} {y2}"
    return Slice(key, name, rim, _point(start, 1), f"{start:.4f}", f"{end:.4f}")


MINE = frozenset({"min", "mit", "mine", "my"})
LONGEST = 10


def _own_words(name: str) -> list[str]:
    words = name.split()
    return words[1:] if len(words) > 1 and words[0].casefold() in MINE else words


def short(name: str) -> str:
    """A name as there is room for it: the first word, "min" and "mit" left out."""
    words = _own_words(name)
    whole = " ".join(words)
    fits = whole if len(whole) <= LONGEST else words[0]
    cut = fits if len(fits) <= LONGEST else fits[: LONGEST - 1] + "…"
    return cut[:1].upper() + cut[1:]


def initials(name: str) -> str:
    """One letter, or two of a name with two words."""
    return "".join(word[0] for word in _own_words(name)[:2]).upper()
