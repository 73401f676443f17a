"""What is taken out of a copy before a person reads it, and what she is asked to look at (J6).

No program knows what makes somebody known. So whatever looks like a name, a number, a day or a
place is taken out or pointed at, and a person reads every line before the copy is kept.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from landfast.kernel.text import da

NAME, NUMBER, DAY, PLACE, ADDRESS = "[navn]", "[tal]", "[dag]", "[sted]", "[adresse]"
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_RULES = (
    (re.compile(r"\S+@\S+\.\w+|https?://\S+", re.IGNORECASE), ADDRESS),
    (re.compile(r"\b\d{6}-?\d{4}\b"), NUMBER),
    (re.compile(rf"\b\d{{1,2}}\.\s?(?:{_MONTHS})(?:\s\d{{4}})?\b", re.IGNORECASE), DAY),
    (re.compile(r"\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b(?:19|20)\d{2}\b"), DAY),
    (re.compile(r"\b[A-ZÆØÅ]\w+(?:vej|gade|allé|stræde|vænget|parken)\s\d+\w?\b"), PLACE),
    (re.compile(r"\b\d{4}\s[A-ZÆØÅ]\w+"), PLACE),
    (re.compile(r"(?:\+45\s?)?\b\d{2}(?:\s?\d{2}){3}\b"), NUMBER),
)
_WHO = frozenset({ADDRESS, NUMBER, NAME})
"""What tells who somebody is by itself; days and places are for a person to judge."""
_WORD = re.compile(r"\b[A-ZÆØÅ][\wæøåé]+(?:['’]s)?")
_CAPITAL = re.compile(r"(?<![.!?:]\s)(?<!^)(?<!»)\b[A-ZÆØÅ][\wæøå]+", re.MULTILINE)
KNOWN = frozenset({"Region", "Danmark", "Jobcenteret", "Kommunen"})
"""Capitals that name nobody."""
_DOES = (
    r"\w+ede|er|var|har|havde|bor|boede|bliver|blev|får|fik|går|gik|kan|kunne|kom|kommer|skal|skulle"
    r"|vil|ville|må|måtte|siger|sagde|ringer|skriver|skrev|tager|tog|følger|fulgte|hjælper|hjalp"
    r"|mener|mente|synes|spørger|spurgte|ønsker|møder|mødte|giver|gav|ser|så|bad|beder"
)
_HEAD = r"(?:^|[.!?:–»]\s*)([A-ZÆØÅ][\wæøåé]+)"
_OPENER = re.compile(_HEAD, re.MULTILINE)
_SUBJECT = re.compile(rf"{_HEAD}(?=\s+(?:{_DOES}|og\s+[A-ZÆØÅ]\w+)\b)", re.MULTILINE)
_NOUN = re.compile(
    r"(?:\w{3,}(?:en|et|erne|ene|ing|hed|else|er|ere)"
    r"|(?i:\w*(?:afslag|afsnit|ansvar|arbejde|aftale|behov|besøg|bolig|brug|fravær|frist|hjælp|kontakt"
    r"|medicin|møde|overblik|penge|plan|samtale|samtykke|skole|støtte|svar|sygdom|team|tid|tillid"
    r"|tilbud|ventetid|vilje)))$"
)
_ORDINARY = frozenset({
    "Jeg", "Du", "Han", "Hun", "Den", "Det", "De", "Vi", "I", "Man", "Der", "Hans", "Hendes",
    "Deres", "Min", "Mit", "Mine", "Vores", "Ingen", "Nogen", "Alle", "Andre", "Begge", "Mange",
    "Flere", "Hvem", "Hvad", "Dette", "Denne", "Disse", "Mor", "Far", "Ven", "Veninde", "Søn",
    "Datter", "Bror", "Søster", "Barn", "Kone", "Mand", "Nabo", "Chef", "Læge", "Psykiater",
    "Borger", "Koordinator", "Psykiatri", "Politi", "Kommune", "Tvivl", "Så", "Her", "Nu", "Da",
    "Kun", "Også", "Ikke", "Men", "Og",
})  # fmt: skip
"""Who and what begins a sentence in such notes and shows no noun's ending."""
_RARE = re.compile(r"\b(?:tvilling\w*|politi\w*|avis\w*|formand\w*|kunstner\w*|adopt\w*)\b", re.I)

