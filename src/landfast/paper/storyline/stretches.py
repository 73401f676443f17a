"""The stretches of a story in words: phases, who had the threads, stays, seats that were empty."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext

from landfast.course.rules.states import NAMES
from landfast.course.rules.words import State
from landfast.insight.storyline import Span, Story, Window
from landfast.paper import words
from landfast.programmes.rules import NeedArea


def stretches(story: Story, seen: Window, *, to_citizen: bool) -> Iterator[str]:
    """Each stretch that the window shows, with its days."""
    shown = [
        *((phase_name(one, to_citizen=to_citizen), one) for one in story.phases),
        *((_holder(one), one) for one in story.holders),
        *((gettext("Indlagt"), one) for one in story.stays),
        *((_seat(one, to_citizen=to_citizen), one) for one in story.seats),
    ]  # fmt: skip
    for name, one in shown:
        if seen.holds(one.since, one.until or date.max):
            yield f"{name}: {_days(one)}"


def bar_names(story: Story, *, to_citizen: bool) -> dict[str, str]:
    """What stands in the bars of the picture."""
    phases = {one.name: phase_name(one, to_citizen=to_citizen) for one in story.phases}
    seats = {one.name: _need(one, to_citizen=to_citizen) for one in story.seats}
    return phases | seats


def phase_name(one: Span, *, to_citizen: bool = False) -> str:
    """A phase as the ribbon calls it, to her in her words; an unknown code stands as it is."""
    if to_citizen and one.name == State.ASSESSMENT:
        return gettext("Vi så på, om det var noget for dig")
    return gettext(NAMES[State(one.name)]) if one.name in set(State) else one.name


def _holder(one: Span) -> str:
    if one.is_hollow:
        return gettext("%(name)s dækkede") % {"name": one.name}
    return gettext("Koordinator %(name)s") % {"name": one.name}


def _seat(one: Span, *, to_citizen: bool) -> str:
    return gettext("Tom plads, %(need)s") % {"need": _need(one, to_citizen=to_citizen)}


def _need(one: Span, *, to_citizen: bool) -> str:
    return words.area_name(NeedArea(one.name), to_citizen=to_citizen)


def _days(one: Span) -> str:
    if one.until is None:
        return gettext("siden %(day)s") % {"day": words.day(one.since)}
    return f"{words.day(one.since)} – {words.day(one.until)}"
