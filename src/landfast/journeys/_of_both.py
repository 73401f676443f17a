"""Which of her coming meetings are of who goes and who comes: coordinators, or helpers (B6)."""

from dataclasses import dataclass

from landfast.course.queries.announced import Announced
from landfast.kernel.ids import MeetingId, PersonId
from landfast.meetings.queries import MeetingRow, meeting
from landfast.meetings.rules.preparing import AHEAD
from landfast.network.queries.leaving import Leaving


@dataclass(frozen=True)
class Change:
    """Who goes and who comes, by name and by key."""

    goes: str
    comes: str
    both: frozenset[PersonId]


def changes(told: Announced | None, stops: list[Leaving]) -> list[Change]:
    """The change of coordinator that lies ahead or has come, and helpers who have a follower."""
    found = [
        Change(one.name, one.follower, frozenset({one.person_id, one.follower_id}))
        for one in stops
        if one.follower_id
    ]
    if told is None:
        return found
    return [Change(told.giver, told.taker, frozenset({told.giver_id, told.taker_id})), *found]


def of_both(rows: list[MeetingRow], found: list[Change]) -> dict[MeetingId, Change]:
    """The meetings ahead at which both sit, each with its change; reads nothing without one."""
    if not found:
        return {}
    sits: dict[MeetingId, Change] = {}
    for row in rows:
        if row.state in AHEAD:
            guests = meeting(row.id, row.course_id).guests
            there = {row.leader_id, *(one.person_id for one in guests)}
            change = next((one for one in found if one.both <= there), None)
            if change:
                sits[row.id] = change
    return sits
