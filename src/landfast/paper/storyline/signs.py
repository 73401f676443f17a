"""What marks and the ends of threads look like: a shape and a number, and never colour alone."""

from landfast.insight.storyline import End, Kind
from landfast.insight.storyline.positions import GATHERED, Line, Mark
from landfast.paper.storyline import colours as c

_SHAPES = {
    Kind.EVENT: f'<circle r="10" fill="{c.FJORD}"/>',
    Kind.MEETING: f'<rect x="-10" y="-10" width="20" height="20" rx="3" fill="{c.FJORD}"/>',
    Kind.STAY: f'<path d="M0 -12L12 0L0 12L-12 0Z" fill="{c.STONE}"/>',
    Kind.PERSON: f'<circle r="9" fill="{c.PAPER}" stroke="{c.FJORD}" stroke-width="2"/>',
    Kind.FINDING: f'<path d="M-11 -10H11V6L0 12L-11 6Z" fill="{c.AMBER}"/>',
}
_SIGN = 'fill="none" stroke="#fff" stroke-width="2"/>'
_ENDS = {
    End.KEPT: (c.MOSS, "", f'<path d="M-4 0L-1 3L4 -4" {_SIGN}'),
    End.PARTLY: (c.AMBER, "", f'<path d="M-4 0H4" {_SIGN}'),
    End.BROKEN: (c.ROSE, "6 4", f'<path d="M-3 -3L3 3M3 -3L-3 3" {_SIGN}'),
    End.OVER: (c.STONE, "2 4", f'<path d="M0 -4V4" {_SIGN}'),
}
_OVER = f'<path d="M-10 -9H10V5L0 11L-10 5Z" fill="{c.PAPER}" stroke="{c.AMBER}" stroke-width="2"/>'


def mark(one: Mark) -> str:
    """A mark with its number; one that stands for several has the first of theirs."""
    if len(one.numbers) > 1:
        return _gathered(one)
    shape = _OVER if one.is_over else _SHAPES[one.kind]
    ink = c.AMBER if one.is_over else c.FJORD if one.kind is Kind.PERSON else c.PAPER
    ring = (
        f'<circle r="13" fill="none" stroke="{c.ROSE}" stroke-width="2" stroke-dasharray="3 3"/>'
        if one.is_missing else ""
    )  # fmt: skip
    return (
        f'{_reach(one)}<g transform="translate({one.x:.1f} {one.y:.1f})">{ring}'
        f"{shape}{_number(str(one.numbers[0]), ink)}</g>"
    )


def _gathered(one: Mark) -> str:
    return (
        f'<g transform="translate({one.x:.1f} {one.y:.1f})"><rect x="{-GATHERED / 2:.0f}" y="-10"'
        f' rx="10" height="20" width="{GATHERED:.0f}" fill="{c.PAPER}" stroke="{c.FJORD}"'
        f' stroke-width="2"/>{_number(f"{one.numbers[0]}…", c.FJORD, 11)}</g>'
    )


def _reach(one: Mark) -> str:
    if one.reach is None:
        return ""
    since, until = one.reach
    colour = c.AMBER if one.is_over else c.FJORD
    return (
        f'<path d="M{since:.1f} {one.y:.1f}H{until:.1f}" stroke="{colour}" stroke-width="4"'
        ' stroke-opacity=".35"/>'
    )


def _number(said: str, ink: str, size: int = 0) -> str:
    size = size or (11 if len(said) < 3 else 9)  # noqa: PLR2004 - more is wider than the mark
    return (
        f'<text y="4" font-size="{size}" font-weight="600" fill="{ink}" text-anchor="middle">'
        f"{said}</text>"
    )


def thread(one: Line) -> str:
    """A promise: its number, a line, and the sign of its end; an arrow while it runs."""
    colour, dashes, sign = _ENDS.get(one.end, (c.FJORD, "", ""))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    end = (
        f'<g transform="translate({one.until:.1f} {one.y:.1f})"><circle r="8" fill="{colour}"/>'
        f"{sign}</g>" if sign else
        f'<path d="M{one.until - 5:.1f} {one.y - 6:.1f}l7 6l-7 6" fill="none" stroke="{colour}"'
        ' stroke-width="2.5"/>'
    )  # fmt: skip
    fill = c.PAPER if one.end is End.ASKED else colour
    ink = c.FJORD if one.end is End.ASKED else c.PAPER
    return (
        f'<path d="M{one.x:.1f} {one.y:.1f}H{one.until:.1f}" stroke="{colour}" stroke-width="3"'
        f'{dashed}/>{end}<g transform="translate({one.x:.1f} {one.y:.1f})">'
        f'<circle r="10" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
        f"{_number(str(one.number), ink)}</g>"
    )
