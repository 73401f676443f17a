"""English as people read it, for those who chose it: the same words as `kernel.danish` gives."""

from datetime import date, datetime, time

from landfast.kernel.danish import CLOSE as CLOSE_IN_DANISH

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("winter", "spring", "summer", "autumn")
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
# The same days are near in both languages, so that the time of day is said as often.
CLOSE = dict(
    zip(
        CLOSE_IN_DANISH,
        ("two days ago", "yesterday", "today", "tomorrow", "in two days"),
        strict=True,
    )
)


def day(value: date) -> str:
    """The full date: "Thursday 26 November 2026"."""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """The date where room is scarce: "26 Nov 2026"."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def month(value: date) -> str:
    """A month and its year: "September 2013"."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def season(value: date) -> str:
    """A season and its year, when the month is not known: "autumn 2013"."""
    return f"{SEASONS[value.month % 12 // 3]} {value.year}"


def clock(value: datetime) -> str:
    """The time of day: "at 10:00", "at 14:30"."""
    return f"at {hour(value.time())}"


def hour(value: time) -> str:
    """The time of day without a word before it: "9:00", "14:30"."""
    return f"{value.hour}:{value.minute:02}"


def near(value: date, today: date) -> str:
    """A date as one says it: "tomorrow at 10:00", "three days ago", "in two weeks"."""
    on = value.date() if isinstance(value, datetime) else value
    apart = (on - today).days
    if apart in CLOSE:
        said = CLOSE[apart]
        return f"{said} {clock(value)}" if isinstance(value, datetime) else said
    length = _length(abs(apart))
    return f"in {length}" if apart > 0 else f"{length} ago"


def _length(days: int) -> str:
    """A stretch of time, rounded as in Danish."""
    for limit, unit, one in ((14, 1, "day"), (61, 7, "week"), (730, 30.44, "month")):
        if days < limit:
            return _counted(int(days / unit), one)
    return _counted(int(days / 365.25), "year")


def _counted(count: int, one: str) -> str:
    said = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"one {one}" if count == 1 else f"{said} {one}s"


def genitive(name: str) -> str:
    """Whose: "Karen’s", and "Jens’s" as it is said."""
    return f"{name}’s"
