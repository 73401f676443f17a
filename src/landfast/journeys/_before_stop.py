"""Who read a course before she stopped it: each is hers to let in again, none comes back by itself.

Their yes ended with the course, and she has said nothing about them since (decision 65).
"""

from landfast.consent.queries import ConsentRow, ShareRow
from landfast.consent.rules import ConsentState
from landfast.network.queries import MemberRow


def team_before(said: list[ConsentRow], members: list[MemberRow]) -> list[MemberRow]:
    """Those still around her whose last word from her is the yes that ended with the course."""
    last: dict[object, ConsentRow] = {}
    for row in sorted(said, key=lambda one: one.said_at):
        last[row.recipient_id] = row
    return [
        row
        for row in members
        if not row.may_read
        and row.person_id in last
        and last[row.person_id].state is ConsentState.ENDED
    ]


def shared_before(rows: list[ShareRow]) -> list[ShareRow]:
    """What was shared by topic until the course ended."""
    return [row for row in rows if row.state is ConsentState.ENDED]
