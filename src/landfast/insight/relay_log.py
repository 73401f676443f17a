"""Reading the relay log of a course: one look in the log, and what the reader may see of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.rules import LookKind, Topic
from landfast.course.queries.baton import given_over_time, held_over_time, stood_in
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.insight.relay import Baton, Did, Kind, Promise, Relay, relay
from landfast.kernel.clock import DENMARK, today
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.meetings import queries as meetings
from landfast.meetings.rules import Ended, MeetingState
from landfast.network import queries as network
from landfast.plan import queries as plan
from landfast.plan.queries import ChangeRow


@dataclass(frozen=True)
class RelaySeen:
    """Whose log it is, and the log."""

    whose: WhoseCourse
    relay: Relay


def see_relay(actor: Actor, course_id: UUID, kind: LookKind = LookKind.READ) -> RelaySeen:
    """The log for the citizen and the team (stafetlog). Row-level security leaves out the rest."""
    if open_record(actor, course_id, "Stafetlog", kind=kind) is not Topic.WHOLE:
        raise NotAllowed(
            "team_only",
            da("Stafetloggen kan kun læses af borgeren og teamet. Ring til koordinatoren."),
        )
    baton = Baton(
        held_over_time(course_id), given_over_time(course_id), stood_in(course_id, today())
    )
    found = relay(baton, list(_promises(course_id)), [*_met(course_id), *_team(course_id)])
    return RelaySeen(whose_one(course_id), found)


def _promises(course_id: UUID) -> Iterator[Promise]:
    lines: dict[UUID, list[ChangeRow]] = defaultdict(list)
    for line in plan.history_of_course(course_id):
        lines[line.agreement_id].append(line)
    for row, areas in plan.agreements_by_area(course_id):
        yield Promise(row, tuple(lines[row.id]), areas)


def _met(course_id: UUID) -> Iterator[Did]:
    """Meetings that were held: that there was one, and who led it. Never who was there."""
    for row in meetings.meetings_of(course_id):
        if row.state is MeetingState.HELD and row.held_at and row.ended != Ended.WITH_COURSE:
            # typed in or ended later, it was held when it was called for; never before that
            at = min(row.held_at, row.starts_at or row.held_at)
            yield Did(at, row.leader, Kind.MEETING, row.format)
    for sent in meetings.published_minutes(course_id):
        if sent.published_at:
            yield Did(sent.published_at, sent.written_by, Kind.MINUTES, "")


def _team(course_id: UUID) -> Iterator[Did]:
    for row in network.team_over_time(course_id):
        yield Did(_at(row.since), row.name, Kind.JOINED, row.helps_with)
        if row.until:
            yield Did(_at(row.until), row.name, Kind.LEFT, row.helps_with)


def _at(day: date) -> datetime:
    return datetime.combine(day, time.min, DENMARK)
