"""The pages of a standing meeting: my desk, one circle, one meeting. Reads only.

A circle is open to the people of the units that sit in it and to who keeps it; what they see of its
cases and agreements the database decides.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.queries import require_anywhere, require_staff, units_where
from landfast.access.rules import Permission
from landfast.circles.queries import cases, points, standing
from landfast.circles.queries.cases import CaseRow
from landfast.circles.queries.inviting import AskedRow, answers_of, taken
from landfast.circles.queries.points import AgreementRow, Figures, ThemeRow
from landfast.circles.queries.standing import CircleRow, SeatRow, SittingRow
from landfast.circles.queries.waiting import LateRow, late_cases
from landfast.circles.rules.cases import comes_up
from landfast.circles.rules.kinds import shows_figures, takes_cases
from landfast.circles.rules.searching import find_between_units
from landfast.circles.rules.standing import SittingState, proposed_days
from landfast.consultation.rules import Found
from landfast.kernel.clock import DENMARK, today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.available import available
from landfast.people.rules import is_away

Units = list[tuple[UnitId, str]]


@dataclass(frozen=True)
class Desk:
    """What standing meetings ask of me: my circles, what waits, what my units have taken on."""

    circles: list[tuple[CircleRow, SittingRow | None]]
    waits: list[CaseRow]
    agreements: list[AgreementRow]
    begins_in: Units
    late: list[LateRow]
    """Cases that have waited too long, for who leads."""


@dataclass(frozen=True)
class Agenda:
    """What is talked about next: what is carried over, cases, themes."""

    carried: list[AgreementRow]
    cases: list[CaseRow]
    later: list[CaseRow]
    """Cases that she heard of too late for this meeting."""
    themes: list[ThemeRow]


@dataclass(frozen=True)
class CircleSeen:
    """A circle as its people see it."""

    circle: CircleRow
    seats: list[SeatRow]
    sitting: SittingRow | None
    held: list[SittingRow]
    agenda: Agenda
    units: Units
    """From which of my units I can raise something."""
    sits: bool
    keeps: bool

    @property
    def takes_cases(self) -> bool:
        """Is it a circle in which a case can be raised?"""
        return takes_cases(self.circle.kind)


@dataclass(frozen=True)
class SittingSeen:
    """One meeting: the fixed points in their order."""

    sitting: SittingRow
    circle: CircleRow
    agenda: Agenda | None
    """While it is planned; what was held has its summaries only."""
    cases: list[CaseRow]
    themes: list[ThemeRow]
    agreed: list[AgreementRow]
    figures: list[Figures]
    sits: bool
    keeps: bool
    asked: list[AskedRow]
    """Who was asked, for who keeps it; for others their own invitation."""
    seated: list[SeatRow]
    """Who sits there, for who is to say who was there."""
    were_there: list[str]
    """By name, of one that is held."""

    def own(self, actor: Actor) -> AskedRow | None:
        """My own invitation, while it is planned."""
        mine = (row for row in self.asked if row.person_id == actor.person_id)
        return next(mine, None) if self.agenda else None


@dataclass(frozen=True)
class DayOffered:
    """A day in the rhythm, and who of those who sit there is not at work then."""

    at: datetime
    missing: list[str]
    taken: list[str]
    """At work, and in another meeting or appointment then."""


@dataclass(frozen=True)
class AgreementSeen:
    """An agreement, and whether it is my unit's."""

    row: AgreementRow
    is_ours: bool


def see_desk(actor: Actor) -> Desk:
    """Faste møder."""
    require_staff(actor)
    reach = standing.reach()
    ids = reach.near | reach.kept
    planned = {row.circle_id: row for row in standing.sittings(ids, SittingState.PLANNED)}
    led = units_where(actor, Permission.CIRCLE_KEEP)
    return Desk(
        [(row, planned.get(row.id)) for row in standing.circles(ids)],
        cases.open_ends(actor.person_id, today()), points.owned_by(_ours(actor, led)),
        _named(led), late_cases() if led or reach.kept else [],
    )  # fmt: skip


def begins_in(actor: Actor) -> Units:
    """The units for which the actor may begin a standing meeting: a leader has at least one."""
    require_anywhere(actor, Permission.CIRCLE_KEEP)
    return _named(units_where(actor, Permission.CIRCLE_KEEP))


