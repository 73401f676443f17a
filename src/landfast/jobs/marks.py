"""docs/marks.md: the marks that groups of professionals put on two cases, and what the rules see.

For each mark: who could lawfully know of its event, and whether a finding about it came in time to
somebody who may see all that it rests on. It claims nothing more: other people saw with other eyes.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from landfast.jobs.known import Known, known_of
from landfast.redthread import casefile
from landfast.redthread.casefile import Case, CaseEvent
from landfast.redthread.checking import Seen as Found
from landfast.redthread.checking import check
from landfast.redthread.rules.ledger import Action
from landfast.redthread.rules.words import Category

HEAD = """# Marks and findings

170 professionals in 21 groups marked 59 and 34 things that went wrong in two cases (S002 Bilag 3).
This page says of each where it could lawfully have been seen, and whether a rule that is about it
found it in time, and for whom. It does not say that Landfast finds what the groups found: a group
saw what a rule cannot, and the other way round.

An event is known to the units of the roles that took part. A course is there from the first time
two units sat together, or one was told with her yes; from then on, what one of them knows is known
to those who sat there or were told, until she takes her yes back. A finding is shown to nobody who
may not know all that it rests on. Rules about us (RT, MA) are on; those about signs in her life
(ED) are off until there is a ground, and then ask one question. Which marks a rule is about is said
by the case files (`expected`), not by us.
"""


class Seen(StrEnum):
    """Who could lawfully know of an event."""

    IN_COURSE = "seen in a course"
    OWN_UNIT = "only by its own unit"
    INVISIBLE = "lawfully invisible"


class Came(StrEnum):
    """What came of a mark, the most first."""

    SHOWN = "told to those who work with her"
    ALONE = "told to that unit, if it has a course with her"
    ASKED = "only asked, where there is a ground"
    NOBODY = "found in the file, told to nobody"
    LATE = "a rule is about it and did not find it in time"
    NONE = "no rule is about it"


@dataclass(frozen=True)
class Mark:
    """A mark: its number, its event, who knew of it, the rules that found it, and for whom."""

    id: str
    event: CaseEvent
    known: Known
    rules: tuple[str, ...]
    came: Came

    @property
    def seen(self) -> Seen:
        """In a course, by a unit of its own, or by nobody."""
        if self.known.in_course:
            return Seen.IN_COURSE
        return Seen.OWN_UNIT if self.known.to else Seen.INVISIBLE


def page() -> str:
    """The page, from the two published cases."""
    folder = files("landfast.jobs.demo") / "cases"
    told = [(folder / f"{name}.json").read_text("utf-8") for name in ("jeanette", "jens")]
    marks = [mark for text in told for mark in marks_of(text)]
    return "\n".join([HEAD, *_counts(marks), "", *_table(marks), ""])


def marks_of(text: str) -> list[Mark]:
    """The marks of one case. They are the answers, so they are read here and by no rule."""
    case = casefile.read(text)
    whole = json.loads(text)
    numbers = {row["id"]: (row.get("mark") or {}).get("refs") or () for row in whole["events"]}
    known, came = known_of(case), _came(case, whole["expected"]["findings"])
    return [
        Mark(number, event, known[event.id], *_best(came.get(number, {})))
        for event in case.events
        for number in numbers[event.id]
    ]


def _best(by_rule: Mapping[str, Came]) -> tuple[tuple[str, ...], Came]:
    """The rules that found a mark, and the most that came of it."""
    order = list(Came)
    best = min(by_rule.values(), key=order.index, default=Came.NONE)
    return tuple(sorted(rule for rule, came in by_rule.items() if came is not Came.LATE)), best


def _came(case: Case, expected: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Came]]:
    """By mark and rule, what came of it between the first event and the last that still helps."""
    order = [event.id for event in case.events]
    known = known_of(case)
    live = [one for one in check(case) if one.moved.action is not Action.CLOSE]
    marks: dict[str, dict[str, Came]] = {}
    for row in expected:
        window = order[order.index(row["raise_at"]) : order.index(row["latest"]) + 1]
        about = [
            came_of(one, known)
            for one in live
            if one.moved.finding.code == row["rule"] and one.event in window
        ]
        for number in row["refs"]:
            earlier = marks.setdefault(number, {}).get(row["rule"], Came.LATE)
            marks[number][row["rule"]] = min([earlier, *about], key=list(Came).index)
    return marks


def came_of(one: Found, known: Mapping[str, Known]) -> Came:
    """For whom a finding came: who knows of every event it rests on."""
    finding = one.moved.finding
    readers = frozenset.intersection(*(known[key].to for key in finding.found.fact_ids))
    if not readers:
        return Came.NOBODY
    if finding.rule.category in {Category.EARLY, Category.SCREENING}:
        return Came.ASKED
    return Came.SHOWN if readers & known[one.event].members else Came.ALONE


def _counts(marks: Sequence[Mark]) -> Iterator[str]:
    yield f"| | marks | {' | '.join(Came)} |"
    yield f"| --- | ---: |{' ---: |' * len(Came)}"
    for seen in Seen:
        came = Counter(mark.came for mark in marks if mark.seen is seen)
        yield f"| {seen} | {came.total()} | {' | '.join(str(came[one]) for one in Came)} |"


def _table(marks: Iterable[Mark]) -> Iterator[str]:
    yield "| mark | event | what kind | known to | could be seen | found by | what came of it |"
    yield f"|{' --- |' * 7}"
    for mark in marks:
        rules = ", ".join(mark.rules) or "none"
        kind = mark.event.type.replace("_", " ")
        to = ", ".join(sorted(one.replace("_", " ") for one in mark.known.to)) or "no unit"
        cells = (mark.id, mark.event.id, kind, to, mark.seen, rules, mark.came)
        yield f"| {' | '.join(cells)} |"
