"""Only one lane, or only one kind: the picture and the list are sifted alike."""

from dataclasses import replace

from landfast.insight.storyline.shapes import Kind, Lane, Story


def sifted(story: Story, lane: Lane | None = None, kind: Kind | None = None) -> Story:
    """The story with only this lane's events, or only what is of this kind; phases always stay."""
    events = [
        replace(one, lanes=(lane,)) if lane else one
        for one in story.events
        if (lane is None or lane in one.lanes) and kind in {None, one.kind}
    ]
    return replace(
        story,
        events=tuple(events),
        stays=story.stays if kind in {None, Kind.STAY} and lane in {None, Lane.PSYCHIATRY} else (),
        seats=story.seats if kind in {None, Kind.FINDING} and lane is None else (),
        threads=story.threads if kind in {None, Kind.PROMISE} and lane is None else (),
        flags=story.flags if kind in {None, Kind.FINDING} and lane is None else (),
    )