def _named(led: Collection[UnitId]) -> Units:
    return [(row.id, row.name) for row in people.units() if row.id in set(led)] if led else []


def _ours(actor: Actor, led: Collection[UnitId]) -> list[UnitId]:
    """Where I work, and what I lead."""
    return sorted({*standing.own_units(actor), *led}, key=str)


def see_circle(actor: Actor, circle_id: UUID) -> CircleSeen:
    """One circle: the next meeting, its agenda, who sits there, what was held."""
    keeps, sits = _is_let_in(actor, circle_id)
    seats, sitting = standing.seats(circle_id), standing.next_sitting(circle_id)
    seated = {row.unit_id for row in seats}
    return CircleSeen(
        standing.circle(circle_id), seats, sitting,
        standing.sittings([circle_id], SittingState.HELD), _agenda(circle_id, sitting),
        [pair for pair in standing.own_units(actor).items() if pair[0] in seated], sits, keeps,
    )  # fmt: skip


def see_sitting(actor: Actor, sitting_id: UUID) -> SittingSeen:
    """One meeting: since last time, figures, cases, themes, what was agreed."""
    require_staff(actor)
    sitting = standing.sitting(sitting_id)
    keeps, sits = _is_let_in(actor, sitting.circle_id)
    circle, is_planned = standing.circle(sitting.circle_id), sitting.state is SittingState.PLANNED
    return SittingSeen(
        sitting, circle, _agenda(circle.id, sitting) if is_planned else None,
        cases.cases_of(sitting_id), points.themes_of(sitting_id), points.agreed_at(sitting_id),
        points.figures(circle.id) if is_planned and shows_figures(circle.kind) else [],
        sits, keeps, answers_of(sitting_id) if is_planned else [],
        standing.seats(circle.id) if is_planned and keeps else [], _names(sitting.was_there),
    )  # fmt: skip


def _names(persons: Collection[UUID]) -> list[str]:
    return sorted(one.name for one in people.persons([*persons]).values()) if persons else []


def see_agreement(actor: Actor, agreement_id: UUID) -> AgreementSeen:
    """One agreement."""
    require_staff(actor)
    row = points.agreement(agreement_id)
    led = units_where(actor, Permission.CIRCLE_KEEP)
    return AgreementSeen(row, row.owner_unit_id in _ours(actor, led))


def days_offered(circle: CircleRow, seats: Collection[SeatRow]) -> list[DayOffered]:
    """The next days in the rhythm, with who is away or does not work then."""
    last = standing.sittings([circle.id], SittingState.HELD)[:1]
    days = proposed_days(
        circle.weekday, circle.every_weeks, last[0].on if last else None, today()
    )  # fmt: skip
    hours = [datetime.combine(day, circle.at_clock, DENMARK) for day in days]
    lasts = timedelta(minutes=circle.minutes_long)
    busy = taken(circle.id, [hours[0], hours[-1] + lasts])
    offered = []
    for day, at in zip(days, hours, strict=True):
        there = available({row.person_id for row in seats}, day, day)
        missing = [
            row.person for row in seats
            if is_away(there[row.person_id].away, day)
            or not any(one.weekday == day.weekday() for one in there[row.person_id].hours)
        ]  # fmt: skip
        elsewhere = [
            row.person for row in seats
            if row.person not in missing
            and any(starts < at + lasts and ends > at for starts, ends in busy[row.person_id])
        ]  # fmt: skip
        offered.append(DayOffered(at, missing, elsewhere))
    return offered


def look_between(circle_id: UUID, texts: Collection[str]) -> list[Found]:
    """What in a text between units could be about a citizen."""
    return find_between_units(texts, standing.known_words(circle_id))


def _agenda(circle_id: UUID, sitting: SittingRow | None) -> Agenda:
    waiting = cases.waiting_cases(circle_id)
    ready = [row for row in waiting if sitting is None or comes_up(row.told_on, sitting.on)]
    return Agenda(
        points.carried_over(circle_id), ready, [row for row in waiting if row not in ready],
        points.waiting_themes(circle_id),
    )  # fmt: skip


def _is_let_in(actor: Actor, circle_id: UUID) -> tuple[bool, bool]:
    require_staff(actor)
    reach = standing.reach()
    if circle_id not in reach.kept | reach.near:
        raise NotFound
    return circle_id in reach.kept, circle_id in reach.mine
