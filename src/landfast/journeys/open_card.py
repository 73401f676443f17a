"""Whoever holds a citizen's card opens the code on it: whom to ring, and who picks up now (B3)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.course.actions.card import open_by_code
from landfast.course.queries.contact import Holders
from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.network.queries import answers_now
from landfast.network.rules import Candidate
from landfast.people import queries as people
from landfast.people.queries import UnitRow


@dataclass(frozen=True)
class OnCard:
    """Who holds it, who picks up now, the numbers of other hours; of the citizen nothing."""

    held: Holders
    answers: Candidate | None
    lines: list[Line]
    unit: UnitRow | None


@journey
def open_card(*, code: UUID) -> OnCard | None:
    """Name and number, and who picks up now; None when the code opens nothing any more."""
    held = open_by_code(code=code)
    if held is None:
        return None
    lines = directory.answer_lines(held.unit_id)
    return OnCard(held, answers_now(held, lines=lines), lines, people.unit(held.unit_id))
