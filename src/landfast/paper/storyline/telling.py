"""The story line as a list: each line has the number of its mark in the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from landfast.course.rules.states import NAMES
from landfast.course.rules.words import State
from landfast.insight.storyline import Line, Scale, Span, Story, Window
from landfast.paper import words
from landfast.paper.storyline.items import Item, item


@dataclass(frozen=True)
class Told:
    """What the picture says, in words: its title, the stretches, and every line."""

    title: str
    stretches: tuple[str, ...]
    items: tuple[Item, ...]


def tell(title: str, story: Story, seen: Window, rows: Sequence[Line], *, to_citizen: bool) -> Told:
    """The list that is in step with the picture."""
    shown = [
        *((phase_name(one, to_citizen=to_citizen), one) for one in story.phases),
        *((_holder(one), one) for one in story.holders),
        *((gettext("Indlagt"), one) for one in story.stays),
    ]  # fmt: skip
    stretches = tuple(
        f"{name}: {_days(one)}" for name, one in shown
        if seen.holds(one.since, one.until or date.max)
    )  # fmt: skip
    items = tuple(item(row, to_citizen=to_citizen) for row in rows)
    return Told(title, stretches, items)


def phase_name(one: Span, *, to_citizen: bool = False) -> str:
    """A phase as the ribbon calls it, to her in her words; an unknown code stands as it is."""
    if to_citizen and one.name == State.ASSESSMENT:
        return gettext("Vi så på, om det var noget for dig")
    return gettext(NAMES[State(one.name)]) if one.name in set(State) else one.name


def _holder(one: Span) -> str:
    if one.is_hollow:
        return gettext("%(name)s dækkede") % {"name": one.name}
    return gettext("Koordinator %(name)s") % {"name": one.name}


def _days(one: Span) -> str:
    if one.until is None:
        return gettext("siden %(day)s") % {"day": words.day(one.since)}
    return f"{words.day(one.since)} – {words.day(one.until)}"


def window_name(seen: Window) -> str:
    """What is seen: "2024", "marts 2024"; nothing for the whole."""
    return words.month(seen.first) if seen.scale is Scale.MONTH else seen.asks


def tick_name(part: Window, seen: Window) -> str:
    """A part at the head of the picture: a year, a month, a day; January has the year's name."""
    if part.scale is Scale.YEAR:
        return part.asks
    if seen.scale is Scale.MONTH:
        return str(part.first.day)
    is_new_year = part.first.month == 1 and seen.scale is Scale.WHOLE
    return f"{part.first:%Y}" if is_new_year else words.month(part.first)[:3]
