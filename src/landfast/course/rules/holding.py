"""Who answers now: the first in the chain who is there."""

from collections.abc import Iterable
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


def who_answers(turns: Iterable[Answers]) -> Answers | None:
    """The coordinator if at work, else the deputy, the second, the line (product B5, domain 0.8).

    Nobody is sent to a number that is not answered: who is not there is not in `turns`, and who has
    no number cannot pick up.
    """
    return next((one for one in turns if one.phone), None)
