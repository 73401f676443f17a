"""When a number is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.people.rules import as_seen, check_phone


@dataclass(frozen=True)
class Line:
    """A number and the Danish local hours in which it is answered."""

    name: str
    phone: str
    weekdays: frozenset[int]
    opens: time
    closes: time
    always: bool = False


def chain_as_seen(chain: Sequence[Line]) -> str:
    """A chain as a page gives it back, to tell whether it still stands."""
    return as_seen(
        *(
            f"{line.name}|{line.phone}|{sorted(line.weekdays)}|{line.opens}|{line.closes}"
            f"|{line.always}"
            for line in chain
        )
    )


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


def check_describes(does: str) -> None:
    """A unit says what it does, in words for somebody who has never heard of it."""
    if not does.strip():
        raise Wrong("says_nothing", da("Skriv, hvad enheden gør."), "does")


def check_line(line: Line) -> None:
    """A line has a name and a number and is open some time: no dead numbers in the chain."""
    if not line.name.strip():
        raise Wrong("no_name", da("Skriv, hvem der svarer."), "name")
    if not line.phone.strip():
        raise Wrong("no_number", da("Skriv både navn og nummer."), "phone")
    check_phone(line.phone)
    if line.always:
        return
    if not line.weekdays or line.closes <= line.opens:
        raise Wrong("never_open", da("Skriv, hvornår der svares: ugedage og tid."), "opens")
