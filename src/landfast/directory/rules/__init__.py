"""When a number is answered; where and when a unit meets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from landfast.kernel.business_days import add_business_days
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


SEATS_MAX, WAY_MAX = 200, 180
RELEASED = 10
"""D: business days before a reserved slot that nobody took is anybody's again (domain A8 a)."""


@dataclass(frozen=True)
class Block:
    """A time of the week that is kept free for network meetings (fast mødedag); Monday is 0."""

    weekday: int
    opens: time
    closes: time


def check_room(name: str, place: str, seats: int, way: int) -> None:
    """A room is found by its name and its house, and seats somebody."""
    if not name.strip():
        raise Wrong("no_name", da("Skriv, hvad lokalet hedder."), "name")
    if not place.strip():
        raise Wrong("no_place", da("Skriv, hvor lokalet ligger."), "place")
    if not 1 <= seats <= SEATS_MAX:
        raise Wrong("seats", da("Skriv et antal pladser mellem 1 og 200."), "seats")
    if not 0 <= way <= WAY_MAX:
        raise Wrong("way", da("Skriv et antal minutter mellem 0 og 180."), "way")


def check_block(block: Block, others: Sequence[Block]) -> None:
    """A meeting day has a beginning and an end, and does not lie across another of the unit's."""
    if block.closes <= block.opens:
        raise Wrong("ends_early", da("Mødetiden skal slutte, efter at den begynder."), "closes")
    for other in others:
        if other.weekday == block.weekday and (
            other.opens < block.closes and block.opens < other.closes
        ):
            raise Wrong(
                "across", da("Enheden har allerede en mødetid, der ligger oven i."), "opens"
            )


def released_until(today: date) -> date:
    """The last day whose reserved slots are released: T minus ten business days (domain A8 a)."""
    return add_business_days(today, RELEASED)
