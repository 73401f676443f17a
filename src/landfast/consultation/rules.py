"""What a question must not say, and who may do what with it (product F7, standards §8).

Danish law asks for a yes before authorities speak of a citizen; without one they may speak of a
case that nobody can be found in. So the text is searched before it can be sent. What points at
one person must go; what could must be looked at by the one who asks. A machine does not know
what a neighbour knows: the asker answers for it, and is told what was found.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da

TEXT_MAX = 3_000
NAME_MAX = 120
ABOUT_MAX = 300
PLAIN_NAME = 4
"""A name of so many letters is told in small letters too; “bo” and “per” are words."""
ABBREVIATION = 6
PHONE_DIGITS = 8


class Kind(StrEnum):
    """What a text can give away."""

    CPR = "cpr"
    NAME = "name"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    BIRTH = "birth"
    AGE = "age"
    DATE = "date"
    PROPER = "proper"
    RARE = "rare"


MUST_GO = frozenset({Kind.CPR, Kind.NAME, Kind.PHONE, Kind.MAIL, Kind.ADDRESS, Kind.BIRTH})
"""These point at one person: no question leaves with them in it."""

KIND_NAMES: dict[Kind, str] = {
    Kind.CPR: da("ligner et CPR-nummer"),
    Kind.NAME: da("er et navn, du kender fra dine forløb"),
    Kind.PHONE: da("ligner et telefonnummer"),
    Kind.MAIL: da("ligner en mailadresse"),
    Kind.ADDRESS: da("ligner en adresse"),
    Kind.BIRTH: da("ligner en fødselsdag"),
    Kind.AGE: da("er en præcis alder. Skriv hellere “i 50’erne”"),
    Kind.DATE: da("er en præcis dato. Skriv hellere “i foråret”"),
    Kind.PROPER: da("er et navn eller et sted"),
    Kind.RARE: da("er noget, kun få har oplevet"),
}


@dataclass(frozen=True)
class Found:
    """A place in the text that gives something away: what it is, and the words as written."""

    kind: Kind
    words: str
    at: int

    @property
    def must_go(self) -> bool:
        """Can it not be kept, whatever the asker says?"""
        return self.kind in MUST_GO

    @property
    def code(self) -> str:
        """As a form sends it back: the same words of the same kind are looked at once."""
        return f"{self.kind.value}:{self.words.casefold()}"


_MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec"
)
_FULL_MONTHS = "|".join(_MONTHS.split("|")[:12])
_DAY = rf"\d{{1,2}}(?:\.\s?|\s|/|-)(?:\d{{1,2}}|{_MONTHS})\.?(?:(?:[/.\s-]|\s?-\s?)\d{{2,4}})?"
_YEAR = r"(?:(?:19|20)\d{2}|['’]?\d{2}(?!\d))"
_STREETS = (
    "vej|gade|allé|alle|alléen|stræde|plads|pladsen|torv|torvet|vænge|vænget|parken|haven|haverne"
    "|bakken|gården|boulevard|kaj|stien|marken|toften|vangen"
)
_BORN = r"(?:født|fødselsdag\w*|fødselsår\w*|fødselsdato\w*|fylder)"
_NUMBERS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.CPR, re.compile(r"(?<![\d+])\d{6}[ -]?[\dxX]{4}(?!\w)")),
    (
        Kind.CPR,  # the same with air in it: 03 04 90 - 1234
        re.compile(
            r"(?<![\d+])(?:0[1-9]|[12]\d|3[01])[ ./-]?(?:0[1-9]|1[0-2])[ ./-]?\d{2}"
            r"\s{0,2}[-–./]?\s{0,2}[\dxX]{4}(?!\w)"
        ),
    ),
)  # fmt: skip
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.BIRTH, re.compile(rf"(?i)\b{_BORN}\b(?:\bd\.|[^.!?\n]){{0,20}}?\d[\w./ -]{{1,16}}")),
    (Kind.BIRTH, re.compile(rf"(?i)\bfødt\b[^.!?\n]{{0,20}}?\b(?:{_FULL_MONTHS}|nitten)\w*")),
    (
        Kind.BIRTH,
        re.compile(rf"(?<![\w.])(?:[fF]\.\s?|f\s)(?:d\.?\s?)?(?:{_DAY}|(?i:{_MONTHS})\.?\s{_YEAR}|{_YEAR})(?!\w)"),
    ),
    (Kind.BIRTH, re.compile(rf"(?i)\b(?:årgang|årg\.?)\s{{0,2}}{_YEAR}")),
    (Kind.ADDRESS, re.compile(
        rf"(?i)\b[\wæøåé.-]*(?:{_STREETS}),?\s*(?:nr\.?|nummer)?\s*\d{{1,3}}(?!\d)\s?(?:[a-z]\b)?")),
    (Kind.ADDRESS, re.compile(r"(?<![\d.])(?:DK[ -]?)?[1-9]\d ?\d{2}\s*,?\s*[A-ZÆØÅ][\wæøåé]+")),
    (Kind.ADDRESS, re.compile(r"(?i)\bpostn(?:r\.?|ummer)\s*:?\s*\d{2} ?\d{2}(?!\d)")),
    (Kind.DATE, re.compile(rf"(?i)(?<!\d){_DAY}(?!\w)")),
    (Kind.DATE, re.compile(
        rf"(?i)\b(?:{_FULL_MONTHS})\s+(?:(?:19|20)\d{{2}}|['’]?\d{{2}}(?=[,.;)\n]|$))")),
    (Kind.AGE, re.compile(r"(?i)(?<!\d)\d{1,3}[ -]?år(?:ig|ige|s)?\b")),
)  # fmt: skip
_GROUPS = re.compile(r"(?<![\d])\(?(?:\+|00)?\d{1,10}\)?(?:[ .\-–/]{1,2}\d{1,8}){0,8}(?!\d)")
_COUNTRY = re.compile(r"^\D*(?:\+|00)\s?45")
_NO_PHONE = re.compile(
    r"\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d{2}|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)\d{2}|\d{1,3}(?:\.\d{3})+"
)
"""A date, two years or a sum of money has eight digits too."""
_MAIL = re.compile(r"[\w.+-]+(@[\w-]+(?:\.[\w-]+)+)?")
"""Also what is none: what came before an @ is looked at once, however long it is."""
_WORD = re.compile(r"[A-ZÆØÅ][\wæøåé’'-]*")
_OPENERS = frozenset('.!?:•–“"')
_NOBODYS = frozenset({"Min", "Mit", "Mine", "Den", "Det", "En", "Et"})
_NOT_A_NAME = frozenset({"De", "Dem", "Deres", "I"})


def find_identity(text: str, names: Collection[str] = ()) -> list[Found]:
    """Everything in the text that could say whom it is about, in its order, nothing twice.

    `names` are those known to the course. What stands inside something found earlier in the
    list of kinds is not told again.
    """
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    for one in _search(text, names):
        span = (one.at, one.at + len(one.words))
        if not any(start < span[1] and span[0] < end for start, end in taken):
            taken.append(span)
            found.append(one)
    return sorted(found, key=lambda one: one.at)


def _search(text: str, names: Collection[str]) -> Iterator[Found]:
    yield from (
        Found(Kind.MAIL, match.group(), match.start())
        for match in _MAIL.finditer(text)
        if match.group(1)
    )
    yield from _by(_NUMBERS, text)
    yield from _phones(text)
    yield from _by(_PATTERNS, text)
    yield from _known_names(text, names)
    yield from _rare(text)
    yield from _proper_nouns(text)


def _by(patterns: Iterable[tuple[Kind, re.Pattern[str]]], text: str) -> Iterator[Found]:
    for kind, pattern in patterns:
        for match in pattern.finditer(text):
            words = match.group().strip()
            yield Found(kind, words, match.start() + match.group().index(words))


def _phones(text: str) -> Iterator[Found]:
    """Eight digits, with whatever stands between them, and the country's two before them or not."""
    for match in _GROUPS.finditer(text):
        words = match.group().strip()
        digits = re.sub(r"\D", "", _COUNTRY.sub("", words))
        if len(digits) == PHONE_DIGITS and not _NO_PHONE.fullmatch(words):
            yield Found(Kind.PHONE, words, match.start() + match.group().index(words))


