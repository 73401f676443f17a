"""What waits for who holds courses, beside the agreements' own life.

What the citizen has done and nobody has heard yet, a wish for another coordinator or for a
correction, a cover past its days, an empty seat to fill,
a meeting that fell away when she stopped and that she has not chosen about since she is back,
an agreement whose maker has left or is away, what a leader answered or has not answered in time,
a plan that stands still, an offer to take a course over, that somebody else is asked to or has
done it, and a second who is missing; and, for those of an intake, a
proposal that waits for the second pair of eyes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from landfast.network.rules import SeatAnswer, is_to_find, missing_seats
from landfast.plan.queries import Watched
from landfast.programmes.rules import NeedArea
from landfast.redthread.queries.asked import HolderRow


class Asks(StrEnum):
    """What is asked, the most pressing first."""

    COVER_PAST = "cover_past"
    CANNOT_COME = "cannot_come"
    CANCELLED = "cancelled"
    FALLEN = "fallen"
    NOT_HAPPENED = "not_happened"
    ASKED_OVER = "asked_over"
    """A leader has asked somebody else to take what the actor holds."""
    HANDED = "handed"
    """Somebody took over what the actor held, who reads on for a while."""
    OFFER = "offer"
    """Somebody has no coordinator until it is answered."""
    NO_SECOND = "no_second"
    """She had a second, and has none: the one became her coordinator, or it ended."""
    SECOND_EYES = "second_eyes"
    PAUSED = "paused"
    RESUMED = "resumed"
    COVERING = "covering"
    APPOINTED = "appointed"
    OTHERWISE = "otherwise"
    CORRECTED = "corrected"
    LEFT_OUT = "left_out"
    UNSHARED = "unshared"
    NO_GUEST = "no_guest"
    NO_SEAT = "no_seat"
    PAPER = "paper"
    """Minutes that are out, and that somebody of hers reaches on paper only."""
    SAID_NO = "said_no"
    WISH = "wish"
    REFUSED = "refused"
    UNDECIDED = "undecided"
    GRANTED = "granted"
    ANOTHER = "another"
    CORRECTION = "correction"
    ANEW = "anew"
    AWAY = "away"
    STILL = "still"
    LEFT = "left"
    SEAT = "seat"
    BESIDE = "beside"


_KNOWN = frozenset(Asks)
OF_AGREEMENTS = frozenset(
    {
        Asks.SAID_NO,
        Asks.NOT_HAPPENED,
        Asks.REFUSED,
        Asks.UNDECIDED,
        Asks.GRANTED,
        Asks.ANEW,
        Asks.AWAY,
    }
)
TO_HEAR = frozenset(
    {
        Asks.CANNOT_COME, Asks.CANCELLED, Asks.PAUSED, Asks.RESUMED, Asks.APPOINTED,
        Asks.OTHERWISE, Asks.LEFT_OUT, Asks.NO_GUEST, Asks.NO_SEAT, Asks.SAID_NO,
        Asks.NOT_HAPPENED,
        Asks.COVERING, Asks.ASKED_OVER, Asks.HANDED, Asks.CORRECTED, Asks.UNSHARED, Asks.WISH,
    }
)  # fmt: skip
"""What was done by others and must be known: it goes with an act on the same, or "Jeg har set
det"."""
NEVER_FOLDED = frozenset(
    {
        Asks.COVER_PAST, Asks.CANNOT_COME, Asks.CANCELLED, Asks.FALLEN, Asks.NOT_HAPPENED,
        Asks.ASKED_OVER, Asks.HANDED,
    }
)  # fmt: skip
"""Nobody answers for her, a meeting is the next thing, she stands alone with a promise, or who
answers for her changes: these are the first of all that is asked, so that what is shown whole
begins with them."""


@dataclass(frozen=True)
class Asked:
    """One thing that is asked of the one who holds a course, or is to hold it: keys, no words."""

    what: Asks
    course_id: UUID
    about: UUID
    when: date | None = None
    who: str = ""
    """The employee who asks, or was asked, or is away."""
    need: NeedArea | None = None
    writes_first: bool = False
    answer: str = ""
    """How she takes part, what she says to a seat, or which unit she no longer shares with."""
    others: tuple[str, ...] = ()
    """The employees who have said no to the same meeting."""
    event: UUID | None = None
    """What was done, of `TO_HEAR`: it is put away alone."""

    @property
    def agreement_id(self) -> UUID | None:
        """The agreement it is about, if it is about one."""
        return self.about if self.what in OF_AGREEMENTS else None


def asks(rows: Iterable[HolderRow], watched: Iterable[Watched]) -> list[Asked]:
    """Everything that courses ask of their holder, and offers to take one, most pressing first.

    A code that is none of `Asks` is told elsewhere, or is a later version's, whose database this
    process reads while it is replaced: it is passed over.
    """
    found = [_asked(row) for row in rows if row.what in _KNOWN and _is_asked(row)]
    found += [Asked(Asks.ANEW, row.course_id, row.id, row.due_on) for row in watched if row.is_left]
    order = list(Asks)
    return sorted(found, key=lambda one: order.index(one.what))


def _is_asked(row: HolderRow) -> bool:
    """A seat is a task when she has said yes to it, and while nobody sits there (B4).

    A role to think of that somebody holds is not among the rows.
    """
    if row.what not in {Asks.SEAT, Asks.BESIDE}:
        return True
    if not is_to_find(SeatAnswer(row.answer)):
        return False
    return row.what == Asks.BESIDE or bool(missing_seats([NeedArea(row.need)], row.there))


def _asked(row: HolderRow) -> Asked:
    need = NeedArea(row.need) if row.need else None
    writes_first = row.answer == SeatAnswer.WRITE
    return Asked(
        Asks(row.what), row.course_id, row.about, row.day, row.named, need, writes_first,
        row.answer, tuple(row.there) if row.what == Asks.CANNOT_COME else (), row.event,
    )  # fmt: skip
