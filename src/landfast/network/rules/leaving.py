"""A helper who stops is announced beforehand where it can be done (relationskontinuitet, B6)."""

from datetime import date
from uuid import UUID

from landfast.course.rules.announcing import AHEAD_MAX
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da


def check_leaves(leaves_on: date, today: date) -> None:
    """The last day lies ahead, within three months: what is over is no announcement (B6)."""
    if not today <= leaves_on <= today + AHEAD_MAX:
        raise Wrong(
            "leaves_ahead", da("Vælg en dag fra i dag og højst tre måneder frem."), "leaves_on"
        )


def check_follower(follower: UUID | None, leaver: UUID, *, works_here: bool) -> None:
    """Who comes instead is somebody else who is employed; nobody yet is fine, and is said so."""
    if follower is not None and (follower == leaver or not works_here):
        raise Wrong("no_such_follower", da("Vælg en anden, der er ansat."), "follower")


def check_is_leaving(*, leaves: bool) -> None:
    """Only what was announced can be taken back."""
    if not leaves:
        raise NotNow("not_leaving", da("Det er ikke sagt, at personen stopper."))


def check_waits(*, leaves: bool, waits: bool) -> None:
    """She can rather wait where somebody stops, once; and stop waiting where she waits (B6)."""
    check_is_leaving(leaves=leaves)
    if waits:
        raise NotNow("waits_already", da("Du har allerede sagt, at du hellere vil vente."))


def check_waits_no_more(*, waits: bool) -> None:
    """What she has not said, she does not take back."""
    if not waits:
        raise NotNow("does_not_wait", da("Du venter ikke med en ny. Din koordinator finder en."))
