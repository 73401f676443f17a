"""Who read a course before she stopped it: each is hers to let in again, none comes back by itself.

Their yes ended with the course, and she has said nothing about them since (decision 65).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from landfast.consent.proxies import ProxyRow, ended_with_course
from landfast.consent.queries import ConsentRow, ShareRow
from landfast.consent.rules import ConsentState
from landfast.course.queries.baton import second_between
from landfast.course.queries.own import OwnCourse
from landfast.course.rules.ending import TAKE_UP_WITHIN
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.network.queries import MemberRow
from landfast.plan.queries import AgreementRow

ONE_ACT = timedelta(minutes=1)
"""What is done in one act lies within it."""
Before = tuple[list[MemberRow], list[ShareRow]]


@dataclass(frozen=True)
class SecondBefore:
    """Who was her second, and is it no more."""

    name: str
    holds: bool
    """That one is her coordinator now: there is nobody beside."""


def is_asked(begun: datetime | None) -> bool:
    """Is she asked who may read again? As long after it as a stop can be taken up (D)."""
    return begun is not None and now() <= begun + TAKE_UP_WITHIN


def read_before(
    begun: datetime | None, said: list[ConsentRow], members: list[MemberRow],
    shared: list[ShareRow], waiting: Collection[PersonId] = (),
) -> Before:  # fmt: skip
    """In the team, and by topic: what ended with the stop that this beginning takes up.

    When she `is_asked` no more, to answer nothing is a no; only those whose answer to an
    agreement is waited for (`waiting`) still stand there, until she says yes or no to them.
    """
    if begun is None:
        return [], []
    since = begun - TAKE_UP_WITHIN
    team = _team(said, members, since)
    if not is_asked(begun):
        return [row for row in team if row.person_id in waiting], []
    return team, [row for row in shared if _ended_with(row, since)]


def read_for_her_before(course: OwnCourse) -> list[ProxyRow]:
    """Who read for her until she stopped: hers to let in again, while she is asked."""
    begun = course.begun_again_at
    if begun is None or not course.runs or not is_asked(begun):
        return []
    return ended_with_course(course.id, begun - TAKE_UP_WITHIN)


def waits_for(agreements: Iterable[AgreementRow]) -> frozenset[PersonId]:
    """Who is asked for something and has not answered."""
    return frozenset(row.waits_for for row in agreements if row.waits_for)


def second_before(course: OwnCourse) -> SecondBefore | None:
    """Who was her second until she stopped or that one took the course, while nobody is it now."""
    held = course.held
    since = _second_since(course) if course.runs and not held.second else None
    last = second_between(course.id, since, now()) if since else None
    if last is None:
        return None
    holds = held.holder is not None and last.person_id == held.holder.person_id
    return SecondBefore(last.name, holds) if holds or not last.became_holder else None


def _second_since(course: OwnCourse) -> datetime | None:
    """From when a second who stopped is one she misses: a stop taken up, or a new coordinator."""
    begun, coordinator = course.begun_again_at, course.held.holder
    if begun and is_asked(begun):
        return begun - TAKE_UP_WITHIN
    if coordinator is None or coordinator.since is None or not course.former:
        return None
    return coordinator.since - ONE_ACT


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