def _known_names(text: str, names: Collection[str]) -> Iterator[Found]:
    """Each part of a known name, also with an s after it. Short ones only with a capital.

    “Bo” is a name and “bo” a verb: a short name in small letters is not told.
    """
    for part in sorted({part for name in names for part in name.split() if len(part) > 1}):
        spelled = "".join("(?:å|aa)" if letter == "å" else re.escape(letter)
                          for letter in part.casefold().replace("aa", "å"))  # fmt: skip
        for match in re.finditer(rf"(?i)(?<!\w){spelled}(?:['’]?s)?(?!\w)", text):
            if len(part) >= PLAIN_NAME or match.group()[0].isupper():
                yield Found(Kind.NAME, match.group(), match.start())


def named_in(words: str) -> set[str]:
    """The names in what a citizen calls somebody: of “Min søster Birthe” it is Birthe alone."""
    return {one for one in words.split() if one[0].isupper() and one not in _NOBODYS}


def _rare(text: str) -> Iterator[Found]:
    for stem in rare_stems():
        for match in re.finditer(rf"(?i)(?<!\w){re.escape(stem)}\w*", text):
            yield Found(Kind.RARE, match.group(), match.start())


def _proper_nouns(text: str) -> Iterator[Found]:
    """A capital inside a sentence: a name or a place. Short words all in capitals are none."""
    for match in _WORD.finditer(text):
        word = match.group()
        opens = _opens_sentence(text, match.start())
        if not (opens or word in _NOT_A_NAME or (word.isupper() and len(word) <= ABBREVIATION)):
            yield Found(Kind.PROPER, word, match.start())