MAYBE_NAME = da("Måske et navn")
MAYBE_RARE = da("Måske noget, som gør en kendt")


@dataclass(frozen=True)
class Masked:
    """A line without what was taken out, and what a person is to look at."""

    words: str
    taken: tuple[str, ...] = ()
    look_at: tuple[tuple[str, str], ...] = ()


def masked(words: str, names: Iterable[str]) -> Masked:
    """Names that we know, numbers, days and places are taken out; the rest is pointed at (J6)."""
    taken: list[str] = []

    def out(by: str) -> Callable[[re.Match[str]], str]:
        def one(found: re.Match[str]) -> str:
            taken.append(found.group(0).strip())
            return by

        return one

    for rule, by in (*_names(names), *_RULES):
        words = rule.sub(out(by), words)
    maybe = [one for one in _CAPITAL.findall(words) if not is_no_name(one)]
    maybe += sorted(names_that_open(words))
    rare = [one.group(0) for one in _RARE.finditer(words)]
    look = [*((one, MAYBE_NAME) for one in maybe), *((one, MAYBE_RARE) for one in rare)]
    return Masked(words, tuple(dict.fromkeys(taken)), tuple(dict.fromkeys(look)))


def named_anew(words: str, read: str, names: Iterable[str]) -> list[str]:
    """What tells who somebody is in words that were written after the copy was read (J6).

    A known name, a usual first name, a number, an address: each as it stands. What stood in the
    words that were `read` is left to the person who read them; a title was read by nobody.
    """
    telling = [rule for rule, by in (*_names(names), *_RULES) if by in _WHO]
    left = set(_telling(read, telling))
    return [one for one in dict.fromkeys(_telling(words, telling)) if one not in left]


def _telling(words: str, telling: Iterable[re.Pattern[str]]) -> list[str]:
    found = [one.group(0).strip() for rule in telling for one in rule.finditer(words)]
    return found + [one for one in _WORD.findall(words) if is_first_name(one)]


def names_that_open(words: str) -> set[str]:
    """Words at the head of a sentence that may name somebody: a usual first name, or who acts.

    »Fjodor ringede«: what does something there and is no ordinary word of such notes is taken for
    a name, however rare. »Sygeplejersken ringede« is none: a noun shows it by its ending.
    """
    heads = {one for one in _OPENER.findall(words) if is_first_name(one)}
    acts = set(_SUBJECT.findall(words)) - _ORDINARY - KNOWN
    return heads | {one for one in acts if not is_no_name(one) and not _NOUN.match(one)}


def is_no_name(word: str) -> bool:
    """What everybody has, and what is written in capitals alone (OPUS), save first names (JENS)."""
    return word in KNOWN or (word.isupper() and not is_first_name(word))


def is_first_name(word: str) -> bool:
    """A usual first name, also in the genitive and in capitals."""
    bare = re.sub(r"['’]s$", "", word.capitalize() if word.isupper() else word)
    return bool({bare, bare.removesuffix("s")} & first_names())


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names that many in Denmark have (`data/first_names.json`)."""
    path = files("landfast.learning") / "data/first_names.json"
    return frozenset(json.loads(path.read_text("utf-8")))


def _names(names: Iterable[str]) -> list[tuple[re.Pattern[str], str]]:
    """Each word of each name, the longest first; in capitals it is the same name."""
    return [
        (re.compile(rf"\b(?:{re.escape(part)}|{re.escape(part.upper())})(?:[sS]|'|’s)?\b"), NAME)
        for part in sorted(_parts(names), key=len, reverse=True)
    ]


def _parts(names: Iterable[str]) -> set[str]:
    """Each word of each name; a letter alone is no name."""
    return {part for name in names for part in name.split() if len(part) > 1}
