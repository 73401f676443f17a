"""To whom she has said no at one meeting: read out of the course's own history."""

from collections import defaultdict
from uuid import UUID

from landfast.access.queries import EventRow, events
from landfast.meetings.rules.her_no import KINDS, No, after

MOST = 1000


def noes_of(course_id: UUID, meeting_id: UUID) -> dict[UUID, No]:
    """How her no stands, by the person or relation it was said to; one query.

    For who prepares the meeting: nobody else is told to whom she has said no.
    """
    told: dict[UUID, list[tuple[str, bool]]] = defaultdict(list)
    for row in reversed(events(course_id, KINDS, MOST)):
        who = row.facts.get("person") or row.facts.get("relation")
        if who and _is_of(row, meeting_id):
            told[UUID(who)].append((row.kind, bool(row.facts.get("hers"))))
    stands = {who: after(history) for who, history in told.items()}
    return {who: no for who, no in stands.items() if no is not None}


def no_to(
    course_id: UUID, meeting_id: UUID, *, person: UUID | None, relation: UUID | None
) -> No | None:
    """Her no to one participant, who is a person or a relation of hers; None when there is none."""
    who = person or relation
    return noes_of(course_id, meeting_id).get(who) if who else None


def _is_of(row: EventRow, meeting_id: UUID) -> bool:
    return str(meeting_id) in {str(row.object_id), row.facts.get("meeting")}
