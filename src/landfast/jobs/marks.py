"""docs/marks.md: the marks that groups of professionals put on two cases, and what the rules see.

For each mark: was its event seen in a course, only by its own unit, or lawfully invisible; did a
rule find it in time. It claims nothing more: other people saw with other eyes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from landfast.course.rules.words import Precision
from landfast.redthread import casefile
from landfast.redthread.casefile import Case, CaseEvent
from landfast.redthread.casefile.shape import ConsentStatus
from landfast.redthread.checking import check
from landfast.redthread.rules.facts import sector_of
from landfast.redthread.rules.ledger import Action
from landfast.redthread.rules.snapshot import is_professional

TWO = 2
HEAD = """# Marks and findings

170 professionals in 21 groups marked 59 and 34 things that went wrong in two cases (S002 Bilag 3).
This page says of each where it could lawfully have been seen, and whether a rule that is about it
found it in time. It does not say that Landfast finds what the groups found: a group saw what a rule
cannot, and the other way round.

An event is known to the units of the roles that took part, and to those told of it with the
citizen's yes. A course is there from the first time two sectors sat together, or one was told with
her yes. Rules about us (RT, MA) are on; those about signs in her life (ED) are off until there is a
ground, and then ask one question.
"""


class Seen(StrEnum):
    """Who could lawfully know of an event."""

    IN_COURSE = "seen in a course"
    OWN_UNIT = "only by its own unit"
    INVISIBLE = "lawfully invisible"


@dataclass(frozen=True)
class Mark:
    """A mark: its number, its event, who could know, and the rules that found it."""

    id: str
    event: CaseEvent
    seen: Seen
    rules: tuple[str, ...]

    @property
    def why(self) -> str:
        """Found by which rules; or why not."""
        if not self.rules:
            return "no rule is about it"
        if self.seen is Seen.INVISIBLE:
            return "found in the file; nobody who works with her knew"
        if all(rule.startswith(("ED", "SC")) for rule in self.rules):
            return "only asked, where there is a ground"
        return "told to her team" if self.seen is Seen.IN_COURSE else "told to that unit only"


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
    found, began = _found(case, whole["expected"]["findings"]), _began(case)
    return [
        Mark(number, event, _seen(event, began), tuple(sorted(found.get(number, ()))))
        for event in case.events
        for number in numbers[event.id]
    ]


def _found(case: Case, expected: Iterable[Mapping[str, Any]]) -> dict[str, set[str]]:
    """By mark, the rules that are about it and found it in time."""
    order = [event.id for event in case.events]
    live = [one for one in check(case) if one.moved.action is not Action.CLOSE]
    rules: dict[str, set[str]] = {}
    for row in expected:
        first, last = order.index(row["raise_at"]), order.index(row["latest"])
        at = {order.index(one.event) for one in live if one.moved.finding.code == row["rule"]}
        if any(first <= place <= last for place in at):
            for number in row["refs"]:
                rules.setdefault(number, set()).add(row["rule"])
    return rules


def _sectors(event: CaseEvent) -> set[str]:
    there = {sector_of(role) for role in event.involved} | set(event.sectors)
    return {sector for sector in there if is_professional(sector, event.involved)}


def _began(case: Case) -> CaseEvent | None:
    """The event at which a course is there: two sectors together, or one told with her yes."""
    return next((event for event in case.events if _joins(event)), None)


def _joins(event: CaseEvent) -> bool:
    told = any(said.status is ConsentStatus.GIVEN for said in event.consents)
    return told or (event.type == "meeting" and len(_sectors(event)) >= TWO)


def _seen(event: CaseEvent, began: CaseEvent | None) -> Seen:
    if not _sectors(event) and not _is_since(event, began):
        return Seen.INVISIBLE
    if event.when.precision is Precision.YEAR:
        return Seen.INVISIBLE
    return Seen.IN_COURSE if _is_since(event, began) else Seen.OWN_UNIT


def _is_since(event: CaseEvent, began: CaseEvent | None) -> bool:
    return began is not None and event.when.day >= began.when.day


def _counts(marks: Sequence[Mark]) -> Iterator[str]:
    yield "| | marks | a rule found it | no rule is about it |"
    yield "| --- | ---: | ---: | ---: |"
    for seen in Seen:
        rows = [mark for mark in marks if mark.seen is seen]
        found = sum(bool(mark.rules) for mark in rows)
        yield f"| {seen} | {len(rows)} | {found} | {len(rows) - found} |"


def _table(marks: Iterable[Mark]) -> Iterator[str]:
    yield "| mark | event | what kind | could be seen | found by | why |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for mark in marks:
        rules = ", ".join(mark.rules) or "none"
        kind = mark.event.type.replace("_", " ")
        yield f"| {mark.id} | {mark.event.id} | {kind} | {mark.seen} | {rules} | {mark.why} |"
