"""Who answers now: the first in the chain who is there."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """As what somebody answers."""

    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    SECOND = "second"
    LINE = "line"


@dataclass(frozen=True)
class Answers:
    """Somebody, or a line, that picks up now."""

    why: Why
    name: str
    phone: str


def who_answers(turns: list[Answers], line: Answers | None) -> Answers | None:
    """The coordinator if at work, else the deputy, the second, the line (product B5).

    Never a sleeping number alone: who is not there is not in `turns`.
    """
    return turns[0] if turns else line
