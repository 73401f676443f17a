"""Facts of an observation that the room knows: demands, mandates, expectations, claims, answers.

What was told stays as it was told; here it is read, so that a person can see what must be
settled: two demands that exclude each other, several who believe they are coordinator, a helper
of whom others expect what they do not offer (S001 Bilag 2 and 3; domain A11, B2).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

from landfast.kernel.text import da
from landfast.people.rules import role_name
from landfast.programmes.rules import NEED_NAMES, NeedArea


class FactKind(StrEnum):
    """The kinds of facts that have a place of their own. The codes are those of the file."""

    DEMANDS = "demands"
    MANDATES = "mandates_present"
    TO_DECIDE = "decision_needed"
    EXPECTATIONS = "role_expectations"
    CLAIMS = "coordinator_claims"
    ANSWERS = "decisions"


FACT_NAMES: dict[FactKind, str] = {
    FactKind.DEMANDS: da("Krav til borgeren"),
    FactKind.MANDATES: da("Kunne beslutte på mødet"),
    FactKind.TO_DECIDE: da("Mødet skulle beslutte noget om"),
    FactKind.EXPECTATIONS: da("Det regner de med af hinanden"),
    FactKind.CLAIMS: da("Tror, de er koordinator"),
    FactKind.ANSWERS: da("Ansøgninger og svar"),
}
_TAGS: dict[str, str] = {
    "rest": da("ro og hvile"),
    "attendance": da("fremmøde"),
    "drug_free_first": da("stoffri først"),
    "psychiatry_first": da("behandling i psykiatrien først"),
    "cleaning": da("rengøring"),
    "contact_on_citizens_terms": da("kontakt på borgerens vilkår"),
    "refused": da("afslag"),
    "granted": da("bevilget"),
    "pending": da("ikke besvaret endnu"),
}
_EXCLUDE = frozenset(
    {frozenset({"rest", "attendance"}), frozenset({"drug_free_first", "psychiatry_first"})}
)
"""Demands that nobody can meet both (cases/FORMAT.md, `demands[]`)."""
NOBODY = da("Ingen")
OTHERS_EXPECT = da("{role}: {who} regner med {what}")
OFFERS = da("{role} tilbyder selv {what}")


@dataclass(frozen=True)
class Line:
    """What was told, in a line: sentences, and the words in them, for doors to translate."""

    sentences: tuple[tuple[str, Mapping[str, Sequence[str]]], ...]

    def said(self, translated: Callable[[str], str]) -> str:
        """The line in the reader's language: each word and sentence is translated by itself."""
        text = ". ".join(_said(*sentence, translated) for sentence in self.sentences)
        return text[:1].upper() + text[1:]

    def __str__(self) -> str:
        return self.said(str)


def _said(
    sentence: str, values: Mapping[str, Sequence[str]], translated: Callable[[str], str]
) -> str:
    words = {name: ", ".join(map(translated, said)) for name, said in values.items()}
    return translated(sentence).format(**words) if words else translated(sentence)


def _line(sentence: str, **values: Sequence[str]) -> Line:
    return Line(((sentence, values),))


@dataclass(frozen=True)
class Fact:
    """One kind of fact, in lines that a person reads."""

    kind: FactKind
    name: str
    lines: tuple[Line, ...]


def word(code: str) -> str:
    """A code in words: a role's, ours, or the file's own without its underscores."""
    return _TAGS.get(code) or role_name(code).replace("_", " ")


def _words(codes: Sequence[str] | None) -> list[str]:
    return [word(code) for code in codes or ()]


def read(facts: Mapping[str, Any]) -> list[Fact]:
    """What an observation tells of the kinds we know. An empty list of people is told too."""
    return [
        Fact(kind, FACT_NAMES[kind], tuple(lines))
        for kind in FactKind
        if (lines := _LINES[kind](facts))
    ]


def _demands(facts: Mapping[str, Any]) -> list[Line]:
    return [
        _line("{who}: {what}", who=[word(one["by"])], what=[word(one["tag"])])
        for one in facts.get("demands") or ()
    ]


def _mandates(facts: Mapping[str, Any]) -> list[Line]:
    if facts.get("mandates_present") is None:
        return []
    pairs = [str(one).partition(":") for one in facts["mandates_present"]]
    return [
        _line("{who}: {what}", who=[word(role)], what=[_need(need)]) if need else _line(word(role))
        for role, _, need in pairs
    ] or [_line(NOBODY)]


def _need(code: str) -> str:
    return NEED_NAMES[NeedArea(code)] if code in set(NeedArea) else word(code)


