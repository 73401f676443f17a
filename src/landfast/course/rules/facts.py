"""Facts of an observation that the room knows: demands, mandates, expectations, claims, answers.

What was told stays as it was told; here it is read, so that a person can see what must be
settled: two demands that exclude each other, several who believe they are coordinator, a helper
of whom others expect what they do not offer (S001 Bilag 2 and 3; domain A11, B2).
"""

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True)
class Fact:
    """One kind of fact, in lines that a person reads."""

    kind: FactKind
    name: str
    lines: tuple[str, ...]


def word(code: str) -> str:
    """A code in words: a role's, ours, or the file's own without its underscores."""
    return _TAGS.get(code) or role_name(code).replace("_", " ")


def read(facts: Mapping[str, Any]) -> list[Fact]:
    """What an observation tells of the kinds we know. An empty list of people is told too."""
    return [
        Fact(kind, FACT_NAMES[kind], tuple(lines))
        for kind in FactKind
        if (lines := _LINES[kind](facts))
    ]


def _demands(facts: Mapping[str, Any]) -> list[str]:
    return [f"{word(one['by'])}: {word(one['tag'])}" for one in facts.get("demands") or ()]


def _mandates(facts: Mapping[str, Any]) -> list[str]:
    if facts.get("mandates_present") is None:
        return []
    pairs = [str(one).partition(":") for one in facts["mandates_present"]]
    return [f"{word(role)}: {_need(need)}" if need else word(role) for role, _, need in pairs] or [
        NOBODY
    ]


def _need(code: str) -> str:
    return NEED_NAMES[NeedArea(code)] if code in set(NeedArea) else word(code)


def _to_decide(facts: Mapping[str, Any]) -> list[str]:
    return [_need(need) for need in facts.get("decision_needed") or ()]


def _expectations(facts: Mapping[str, Any]) -> list[str]:
    return [
        f"{word(role)}: {word(who)} regner med {', '.join(word(one) for one in what or ())}"
        if who != role
        else f"{word(role)} tilbyder selv {', '.join(word(one) for one in what or ())}"
        for role, expected in (facts.get("role_expectations") or {}).items()
        for who, what in (expected or {}).items()
    ]


def _claims(facts: Mapping[str, Any]) -> list[str]:
    if facts.get("coordinator_claims") is None:
        return []
    return [word(role) for role in facts["coordinator_claims"]] or [NOBODY]


def _answers(facts: Mapping[str, Any]) -> list[str]:
    told = list(facts.get("decisions") or ())
    if facts.get("application"):
        told.append(facts)
    return [_answer(one) for one in told]


def _answer(one: Mapping[str, Any]) -> str:
    said = f"{word(one.get('application') or '')}: {word(one.get('outcome') or 'pending')}"
    if one.get("replacement"):
        said += f". I stedet: {word(str(one['replacement']))}"
        if one.get("replacement_covers_need") is False:
            said += ", som ikke dækker behovet"
    if one.get("wait_days"):
        said += f". Ventetid: {one['wait_days']} dage"
    return said[:1].upper() + said[1:]


_LINES = {
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


def to_settle(told: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is still to be settled, from the facts in the order they were told."""
    return [*_open_conflicts(told), *_open_claims(told), *_open_expectations(told)]


def _open_conflicts(told: Sequence[Mapping[str, Any]]) -> list[str]:
    demands: list[Mapping[str, Any]] = []
    for facts in told:
        if facts.get("demands_resolved"):
            demands = []
        demands += facts.get("demands") or ()
    in_order = sorted(demands, key=lambda one: (one["tag"], one["by"]))
    pairs = [pair for pair in combinations(in_order, 2) if exclude_each_other(*pair)]
    sentences = [
        f"{word(a['by'])} kræver {word(a['tag'])}, og {word(b['by'])} kræver {word(b['tag'])}."
        for a, b in pairs
    ]
    return list(dict.fromkeys(sentences))


def _open_claims(told: Sequence[Mapping[str, Any]]) -> list[str]:
    """The last time it was told counts: more than one is one too many (principle 2)."""
    latest = [facts["coordinator_claims"] for facts in told if "coordinator_claims" in facts]
    if not latest or len(latest[-1] or ()) < 2:  # noqa: PLR2004 - two who both believe it
        return []
    names = [word(role) for role in latest[-1]]
    return [f"{', '.join(names[:-1])} og {names[-1]} tror hver især, at de er koordinator."]


def _open_expectations(told: Sequence[Mapping[str, Any]]) -> list[str]:
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
        missing = [word(one) for one in dict.fromkeys(wanted) if one not in offers]
        if missing:
            found.append(
                f"{word(role)}: andre regner med {', '.join(missing)}, men det tilbydes ikke."
            )
    return found
