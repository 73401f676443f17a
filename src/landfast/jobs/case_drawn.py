"""What `landfast case draw` writes: the story of a case file as a picture (D7)."""

from pathlib import Path

from landfast.insight.story_of_case import story_of
from landfast.insight.storyline import window
from landfast.paper.storyline import Asks, render, sheet
from landfast.redthread.casefile import Case

FORMATS = (".svg", ".pdf")


def drawn(case: Case, time: str, to: Path) -> bytes:
    """The picture alone as SVG, or with its list as PDF on A3. It ends when the story does."""
    story = story_of(case)
    last = case.events[-1].when.day
    shown = sheet(case.citizen.alias, story, Asks(time), last)
    return render(shown, last) if to.suffix == ".pdf" else shown.drawing().encode()


def is_there(case: Case, time: str) -> bool:
    """Is the time that was asked for a year or a month of the story?"""
    return window(time, story_of(case), case.events[-1].when.day).asks == time
