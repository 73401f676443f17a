"""Whom to ring about a citizen: who holds the course, who picks up now, other hours (B3, B5)."""

from dataclasses import dataclass

from landfast.course.queries.holding import answers_now
from landfast.course.rules.holding import Answers, Holders
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.people import queries as people
from landfast.people.queries import UnitRow


@dataclass(frozen=True)
class WhomToRing:
    """Who holds it, who picks up now, the numbers of other hours; of the citizen nothing."""

    held: Holders
    answers: Answers | None
    lines: list[Line]
    unit: UnitRow | None


def whom_to_ring(held: Holders) -> WhomToRing:
    """All of it for those who hold the course."""
    lines = directory.answer_lines(held.unit_id)
    return WhomToRing(held, answers_now(held, lines=lines), lines, people.unit(held.unit_id))
