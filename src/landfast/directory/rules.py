"""When a number is answered."""

from dataclasses import dataclass
from datetime import datetime, time


@dataclass(frozen=True)
class Line:
    """A number and the Danish local hours in which it is answered."""

    name: str
    phone: str
    weekdays: frozenset[int]
    opens: time
    closes: time
    always: bool = False


def is_answered(line: Line, local: datetime, *, holiday: bool) -> bool:
    """Is the number answered at this Danish local time? On holidays only lines open always."""
    if line.always:
        return True
    if holiday or local.weekday() not in line.weekdays:
        return False
    return line.opens <= local.time() < line.closes


def who_answers(chain: list[Line], local: datetime, *, holiday: bool) -> Line | None:
    """The first number in the chain that is answered now: never a sleeping one (product B5)."""
    return next((line for line in chain if is_answered(line, local, holiday=holiday)), None)
