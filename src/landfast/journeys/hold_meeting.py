"""The meeting is held: follow-up, turns, proposals that become agreements, the end (C5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import may, require
from landfast.access.rules import Permission
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.journeys.heed_energy import Heeded, heeded
from landfast.journeys.prepare_meeting import whole
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import AgreementId, PersonId
from landfast.meetings import actions, queries
from landfast.meetings.queries import MeetingView, Room
from landfast.meetings.queries.acting import room_mark
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.preparing import Onward, check_running
from landfast.meetings.rules.proposing import Asked, check_not_twice, check_of_meeting
from landfast.meetings.rules.without import check_no_authority
from landfast.plan import actions as plan_actions
from landfast.plan import queries as plan
from landfast.plan.queries import AgreementRow, Plan, StepRow, TeamRow
from landfast.plan.rules.answering import Report
from landfast.plan.rules.life import RUNNING
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementState, MandateState

PROBLEM_MAX = 300


@dataclass(frozen=True)
class Tells:
    """An agreement at "Siden sidst": may it be told aloud now, or is its maker not here?"""

    row: AgreementRow
    may_tell: bool


@dataclass(frozen=True)
class AtTheTable:
    """The meeting room on one screen. The mark is from before the rest: what came since is seen."""

    mark: str
    whose: WhoseCourse
    room: Room
    follow_up: list[Tells]
    proposals: list[AgreementRow]
    team: list[TeamRow]
    may_lead: bool
    heeded: Heeded | None = None
    """Her energy, before the meeting begins."""
    own_steps: tuple[StepRow, ...] = ()
    """What she and those close to her have said here that they will do: no agreements."""
    wishes: tuple[tuple[UUID, str], ...] = ()
    """What a proposal can be for."""


def look_at_room(actor: Actor, course_id: UUID, meeting_id: UUID) -> AtTheTable:
    """Frame, last agreements, whose turn it is, and what was proposed (mødet)."""
    whole(actor, course_id, "Mødet")
    return _at_table(actor, course_id, meeting_id)


def sit_at_table(actor: Actor, course_id: UUID, meeting_id: UUID) -> AtTheTable:
    """The same for who leads the meeting, around what is pressed in it: a look as any other."""
    require(actor, Permission.MEETING_LEAD, course=course_id)
    return look_at_room(actor, course_id, meeting_id)


def _at_table(actor: Actor, course_id: UUID, meeting_id: UUID) -> AtTheTable:
    mark = room_mark(meeting_id)
    room = queries.room(meeting_id, course_id)
    proposed = set(room.agreement_ids)
    whole_plan = plan.plan_of(course_id)
    rows = whole_plan.agreements
    return AtTheTable(
        mark,
        whose_one(course_id),
        room,
        _tells(room, rows, actor),
        [row for row in rows if row.id in proposed],
        plan.team_of(course_id),
        may(actor, Permission.MEETING_LEAD, course_id),
        _heeded(room.meeting),
        _steps_of(whole_plan, room.meeting.started_at),
        tuple((wish.id, wish.words) for wish in whole_plan.wishes),
    )


def _steps_of(whole_plan: Plan, since: datetime | None) -> tuple[StepRow, ...]:
    """What was written as an own step while the meeting ran, in the order it was said."""
    steps = [*(step for wish in whole_plan.wishes for step in wish.steps), *whole_plan.steps]
    here = [one for one in steps if since and one.created_at >= since]
    return tuple(sorted(here, key=lambda one: one.created_at))


def _heeded(meeting: MeetingView) -> Heeded | None:
    """Asked once, at the door: afterwards the table sees her."""
    if meeting.state is not MeetingState.CALLED:
        return None
    return heeded(meeting.course_id, meeting.starts_at, meeting.offers)


@journey
def propose(
    *,
    actor: Actor,
    meeting_id: UUID,
    terms: Terms,
    maker: PersonId | None = None,
    theme_id: UUID | None = None,
    again: bool = False,
) -> AgreementId:
    """A proposal at the table becomes an agreement when its maker says yes (principle 3).

    It hangs on the theme's wish, or on the theme's words as a practical problem. If the
    one who writes is the maker, the yes is given with it; nobody else's is. `again`: the same
    is meant to stand there twice.
    """
    meeting = queries.meeting(meeting_id)
    rows = plan.open_agreements(meeting.course_id, among=queries.agreement_ids(meeting_id))
    check_not_twice(Asked(terms.text, maker), standing(rows), again=again)
    check_no_authority(meeting.form.citizen, is_application=terms.mandate is not MandateState.CLEAR)
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
def own_step(
    *, actor: Actor, meeting_id: UUID, text: str, theme_id: UUID | None = None,
    relation_id: UUID | None = None, wish_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """What she says she will do, or somebody close to her, is an own step and no agreement (0.3).

    It hangs on the wish that was named, else on the theme's, has no date and asks nobody for a yes.
    `relation_id`: whose it is, out of her network; her own where nobody is named.
    """
    meeting = queries.meeting(meeting_id)
    require(actor, Permission.MEETING_LEAD, course=meeting.course_id)
    check_running(meeting.state)
    theme = next((one for one in meeting.themes if one.id == theme_id), None)
    return plan_actions.add_step(
        actor=actor, course_id=meeting.course_id, text=text,
        wish_id=wish_id or (theme.wish_id if theme else None), relation_id=relation_id,
    )  # fmt: skip


def standing(rows: Collection[AgreementRow]) -> list[Asked]:
    """What is proposed or promised of these, as the question "twice?" is asked of it."""
    return [
        Asked(row.text, row.maker.id if row.maker and not row.is_outside else None)
        for row in rows
        if row.is_open
    ]


@journey
def withdraw(*, actor: Actor, meeting_id: UUID, agreement_id: UUID) -> None:
    """A proposal of this meeting is taken back by who made it or who leads; its maker is told."""
    course_id = queries.course_of(meeting_id)
    require(actor, Permission.MEETING_LEAD, course=course_id)
    check_of_meeting(agreement_id, queries.agreement_ids(meeting_id))
    plan_actions.withdraw_agreement(actor=actor, agreement_id=agreement_id, at_table=True)


def _tells(room: Room, rows: Collection[AgreementRow], actor: Actor) -> list[Tells]:
    """Open agreements, those whose makers are here first, and what was told here just now."""
    here = _here(room.meeting) | {actor.person_id}
    proposed = set(room.agreement_ids)
    found = [
        Tells(row, row.state in RUNNING and row.maker is not None and row.maker.id in here)
        for row in rows
        if row.id not in proposed and (row.is_open or _told_today(row))
    ]
    return sorted(found, key=lambda one: not one.may_tell)


def _told_today(row: AgreementRow) -> bool:
    return row.told_at is not None and date_in_denmark(row.told_at) == today()


def _here(meeting: MeetingView) -> frozenset[UUID]:
    """The employees at the table now."""
    there = (guest.person_id for guest in meeting.guests if guest.was_there)
    return frozenset(one for one in (*there, meeting.leader_id) if one)


@journey
def tell(
    *,
    actor: Actor,
    meeting_id: UUID,
    agreement_id: UUID,
    report: Report,
    because: str = "",
    version: int | None = None,
) -> None:
    """ "Siden sidst": its maker tells aloud how it went, and who leads writes it down (A7).

    One's own is one's own words; nobody tells for somebody who is not there.
    """
    meeting = queries.meeting(meeting_id)
    require(actor, Permission.MEETING_LEAD, course=meeting.course_id)
    check_running(meeting.state)
    row = plan.agreement(agreement_id, meeting.course_id)
    told: dict[str, Any] = {"report": report, "because": because, "version": version}
    if row.maker and row.maker.id == actor.person_id:
        plan_actions.report_agreement(actor=actor, agreement_id=agreement_id, **told)
    else:
        plan_actions.note_told(
            actor=actor, agreement_id=agreement_id, present=_here(meeting), **told
        )
    actions.stir(actor=actor, meeting_id=meeting_id)  # last: what was told lies within the meeting


@journey
def end(*, actor: Actor, meeting_id: UUID, onward: Onward, closing_words: str = "") -> UUID:
    """The closing round, the next date, and a draft of the minutes out of the log."""
    actions.end_meeting(
        actor=actor, meeting_id=meeting_id, onward=onward, closing_words=closing_words
    )
    return write_minutes(actor=actor, meeting_id=meeting_id)


@journey
def write_minutes(*, actor: Actor, meeting_id: UUID) -> UUID:
    """A draft out of the log; also for a meeting that closed by itself."""
    course_id = queries.course_of(meeting_id)
    made, whole_plan = set(queries.agreement_ids(meeting_id)), plan.plan_of(course_id)
    rows, sat = whole_plan.agreements, queries.at_the_table(meeting_id)
    steps = (
        [one for one in _steps_of(whole_plan, sat[0]) if one.created_at <= sat[1]] if sat else []
    )
    return actions.make_minutes(
        actor=actor, meeting_id=meeting_id,
        agreements=[_as_written(row) for row in rows if row.id in made and not _undone(row)],
        since_last=[_as_told(row) for row in rows if _told_then(row, sat)],
        own_steps=[{"who": one.whose, "what": one.text} for one in steps],
    )  # fmt: skip


def _undone(row: AgreementRow) -> bool:
    """It was proposed and taken back: the minutes of what was agreed do not name it."""
    return row.state is AgreementState.LAPSED and row.accepted_at is None


def _told_then(row: AgreementRow, sat: tuple[datetime, datetime] | None) -> bool:
    """Was it told how this went while they sat there?"""
    return bool(sat and row.reported_at and sat[0] <= row.reported_at <= sat[1])


def _as_told(row: AgreementRow) -> dict[str, Any]:
    """How it went, as its maker told it at the table."""
    return {
        "id": str(row.id),
        "what": row.text,
        "who": row.maker.name if row.maker else "",
        "state": row.state.value,
        "because": row.report,
    }


def _as_written(row: AgreementRow) -> dict[str, Any]:
    """An agreement as it stood when the meeting ended; whether it counts is asked each time."""
    return {
        "id": str(row.id),
        "what": row.text,
        "who": row.maker.name if row.maker else "",
        "due": row.due_on.isoformat() if row.due_on else "",
    }
