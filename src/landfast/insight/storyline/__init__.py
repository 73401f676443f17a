"""A course as one picture (story line, product D7): plain values, and where each of them stands.

The same values come from a lived course and from a case file. Nothing here knows a database, a
page or a language: `window` says from when to when, `picture` gives positions, doors draw them.
"""

from landfast.insight.storyline.lengths import Scale, Window
from landfast.insight.storyline.numbering import Line, lines
from landfast.insight.storyline.picture import Picture, picture
from landfast.insight.storyline.shapes import End, Event, Flag, Kind, Lane, Span, Story, Thread
from landfast.insight.storyline.sifting import sifted
from landfast.insight.storyline.window import window

__all__ = [
    "End", "Event", "Flag", "Kind", "Lane", "Line", "Picture", "Scale", "Span", "Story", "Thread",
    "Window", "lines", "picture", "sifted", "window",
]  # fmt: skip
