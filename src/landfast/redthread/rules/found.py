"""What a rule finds: about what, resting on which facts, said in which words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from landfast.course.rules.facts import word
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.redthread.rules.facts import Source
from landfast.redthread.rules.words import Severity

COURSE = "course"
"""The object of a finding that is about the course as a whole."""


@dataclass(frozen=True)
class Found:
    """One finding of one rule, before it is known whether it is new."""

    object: str
    facts: tuple[Source, ...]
    says: str
    """A Danish sentence with places for words; the doors translate it and fill it in."""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Severity | None = None
    """Where it is not the rule's own."""
    code: str = ""
    """For a rule that is one of many by need (MA-<BEHOV>)."""

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """The events it rests on, the oldest first."""
        return tuple(dict.fromkeys(source.id for source in self.facts))

    @property
    def topics(self) -> frozenset[str]:
        """All topics of all facts: who may not read one of them does not read this."""
        return frozenset().union(*(source.topics for source in self.facts))


def found(
    about: str, facts: Iterable[Source | None], says: str, *,
    severity: Severity | None = None, code: str = "", **values: Iterable[str],
) -> Found:  # fmt: skip
    """A finding: its facts in the order of their days, its words as codes in words."""
    known = sorted({source for source in facts if source}, key=lambda one: (one.day, one.id))
    said = {name: tuple(map(words, given)) for name, given in values.items()}
    return Found(about, tuple(known), says, said, severity, code)


_NEEDS = frozenset(NeedArea)


def words(code: str) -> str:
    """A need, a role or a tag in words."""
    return NEED_NAMES[NeedArea(code)] if code in _NEEDS else word(code)
