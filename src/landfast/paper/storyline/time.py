"""What a stretch of the line is called: a year, a month, a week, a day."""

from django.utils.translation import gettext

from landfast.insight.storyline import Scale, Window
from landfast.paper import words


def window_name(seen: Window) -> str:
    """What is seen: "2024", "marts 2024", "uge 10, 2024", the day; of twelve months the first and
    the last; nothing for the whole.
    """
    if seen.scale is Scale.TWELVE:
        said = {"first": words.month(seen.first), "last": words.month(seen.last)}
        return gettext("%(first)s til %(last)s") % said
    if seen.scale is Scale.WEEK:
        year, week, _weekday = seen.first.isocalendar()
        return gettext("uge %(week)s, %(year)s") % {"week": week, "year": year}
    if seen.scale is Scale.DAY:
        return words.whole_day(seen.first)
    return words.month(seen.first) if seen.scale is Scale.MONTH else seen.asks


def part_name(part: Window, seen: Window) -> str:
    """A part as one chooses it: with its year where several are seen."""
    if part.scale is Scale.MONTH and seen.scale is Scale.YEAR:
        return words.month(part.first).split()[0]
    if part.scale is Scale.WEEK:
        return gettext("uge %(week)s") % {"week": part.first.isocalendar().week}
    if part.scale is Scale.DAY:
        return words.whole_day(part.first).rsplit(" ", 1)[0]
    return window_name(part)


def tick_name(part: Window, seen: Window) -> str:
    """A part at the head of the picture, as short as can be; January has the year's name."""
    if part.scale is Scale.YEAR:
        return part.asks
    if part.scale is Scale.DAY:
        return _short_day(part, seen)
    is_new_year = part.first.month == 1 and seen.scale in {Scale.WHOLE, Scale.TWELVE}
    return f"{part.first:%Y}" if is_new_year else words.month(part.first)[:3]


def _short_day(part: Window, seen: Window) -> str:
    """As much of the date as there is room for."""
    if seen.scale is Scale.MONTH:
        return str(part.first.day)
    said = part_name(part, seen)
    weekday, number = said.split()[:2]
    return f"{weekday[:3]} {number}" if seen.scale is Scale.WEEK else said
