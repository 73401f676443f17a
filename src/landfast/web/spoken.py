"""Dates and owners in the language that was chosen; an instant is said as it is in Denmark."""

from datetime import date, datetime, time
from types import ModuleType

from django.utils.translation import get_language, gettext

from landfast.access.looks.names import PAGES
from landfast.kernel import arabic, danish, english
from landfast.kernel.clock import in_denmark


def _words() -> ModuleType:
    return {"en": english, "ar": arabic}.get(get_language() or "", danish)


def near(value: date, today: date) -> str:
    """A date as one says it: "i morgen kl. 10", "tomorrow at 10:00"."""
    return str(_words().near(in_denmark(value), today))


def day(value: date) -> str:
    """The full date: "torsdag 26. november 2026", "Thursday 26 November 2026"."""
    return str(_words().day(in_denmark(value)))


def short_day(value: date) -> str:
    """The date where room is scarce: "26. nov. 2026", "26 Nov 2026"."""
    return str(_words().short_day(in_denmark(value)))


def as_known(value: date, precision: str) -> str:
    """A date as exactly as it is known: a day, "september 2013", "efteråret 2013", "2013"."""
    said = {"month": _words().month, "season": _words().season, "year": lambda on: on.year}
    return str(said.get(precision, _words().day)(in_denmark(value)))


def clock(value: datetime) -> str:
    """The time of day: "kl. 14.30", "at 14:30"."""
    return str(_words().clock(in_denmark(value)))


def hour(value: time) -> str:
    """The time of day without a word before it: "9", "9:00"."""
    return str(_words().hour(value))


def named(text: str) -> str:
    """A name out of the data, or a reason that the program wrote, in the reader's language."""
    return gettext(text) if text else ""


def page_named(what: str) -> str:
    """A page as the look log calls it, in the reader's language; an address stays as it is."""
    return gettext(what) if what in PAGES else what


def genitive(name: str) -> str:
    """Whose: "Karens", "Karen’s"."""
    return str(_words().genitive(name))


def weekday(number: int) -> str:
    """The name of a day of the week, from 0: "mandag", "Monday"."""
    return str(_words().WEEKDAYS[number])
