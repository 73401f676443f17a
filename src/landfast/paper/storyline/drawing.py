"""The picture as SVG. It is told in the list beside it, so to a screen reader it is silent."""

from collections.abc import Callable, Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from landfast.insight.storyline.positions import HEAD, WIDTH, Bar, Picture, Tie
from landfast.paper.storyline import colours as c
from landfast.paper.storyline.badges import NO_BADGES, Badges, badge
from landfast.paper.storyline.signs import mark, thread
from landfast.paper.storyline.ticking import Labels, ticks

NAMES = 124.0
LETTER = 7.2
"""How wide a letter of the bars is, about."""
Href = Callable[[tuple[int, ...]], str]


def draw(
    seen: Picture,
    names: dict[str, str],
    bar_names: dict[str, str],
    labels: Labels,
    href: Href | None = None,
    *,
    with_names: bool = True,
    badges: Badges = NO_BADGES,
) -> SafeString:
    """The drawing; `names` of bands and `bar_names` of stretches come in words."""
    left = NAMES if with_names else 0.0
    size = f"{WIDTH + left:.0f}"
    parts = "".join(_parts(seen, bar_names, labels, href, badges))
    return mark_safe(  # noqa: S308 - all words are escaped where they are put in
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {seen.height:.0f}"'
        f' width="{size}" height="{seen.height:.0f}" font-family="IBM Plex Sans, sans-serif"'
        f' font-size="13" class="lf-line" aria-hidden="true">'
        + (f"<g>{''.join(_names(seen, names))}</g>" if with_names else "")
        + f'<g transform="translate({left:.0f} 0)">{parts}</g></svg>'
    )


def draw_names(seen: Picture, names: dict[str, str]) -> SafeString:
    """The names of the bands alone, to stand still beside a picture that is moved."""
    return mark_safe(  # noqa: S308 - as above
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {NAMES:.0f} {seen.height:.0f}"'
        f' width="{NAMES:.0f}" height="{seen.height:.0f}" font-size="13" class="lf-line-names"'
        f' aria-hidden="true">{"".join(_names(seen, names))}</svg>'
    )


def _names(seen: Picture, names: dict[str, str]) -> Iterable[str]:
    for number, band in enumerate(seen.bands):
        yield _stripe(number, band.y, band.height, NAMES)
        yield (
            f'<text x="6" y="{band.y + 18:.1f}" fill="{c.INK}" font-weight="600">'
            f"{escape(names[band.name])}</text>"
        )


def _stripe(number: int, y: float, height: float, width: float) -> str:
    fill = c.STRIPES[number % 2]
    return f'<rect x="0" y="{y:.1f}" width="{width:.0f}" height="{height:.1f}" fill="{fill}"/>'


def _parts(
    seen: Picture, bar_names: dict[str, str], labels: Labels, href: Href | None, badges: Badges
) -> Iterable[str]:
    for number, band in enumerate(seen.bands):
        yield _stripe(number, band.y, band.height, WIDTH)
    yield from ticks(seen, labels)
    if seen.now is not None:
        yield (
            f'<path d="M{seen.now:.1f} {HEAD:.0f}V{seen.height:.1f}" stroke="{c.BRIDGE}"'
            ' stroke-width="1.5" stroke-dasharray="2 4"/>'
        )
    yield from (_bar(one, bar_names.get(one.name, one.name)) for one in seen.bars)
    yield from (_tie(one) for one in seen.ties)
    for one in seen.threads:
        yield _linked(thread(one), (one.number,), href)
    for dot in seen.marks:
        yield _linked(mark(dot), dot.numbers, href)
    # last, so that no mark lies over a count
    yield from (badge(one.x, one.y, (one.number,), badges) for one in seen.threads)
    yield from (badge(dot.x, dot.y, dot.numbers, badges) for dot in seen.marks)


def _linked(drawn: str, numbers: tuple[int, ...], href: Href | None) -> str:
    if href is None:
        return drawn
    return f'<a href="{escape(href(numbers))}" tabindex="-1">{drawn}</a>'


def _tie(one: Tie) -> str:
    line = f"M{one.x:.1f} {one.top:.1f}V{one.bottom:.1f}"
    return f'<path d="{line}" stroke="{c.FJORD}" stroke-width="2"/>'


def _bar(one: Bar, name: str) -> str:
    fill, stroke = (c.PAPER, c.STONE) if one.is_hollow else (c.MIST, c.FJORD)
    room = int(one.width / LETTER) - 1
    said = name if len(name) <= room else f"{name[: room - 1]}…" if room > 3 else ""  # noqa: PLR2004
    text = f'<text x="{one.x + 5:.1f}" y="{one.y + 17:.1f}" fill="{c.INK}">{escape(said)}</text>'
    return (
        f'<rect x="{one.x:.1f}" y="{one.y + 3:.1f}" width="{one.width:.1f}" height="20" rx="3"'
        f' fill="{fill}" stroke="{stroke}"/>{text if said else ""}'
    )