def _opens_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in _OPENERS or "\n" in text[len(before) : at]


@lru_cache(maxsize=1)
def rare_stems() -> tuple[str, ...]:
    """Beginnings of words that few people share (`data/rare.json`)."""
    return tuple(json.loads((files(__package__) / "data/rare.json").read_text("utf-8")))


def check_anonymous(text: str, names: Collection[str], looked_at: Collection[str]) -> None:
    """A question leaves only when nothing in it points at one person (F7)."""
    check_found(find_identity(text, names), looked_at)


def check_found(found: Collection[Found], looked_at: Collection[str], field: str = "text") -> None:
    """What points at one person must go, and what may is looked at by the one who writes (F7).

    `looked_at` are the codes of what the writer has looked at and answers for.
    """
    points = [one.words for one in found if one.must_go]
    if points:
        raise Wrong(
            "points_at_somebody",
            da("Teksten kan pege på borgeren: {found}. Skriv det uden."), field,
            found=_listed(points),
        )  # fmt: skip
    open_ones = [one.words for one in found if one.code not in looked_at]
    if open_ones:
        raise Wrong(
            "may_point_at_somebody",
            da("Se på det her, før du sender: {found}. Skriv det om, eller sæt kryds."), field,
            found=_listed(open_ones),
        )  # fmt: skip


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))


def check_words(text: str) -> None:
    """Something is asked or answered, and not a whole record."""
    if not text.strip():
        raise Wrong("nothing_said", da("Skriv noget."), "text")
    if len(text) > TEXT_MAX:
        raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), "text")


def check_forum(name: str, about: str) -> None:
    """A forum says what it is called and what one can ask it about (fagligt forum)."""
    for words, limit, field in ((name, NAME_MAX, "name"), (about, ABOUT_MAX, "about")):
        if not words.strip():
            raise Wrong("nothing_said", da("Skriv noget."), field)
        if len(words) > limit:
            raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), field)


def check_takes_questions(*, is_open: bool) -> None:
    """A forum that is closed takes no new questions."""
    if not is_open:
        raise NotNow("forum_closed", da("Forummet tager ikke imod nu. Vælg et andet."))


def check_not_own(asker_units: Collection[object], unit: object) -> None:
    """One asks another sector: the own unit knows the citizen already (F7)."""
    if unit in asker_units:
        raise Wrong(
            "own_unit", da("Det er din egen enhed. Spørg dine kolleger, eller vælg et andet sted."),
            "forum",
        )  # fmt: skip


def check_still_open(*, is_closed: bool) -> None:
    """After the asker has thanked and closed, nothing more is written."""
    if is_closed:
        raise NotNow("question_closed", da("Spørgsmålet er afsluttet. Skriv et nyt."))


def check_may_answer(*, is_asker: bool, is_asked: bool) -> None:
    """Those who were asked answer, and the one who asked says more; the team only reads."""
    if not (is_asker or is_asked):
        raise NotAllowed("not_asked", da("Det kan kun den, der har spurgt, og dem, der er spurgt."))


def check_asker(*, is_asker: bool) -> None:
    """Only the one who asked closes the question or takes it further."""
    if not is_asker:
        raise NotAllowed("not_your_question", da("Det kan kun den, der har spurgt."))
