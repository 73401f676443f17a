"""The meetings of a quarter as one problem, and a plan as the house keeps it (C3).

Every meeting that waits for a time is placed at once; one that has been called stands where it is.
One that had a time before is moved as little as can be: the planner prices it (decision 26).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from landfast.kernel.business_days import business_days_between
from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules import timing
from landfast.meetings.rules.timing import AT_WORK, Attendee, House, TimeWish
from landfast.meetings.rules.words import PlanState
from landfast.meetings.scheduling.shapes import (
    Days,
    Meeting,
    Person,
    Placed,
    Plan,
    Problem,
    Reason,
    Room,
    Seat,
    Standing,
    Why,
)

LONGEST = timedelta(days=100)
LOST_AFTER = timedelta(minutes=2)
"""A planner that was not heard of for so long has been stopped: it is begun again."""


@dataclass(frozen=True)
class Waiting:
    """A meeting that wants a time, as the planner is told of it."""

    id: str
    course: str
    minutes: int
    size: int
    must: tuple[str, ...]
    may: tuple[str, ...]
    wish: TimeWish
    own_place: str = ""
    stands_at: datetime | None = None
    stands_in: str | None = None
    is_called: bool = False
    notice: int = timing.NOTICE
    """Business days that the format gives people beforehand."""
    seats: tuple[Seat, ...] = ()
    """Parts that the planner is to fill, out of those who may come."""


@dataclass(frozen=True)
class Quarter:
    """All that is known for one run."""

    today: date
    days: Days
    meetings: tuple[Waiting, ...]
    attendees: tuple[Attendee, ...]
    rooms: tuple[House, ...]


@dataclass(frozen=True)
class Kept:
    """Where a meeting would be put, or why not; what it costs by kind, without names."""

    id: str
    at: datetime | None
    place: str
    room: str | None
    cost: Mapping[str, int]
    why: Why | None = None
    seats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who was chosen for which part."""


def written(why: Why | None) -> str:
    """Why there is no time, as it is kept: a code and keys, told in the language of who reads."""
    return json.dumps({"reason": why.reason, "whom": why.whom}) if why else ""


def read_why(told: str) -> Why | None:
    """As it was kept. A plan from before it was kept as a code says it no more."""
    try:
        kept_as = json.loads(told)
        return Why(Reason(kept_as["reason"]), tuple(kept_as["whom"]))
    except ValueError:
        return None


def check_run(first: date, last: date, today: date, *, runs: bool) -> None:
    """A leader plans days that lie ahead, a quarter at a time, and one run after the other."""
    if last < today:
        raise Wrong("is_past", da("Den sidste dag er gået. Vælg en, der kommer."), "last")
    if last < first:
        raise Wrong("ends_early", da("Den sidste dag skal ligge efter den første."), "last")
    if last - first > LONGEST:
        raise Wrong("too_long", da("Planlæg højst hundrede dage ad gangen."), "last")
    if runs:
        raise NotNow("already_runs", da("Der bliver allerede planlagt. Vent, til det er færdigt."))


def check_takes(state: PlanState) -> None:
    """A plan is taken once, when it is done."""
    if state is not PlanState.DONE:
        raise NotNow("not_done", da("Planen er ikke færdig, eller den er taget."))


def is_lost(touched_at: datetime | None, now: datetime) -> bool:
    """Was the planner stopped in the middle? Then it is begun again."""
    return touched_at is None or now - touched_at > LOST_AFTER


def next_quarter(today: date) -> Days:
    """The quarter after this one."""
    month = (today.month - 1) // 3 * 3 + 4
    first = date(today.year + (month > 12), (month - 1) % 12 + 1, 1)  # noqa: PLR2004 (months)
    after = date(first.year + (first.month + 3 > 12), (first.month + 2) % 12 + 1, 1)  # noqa: PLR2004
    return Days(first, after - timedelta(days=1))


def problem_of(facts: Quarter) -> Problem:
    """As the planner takes it. Called ones first, so that what stands is never in the way."""
    people = {
        one.id: Person(
            one.id, one.hours or AT_WORK, one.away, one.busy, one.base, None, one.is_ours,
            one.meeting_days,
        )
        for one in facts.attendees
    }  # fmt: skip
    rooms = {one.id: Room(one.id, one.place, one.seats, one.busy) for one in facts.rooms}
    meetings = {one.id: _meeting(one, facts) for one in _in_turn(facts.meetings)}
    wanted = {place for one in meetings.values() for place in one.places}
    return Problem(
        facts.days, facts.today, timing.STEP, people, rooms,
        timing.travel(facts.attendees, facts.rooms, wanted), meetings, timing.free_days(facts.days),
    )  # fmt: skip


def _in_turn(meetings: Sequence[Waiting]) -> list[Waiting]:
    return sorted(meetings, key=lambda one: (not one.is_called, one.stands_at is None, one.id))


def _meeting(one: Waiting, facts: Quarter) -> Meeting:
    houses = {room.id: room.place for room in facts.rooms}
    places = timing.places(facts.rooms, one.wish, one.own_place)
    stands = None
    if one.stands_at:
        place = houses.get(one.stands_in or "", one.own_place or places[0])
        stands = Standing(one.stands_at, place, one.stands_in, one.is_called)
        places = places if place in places else (*places, place)
    days = _window(one.wish, facts.days)
    return Meeting(
        one.id, one.course, one.minutes, one.size, days, days.first, places, one.must, one.may,
        one.seats,
        timing.can(one.wish), timing.likes(one.wish), notice=_notice(one, facts.today),
        stands=stands,
    )  # fmt: skip


def _notice(one: Waiting, today: date) -> int:
    """Business days before it can be: its format's, and one at least; what stands nearer may stay.

    Somebody has said yes to the near time already: to move it would be worse than the short notice.
    """
    if one.is_called:
        return 0
    if one.stands_at is None:
        return max(one.notice, timing.NOTICE)
    stood = business_days_between(today, one.stands_at.date())
    return max(min(one.notice, stood), timing.NOTICE)


def _window(wish: TimeWish, days: Days) -> Days:
    """The part of the quarter that she wished for; nothing of it: the whole quarter."""
    first, last = max(wish.first or days.first, days.first), min(wish.last or days.last, days.last)
    return Days(first, last) if first <= last else days


def kept(plan: Plan, facts: Quarter, names: Mapping[str, str]) -> list[Kept]:
    """A plan as the house keeps it: the called ones left out, since they stand."""
    called = {one.id for one in facts.meetings if one.is_called}
    placed = [_placed(one, names) for one in plan.placed.values() if one.meeting not in called]
    left = [
        Kept(who, None, "", None, {}, why)
        for who, why in plan.unplaced.items()
        if who not in called
    ]
    return [*placed, *left]


def _placed(one: Placed, names: Mapping[str, str]) -> Kept:
    cost: dict[str, int] = {}
    for part in one.costs:
        cost[part.kind] = cost.get(part.kind, 0) + 1
    cost.pop("off_target", None)
    return Kept(
        one.meeting, one.starts.replace(tzinfo=DENMARK), names.get(one.room or "", one.place),
        one.room, cost, seats=one.seats,
    )  # fmt: skip
