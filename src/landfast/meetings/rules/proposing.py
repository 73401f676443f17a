"""What is proposed at the table: not twice unasked, and taken back by who made it or who leads."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import alike, da


class Asked(NamedTuple):
    """The words of a proposal and who is asked; None: nobody yet, or one without a login."""

    text: str
    maker: UUID | None


def stands_already(new: Asked, standing: Collection[Asked]) -> bool:
    """For the question in the form; the gate is `check_not_twice`.

    The same words to two makers are two promises; to one, or to nobody yet, they are one.
    """
    words = _plain(new.text)
    return any(
        _plain(one.text) == words and (one.maker == new.maker or None in (one.maker, new.maker))
        for one in standing
    )


def check_not_twice(new: Asked, standing: Collection[Asked], *, again: bool) -> None:
    """The same proposal twice is written only when the table says so (C5, D)."""
    if not again and stands_already(new, standing):
        raise Wrong(
            "stands_already",
            da("Det står der allerede. Sæt kryds, hvis I vil skrive det én gang til."),
            "again",
        )


def check_has_no_date(*days: date | None) -> None:
    """What she, or somebody close to her, will do is no promise: no date, no count (domain 0.3)."""
    if any(days):
        raise Wrong(
            "step_has_no_date",
            da("Et eget skridt har ingen dato. Tag datoen væk, eller vælg en, der lover det."),
            "due_on",
        )


def check_of_meeting(agreement: UUID, proposed: Collection[UUID]) -> None:
    """Who leads takes back what was proposed at this meeting, and nothing from elsewhere."""
    if agreement not in proposed:
        raise NotFound


def _plain(text: str) -> str:
    return alike(text).rstrip(".!")
