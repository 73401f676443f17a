"""What `landfast case check` prints: findings as data for a machine, or as lines for people."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from landfast.kernel.text import listed
from landfast.redthread.casefile import Case
from landfast.redthread.checking import Seen
from landfast.redthread.rules.found import Found
from landfast.redthread.rules.ledger import Action
from landfast.redthread.rules.words import SEVERITY_NAMES

DID: Mapping[Action, str] = {
    Action.RAISE: "nyt", Action.UPDATE: "ændret", Action.CLOSE: "lukket",
}  # fmt: skip


def as_data(case: Case, seen: Iterable[Seen]) -> list[dict[str, Any]]:
    """The findings of a case, one object each, in the order they came (issue 6 §5)."""
    return [
        {
            "case_id": case.id,
            "rule": one.moved.finding.code,
            "object": one.moved.finding.found.object,
            "event": one.event,
            "action": one.moved.action.value,
            "severity": one.moved.finding.severity.value,
            "explanation_da": explained(one.moved.finding.found),
            "facts": list(one.moved.finding.found.fact_ids),
            "suggestion_da": one.moved.finding.rule.suggests,
        }
        for one in seen
    ]


def as_lines(case: Case, seen: Iterable[Seen]) -> Iterator[str]:
    """The story as people read it: at each event what came, changed or ended, and why."""
    days = {event.id: event.when.day.isoformat() for event in case.events}
    yield f"\n{case.file}: {case.citizen.alias}"
    last = ""
    for one in seen:
        if one.event != last:
            last = one.event
            yield f"\n{one.event}  {days[one.event]}"
        yield from _lines(one)


def _lines(one: Seen) -> Iterator[str]:
    finding = one.moved.finding
    yield f"  {DID[one.moved.action]:7} {finding.code:14} {finding.rule.name}"
    if one.moved.action is Action.CLOSE:
        return
    weight = SEVERITY_NAMES[finding.severity]
    yield f"{'':10}{explained(finding.found)} ({weight}: {', '.join(finding.found.fact_ids)})"
    if one.moved.action is Action.RAISE:
        yield f"{'':10}{finding.rule.unknown}"
        yield f"{'':10}{finding.rule.suggests}"


def explained(found: Found) -> str:
    """The sentence of a finding with its words in place."""
    return found.says.format(**{name: listed(said, " og ") for name, said in found.values.items()})
