"""The life of a finding: raised once, updated while it lasts, closed when its condition ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from landfast.redthread.rules.catalogue import RULES
from landfast.redthread.rules.found import Found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.rule import Rule
from landfast.redthread.rules.snapshot import Snapshot
from landfast.redthread.rules.words import Severity

Key = tuple[str, str]


class Action(StrEnum):
    """What happened to a finding."""

    RAISE = "raise"
    UPDATE = "update"
    CLOSE = "close"


@dataclass(frozen=True)
class Finding:
    """A rule's finding in a course: the rule, its code with the need, and what it found."""

    rule: Rule
    code: str
    found: Found

    @property
    def key(self) -> Key:
        """Rule and object; with the course it is what one finding is known by (domain F2)."""
        return self.code, self.found.object

    @property
    def severity(self) -> Severity:
        """The rule's own, unless this case is heavier or lighter."""
        return self.found.severity or self.rule.severity


@dataclass(frozen=True)
class Moved:
    """A finding that is new, changed or over."""

    action: Action
    finding: Finding


def findings(course: Snapshot, limits: Limits, rules: Iterable[Rule] = RULES) -> dict[Key, Finding]:
    """All that the rules find in a course today, by key."""
    every = (
        Finding(rule, rule.code_of(one), one) for rule in rules for one in rule.find(course, limits)
    )
    return {one.key: one for one in every}


def moved(before: Mapping[Key, Finding], after: Mapping[Key, Finding]) -> list[Moved]:
    """What came, changed and ended between two looks at a course."""
    came = [
        Moved(Action.UPDATE if key in before else Action.RAISE, one)
        for key, one in after.items()
        if before.get(key) != one
    ]
    ended = [Moved(Action.CLOSE, one) for key, one in before.items() if key not in after]
    return came + ended
