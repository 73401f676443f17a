"""The meeting is held: follow-up, turns, proposals that become agreements, the end (C5)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import may
from landfast.access.rules import Permission
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.journeys.prepare_meeting import whole
from landfast.kernel.ids import AgreementId, PersonId
from landfast.meetings import actions, queries
from landfast.meetings.queries import Room
from landfast.meetings.rules.preparing import Onward
from landfast.plan import actions as plan_actions
from landfast.plan import queries as plan
from landfast.plan.queries import AgreementRow, TeamRow
from landfast.plan.rules.promise import Terms

PROBLEM_MAX = 300


@dataclass(frozen=True)
class AtTheTable:
    """The meeting room on one screen."""

    whose: WhoseCourse
    room: Room
    follow_up: list[AgreementRow]
    proposals: list[AgreementRow]
    team: list[TeamRow]
    may_lead: bool


def look_at_room(actor: Actor, course_id: UUID, meeting_id: UUID) -> AtTheTable:
    """Frame, last agreements, whose turn it is, and what was proposed (mødet)."""
    whole(actor, course_id, "Mødet")
    room = queries.room(meeting_id, course_id)
    proposed = set(room.agreement_ids)
    rows = plan.plan_of(course_id).agreements
    return AtTheTable(
        whose_one(course_id),
        room,
        [row for row in rows if row.is_open and row.id not in proposed],
        [row for row in rows if row.id in proposed],
        plan.team_of(course_id),
        may(actor, Permission.MEETING_LEAD, course_id),
    )


@journey
def propose(
    *,
    actor: Actor,
    meeting_id: UUID,
    terms: Terms,
    maker: PersonId | None = None,
    theme_id: UUID | None = None,
) -> AgreementId:
    """A proposal at the table becomes an agreement when its maker says yes (principle 3).

    It hangs on the theme's wish, or on the theme's words as a practical problem. If the
    one who writes is the maker, the yes is given with it; nobody else's is.
    """
    meeting = queries.meeting(meeting_id)
    theme = next((one for one in meeting.themes if one.id == theme_id), None)
    if theme and not terms.wish_id and not terms.practical_problem:
        hung: dict[str, Any] = (
            {"wish_id": theme.wish_id}
            if theme.wish_id
            else {"practical_problem": theme.words[:PROBLEM_MAX]}
        )
        terms = Terms(**{**vars(terms), **hung})
    agreement = plan_actions.propose_agreement(
        actor=actor, course_id=meeting.course_id, terms=terms, maker=maker
    )
    actions.note_proposal(
        actor=actor, meeting_id=meeting_id, agreement_id=agreement,
        theme_id=theme.id if theme else None,
    )  # fmt: skip
    return agreement


@journey
def end(*, actor: Actor, meeting_id: UUID, onward: Onward, closing_words: str = "") -> UUID:
    """The closing round, the next date, and a draft of the minutes out of the log."""
    actions.end_meeting(
        actor=actor, meeting_id=meeting_id, onward=onward, closing_words=closing_words
    )
    course_id = queries.course_of(meeting_id)
    made = set(queries.agreement_ids(meeting_id))
    rows = [row for row in plan.plan_of(course_id).agreements if row.id in made]
    return actions.make_minutes(
        actor=actor, meeting_id=meeting_id, agreements=[_as_written(row) for row in rows]
    )


def _as_written(row: AgreementRow) -> dict[str, Any]:
    """An agreement as it stood when the meeting ended; whether it counts is asked each time."""
    return {
        "id": str(row.id),
        "what": row.text,
        "who": row.maker.name if row.maker else "",
        "due": row.due_on.isoformat() if row.due_on else "",
    }