def _to_decide(facts: Mapping[str, Any]) -> list[Line]:
    return [_line(_need(need)) for need in facts.get("decision_needed") or ()]


def _expectations(facts: Mapping[str, Any]) -> list[Line]:
    return [
        _line(
            OTHERS_EXPECT if who != role else OFFERS,
            role=[word(role)], who=[word(who)], what=_words(what),
        )
        for role, expected in (facts.get("role_expectations") or {}).items()
        for who, what in (expected or {}).items()
    ]  # fmt: skip


def _claims(facts: Mapping[str, Any]) -> list[Line]:
    if facts.get("coordinator_claims") is None:
        return []
    return [_line(word(role)) for role in facts["coordinator_claims"]] or [_line(NOBODY)]


def _answers(facts: Mapping[str, Any]) -> list[Line]:
    told = list(facts.get("decisions") or ())
    if facts.get("application"):
        told.append(facts)
    return [_answer(one) for one in told]


def _answer(one: Mapping[str, Any]) -> Line:
    asked, outcome = word(one.get("application") or ""), word(one.get("outcome") or "pending")
    said: list[tuple[str, Mapping[str, Sequence[str]]]] = [
        ("{what}: {outcome}", {"what": [asked], "outcome": [outcome]})
    ]
    if one.get("replacement"):
        covers = one.get("replacement_covers_need") is not False
        sentence = (
            da("I stedet: {what}") if covers else da("I stedet: {what}, som ikke dækker behovet")
        )
        said.append((sentence, {"what": [word(str(one["replacement"]))]}))
    if one.get("wait_days"):
        said.append((da("Ventetid: {days} dage"), {"days": [str(one["wait_days"])]}))
    return Line(tuple(said))


_LINES: dict[FactKind, Callable[[Mapping[str, Any]], list[Line]]] = {
    FactKind.DEMANDS: _demands,
    FactKind.MANDATES: _mandates,
    FactKind.TO_DECIDE: _to_decide,
    FactKind.EXPECTATIONS: _expectations,
    FactKind.CLAIMS: _claims,
    FactKind.ANSWERS: _answers,
}


def exclude_each_other(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """Two demands of two parties that nobody can meet both, or at the same time (FORMAT)."""
    tags = frozenset({str(first["tag"]), str(second["tag"])})
    same_time = tags == {"the_same_time"}
    return first["by"] != second["by"] and (tags in _EXCLUDE or same_time)


def to_settle(told: Sequence[Mapping[str, Any]]) -> list[Line]:
    """What is still to be settled, from the facts in the order they were told."""
    return [*_open_conflicts(told), *_open_claims(told), *_open_expectations(told)]


def _open_conflicts(told: Sequence[Mapping[str, Any]]) -> list[Line]:
    demands: list[Mapping[str, Any]] = []
    for facts in told:
        if facts.get("demands_resolved"):
            demands = []
        demands += facts.get("demands") or ()
    in_order = sorted(demands, key=lambda one: (one["tag"], one["by"]))
    pairs = [pair for pair in combinations(in_order, 2) if exclude_each_other(*pair)]
    lines = [
        _line(
            da("{one} kræver {this}, og {other} kræver {that}."),
            one=[word(a["by"])], this=[word(a["tag"])],
            other=[word(b["by"])], that=[word(b["tag"])],
        )
        for a, b in pairs
    ]  # fmt: skip
    return list({str(line): line for line in lines}.values())


def _open_claims(told: Sequence[Mapping[str, Any]]) -> list[Line]:
    """The last time it was told counts: more than one is one too many (principle 2)."""
    latest = [facts["coordinator_claims"] for facts in told if "coordinator_claims" in facts]
    if not latest or len(latest[-1] or ()) < 2:  # noqa: PLR2004 - two who both believe it
        return []
    *others, last = _words(latest[-1])
    sentence = da("{others} og {last} tror hver især, at de er koordinator.")
    return [_line(sentence, others=others, last=[last])]


def _open_expectations(told: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Others expect of a role what it does not offer itself; the last told of a role counts."""
    latest: dict[str, Mapping[str, Any]] = {}
    for facts in told:
        latest |= facts.get("role_expectations") or {}
    found = []
    for role, expected in latest.items():
        offers = set((expected or {}).get(role) or ())
        wanted = [
            one for who, what in (expected or {}).items() if who != role for one in what or ()
        ]
        missing = _words([one for one in dict.fromkeys(wanted) if one not in offers])
        if missing:
            sentence = da("{role}: andre regner med {what}, men det tilbydes ikke.")
            found.append(_line(sentence, role=[word(role)], what=missing))
    return found
