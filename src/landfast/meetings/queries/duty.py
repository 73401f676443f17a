"""Who has a duty to attend a meeting."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from landfast.kernel.ids import PersonId
from landfast.meetings.rules.inviting import comes_by_duty
from landfast.people.available import available


def with_duty(leader_id: UUID, person_ids: Iterable[UUID], on: date) -> list[PersonId]:
    """Those of them whom the leader's organisation employs, and who are at work that day."""
    asked = set(person_ids)
    known = available({leader_id, *asked}, on, on)
    ours = known[PersonId(leader_id)].organisations
    return [
        one
        for one, about in known.items()
        if one in asked
        and comes_by_duty(is_own=bool(about.organisations & ours), is_away=bool(about.away))
    ]
