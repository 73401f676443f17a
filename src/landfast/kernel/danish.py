"""Danish as people read it: dates in words, sorting with æ ø å last, and readability (lix).

Nothing here asks the operating system for a locale: servers seldom have a Danish one.
"""

import re
import unicodedata
from datetime import date, datetime, time

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
SEASONS = ("vinteren", "foråret", "sommeren", "efteråret")
NUMBERS = (
    "nul", "én", "to", "tre", "fire", "fem", "seks",
    "syv", "otte", "ni", "ti", "elleve", "tolv",
)  # fmt: skip
SHORT_MONTHS = frozenset({"maj", "juni", "juli"})
PHONE = 8  # digits of a Danish telephone number
NO_BREAK = "\u00a0"
CPR, CPR_DAY = 10, 6  # digits of a CPR number; so many of them are the birthday
CLOSE = {-2: "i forgårs", -1: "i går", 0: "i dag", 1: "i morgen", 2: "i overmorgen"}

# Letters that Danish files under another letter, before accents are dropped.
FILED_AS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "ß": "ss", "ð": "d", "þ": "th", "đ": "d"})
# æ ø å come after z; these three ASCII signs do too.
LAST = str.maketrans({"æ": "{", "ø": "|", "å": "}"})

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
LONG_WORD = 6


def number(count: int) -> str:
    """A small number in words, a larger one in digits."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def day(value: date) -> str:
    """The full date: "torsdag 26. november 2026"."""
    return f"{WEEKDAYS[value.weekday()]} {value.day}. {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """The date where room is scarce: "26. nov. 2026"."""
    month = MONTHS[value.month - 1]
    cut = month if month in SHORT_MONTHS else f"{month[:3]}."
    return f"{value.day}. {cut} {value.year}"


def month(value: date) -> str:
    """A month and its year: "september 2013"."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def season(value: date) -> str:
    """A season and its year, when the month is not known: "efteråret 2013"."""
    return f"{SEASONS[value.month % 12 // 3]} {value.year}"


def clock(value: datetime) -> str:
    """The time of day: "kl. 10", "kl. 14.30"."""
    return f"kl. {hour(value.time())}"


def hour(value: time) -> str:
    """The time of day without a word before it: "9", "14.30"."""
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{value.hour}{minutes}"


def near(value: date, today: date) -> str:
    """A date as one says it: "i morgen kl. 10", "for tre dage siden", "i dag".

    A time of day is said only for days so near that one still thinks of the hour.
    """
    on = value.date() if isinstance(value, datetime) else value
    apart = (on - today).days
    if apart not in CLOSE:
        return _apart(apart)
    said = CLOSE[apart]
    return f"{said} {clock(value)}" if isinstance(value, datetime) else said


def says_clock(value: date, today: date) -> bool:
    """Do the near words say the time of day already? Then it is not said twice."""
    on = value.date() if isinstance(value, datetime) else value
    return isinstance(value, datetime) and (on - today).days in CLOSE


def _apart(days: int) -> str:
    length = _length(abs(days))
    return f"om {length}" if days > 0 else f"for {length} siden"


def _length(days: int) -> str:
    """A stretch of time, rounded as people do: days to two weeks, then weeks, months, years."""
    for limit, unit, one, many in (
        (14, 1, "dag", "dage"),
        (61, 7, "uge", "uger"),
        (730, 30.44, "måned", "måneder"),
    ):
        if days < limit:
            return _counted(int(days / unit), one, many)
    return _counted(int(days / 365.25), "år", "år")


def _counted(count: int, one: str, many: str) -> str:
    if count == 1:
        return f"{'et' if one == 'år' else 'en'} {one}"
    return f"{number(count)} {many}"


def phone(number_text: str) -> str:
    """A telephone number as Danes read it aloud: "12 34 56 78", "+45 12 34 56 78".

    It stays on one line: the spaces in it do not break.
    """
    digits = re.sub(r"[^\d+]", "", number_text)
    country, rest = (digits[:3], digits[3:]) if digits.startswith("+45") else ("", digits)
    if len(rest) != PHONE or not rest.isdigit():
        return number_text.strip()
    return NO_BREAK.join(filter(None, (country, rest[:2], rest[2:4], rest[4:6], rest[6:])))


def cpr(digits: str) -> str:
    """A CPR number as Danes write it: "010190-1234"."""
    bare = re.sub(r"\D", "", digits)
    return f"{bare[:CPR_DAY]}-{bare[CPR_DAY:]}" if len(bare) == CPR else digits.strip()


def initials(name: str) -> str:
    """First letter of the first and of the last name: "Mette Holm Sørensen" gives "MS"."""
    words = [word for word in name.split() if word[0].isalpha()]
    picked = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in picked)


def sort_key(text: str) -> tuple[str, str]:
    """The key that files a text as Danish registers do: æ ø å last, aa as å, accents aside."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(FILED_AS)
    filed = folded.replace("aa", "å").translate(LAST)
    bare = "".join(c for c in unicodedata.normalize("NFD", filed) if not unicodedata.combining(c))
    return bare, text


def genitive(name: str) -> str:
    """Whose: "Karens", but "Jens'" (Retskrivningsordbogen § 12)."""
    return f"{name}'" if name[-1:].casefold() in {"s", "x", "z"} else f"{name}s"


def filed_as(text: str) -> str:
    """`sort_key` as one text for a column: the database compares it byte by byte."""
    return "\x01".join(sort_key(text))


def lix(text: str) -> int:
    """Björnsson's readability figure: words a sentence plus the share of words over six letters.

    Below 25 reads as a children's book, 35 as a novel, 45 as a newspaper, above 55 as law.
    """
    words = WORD.findall(text)
    if not words:
        return 0
    sentences = sum(1 for part in SENTENCE_END.split(text) if WORD.search(part))
    long_words = sum(1 for word in words if len(word) > LONG_WORD)
    return round(len(words) / sentences + 100 * long_words / len(words))
