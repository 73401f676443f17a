"""By which ways a message may go, in which order."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from landfast.kernel.ids import PersonId
from landfast.messages.rules.words import Failure, Purpose, Way

FOR_GOOD = frozenset(
    {
        Failure.REFUSED_ADDRESS, Failure.REFUSED_NUMBER, Failure.REFUSED_SCREEN,
        Failure.REFUSED_POST,
    }
)  # fmt: skip
"""What is no better in an hour: the next way is tried at once, where there is one."""

ASKS = {Purpose.CONFIRM: (Way.MAIL,), Purpose.PHONE: (Way.SMS,)}
"""A message to what is not anybody's yet, and asks whether it is."""
NEXT = (Way.MAIL, Way.SMS)
"""What is tried when the way that somebody chose does not reach them: what they have confirmed."""

FOR: dict[Purpose, tuple[Way, ...]] = {
    Purpose.RESET: (Way.MAIL,),  # it holds a link that opens the login
    Purpose.ACCOUNT: NEXT,
    Purpose.CHANGED: NEXT,
}


@dataclass(frozen=True)
class Screen:
    """What a message to one browser is sealed with."""

    key: bytes
    secret: bytes


@dataclass(frozen=True)
class Message:
    """One message as a way out takes it. The same id twice is the same message (idempotent)."""

    id: UUID
    way: Way
    purpose: Purpose
    person_id: PersonId
    address: str = ""
    is_neutral: bool = False
    code: str = ""
    screen: Screen | None = None


def ways_for(purpose: Purpose, chosen: Way, ready: Collection[Way]) -> tuple[Way, ...]:
    """The ways a message may take, the best first: the chosen one, then what else is confirmed.

    News go nowhere for who wants none. What is urgent today goes by SMS first, since that is what
    its reader chose it for. About one's own login one is told by whatever is confirmed (G2, F5).
    """
    if purpose in ASKS:
        return ASKS[purpose]
    others = () if chosen is Way.NONE else FOR.get(purpose, (chosen, *NEXT))
    first = (Way.SMS, *others) if purpose is Purpose.URGENT else others
    return tuple(way for way in dict.fromkeys(first) if way in ready)


def but_post(ways: Collection[Way]) -> tuple[Way, ...]:
    """What is left for a message that was given to Digital Post and of which nothing was heard."""
    return tuple(way for way in ways if way is not Way.POST)


def is_for_good(failure: Failure) -> bool:
    """Would trying the same way again be in vain?"""
    return failure in FOR_GOOD
