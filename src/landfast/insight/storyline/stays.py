"""Stays in hospital: from an admission to the discharge after it."""

from collections.abc import Iterable, Iterator

from landfast.insight.storyline.shapes import Event, Span


def stays(events: Iterable[Event]) -> Iterator[Span]:
    """Each stay; one without a discharge is open. A second admission without one begins anew."""
    came: Event | None = None
    for one in events:
        if one.code == "admission":
            if came:
                yield Span(f"stay:{came.key}", "", came.on, one.on)
            came = one
        elif one.code == "discharge" and came:
            yield Span(f"stay:{came.key}", "", came.on, one.on)
            came = None
    if came:
        yield Span(f"stay:{came.key}", "", came.on, None)
