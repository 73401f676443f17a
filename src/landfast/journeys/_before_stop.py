"""Who read a course before she stopped it: each is hers to let in again, none comes back by itself.

Their yes ended with the course, and she has said nothing about them since (decision 65).
"""

from datetime import datetime

from landfast.consent.queries import ConsentRow, ShareRow
from landfast.consent.rules import ConsentState
from landfast.course.rules.ending import TAKE_UP_WITHIN
from landfast.kernel.clock import now
from landfast.network.queries import MemberRow

Before = tuple[list[MemberRow], list[ShareRow]]


def is_asked(begun: datetime | None) -> bool:
    """Is she asked who may read again? As long after it as a stop can be taken up (D)."""
    return begun is not None and now() <= begun + TAKE_UP_WITHIN


def read_before(
    begun: datetime | None, said: list[ConsentRow], members: list[MemberRow], shared: list[ShareRow]
) -> Before:
    """In the team, and by topic: what ended with the stop that this beginning takes up.

    Nobody, when she `is_asked` no more: to answer nothing is a no.
    """
    if begun is None or not is_asked(begun):
        return [], []
    since = begun - TAKE_UP_WITHIN
    return _team(said, members, since), [row for row in shared if _ended_with(row, since)]


def _team(said: list[ConsentRow], members: list[MemberRow], since: datetime) -> list[MemberRow]:
    """Those still around her whose last word from her is the yes that ended with the course."""
    last: dict[object, ConsentRow] = {}
    for row in sorted(said, key=lambda one: one.said_at):
        last[row.recipient_id] = row
    return [
        row
        for row in members
        if not row.may_read and row.person_id in last and _ended_with(last[row.person_id], since)
    ]


def _ended_with(row: ConsentRow | ShareRow, since: datetime) -> bool:
    ended = row.state is ConsentState.ENDED and row.ended_at
    return bool(ended and ended >= since)
