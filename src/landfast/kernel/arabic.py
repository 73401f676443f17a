"""Dates in Arabic, for pages that speak it: the same words as `kernel.danish` gives."""

from datetime import date, datetime, time

from landfast.kernel.danish import CLOSE as CLOSE_IN_DANISH

MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
SEASONS = ("شتاء", "ربيع", "صيف", "خريف")
CLOSE = dict(
    zip(CLOSE_IN_DANISH, ("أول أمس", "أمس", "اليوم", "غداً", "بعد غد"), strict=True)
)  # the same days are near, so that the time of day is said as often
UNITS = (
    (14, 1, ("يوم", "يومين", "أيام", "يوماً")),
    (61, 7, ("أسبوع", "أسبوعين", "أسابيع", "أسبوعاً")),
    (730, 30.44, ("شهر", "شهرين", "أشهر", "شهراً")),
    (10**9, 365.25, ("سنة", "سنتين", "سنوات", "سنة")),
)
FEW = 10


def day(value: date) -> str:
    """The full date: weekday, day, month, year."""
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """The date where room is scarce: months have no short form."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """A month and its year."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def season(value: date) -> str:
    """A season and its year, when the month is not known."""
    return f"{SEASONS[value.month % 12 // 3]} {value.year}"


def clock(value: datetime) -> str:
    """The time of day: 24 hours, as in Denmark."""
    return f"الساعة {hour(value.time())}"


def hour(value: time) -> str:
    """The time of day without a word before it, as in English."""
    return f"{value.hour}:{value.minute:02}"


def near(value: date, today: date) -> str:
    """A date as one says it: tomorrow, two weeks ago, in three days."""
    on = value.date() if isinstance(value, datetime) else value
    apart = (on - today).days
    if apart in CLOSE:
        said = CLOSE[apart]
        return f"{said} {clock(value)}" if isinstance(value, datetime) else said
    return f"{'بعد' if apart > 0 else 'قبل'} {_length(abs(apart))}"


def _length(days: int) -> str:
    """A stretch of time, rounded as in Danish: one and two have words of their own."""
    size, forms = next((size, forms) for limit, size, forms in UNITS if days < limit)
    count = int(days / size)
    if count <= len(forms[:2]):
        return forms[count - 1]
    return f"{count} {forms[2] if count <= FEW else forms[3]}"


def genitive(name: str) -> str:
    """Whose: the name stands after what is theirs."""
    return name
