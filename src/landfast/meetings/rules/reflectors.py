"""Who reflects at a meeting that is planned with many others: the planner chooses (C3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from landfast.meetings.rules.formats import PartRule
from landfast.meetings.rules.who import At, fits
from landfast.meetings.rules.words import Part, Reflects
from landfast.meetings.scheduling.shapes import Seat


@dataclass(frozen=True)
class Sitting:
    """An employee at the table: who, as what, and the part that she has already."""

    person: str
    role: str = ""
    part: str = ""


def reflector_seats(
    reflects: str, parts: Sequence[PartRule], there: Sequence[Sitting], must: Collection[str]
) -> tuple[Seat, ...]:
    """A dialogue has its reflectors: those missing are taken from the qualified without a part.

    Who can is the format's to say (S000 §2.1, A12 M-02). Whoever must be there keeps her hands
    free. Too few who can: nobody is chosen, and the leader is told when the meeting is called.
    """
    rule = next((one for one in parts if one.part is Part.REFLECTOR), None)
    if rule is None or reflects != Reflects.REFLECTORS:
        return ()
    missing = max(rule.least, 1) - sum(one.part == Part.REFLECTOR for one in there)
    can = tuple(
        one.person
        for one in there
        if not one.part and one.person not in must and fits(At(one.role), rule.roles)
    )
    return (Seat(Part.REFLECTOR.value, missing, can),) if 0 < missing <= len(can) else ()
