"""A unit's courses for its leaders: numbers by phase, and by name those that nobody holds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import DateField, OuterRef, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce

from landfast.course import models
from landfast.course.queries.meanwhile import Chosen, Rings, ringing
from landfast.course.rules import states
from landfast.course.rules.words import HandoverState, HolderKind, State
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.ids import UnitId
from landfast.kernel.reading import IDS, Once, Question, answered

AT_MOST = 100  # citizens by name on one page


@dataclass(frozen=True)
class InState:
    """How many courses are in a state, and for how long on the average."""

    state: State
    count: int
    days: int


@dataclass(frozen=True)
class Unheld:
    """A citizen without a coordinator: waiting, come back, covered by the daily lead, or alone.

    `cover` is who covers; for one on the waiting list it is who rings meanwhile, else empty.
    """

    course_id: UUID
    citizen: str
    state: State
    since: date
    cover: str
    cover_until: date | None
    why: str = ""
    """Why it is covered, in a line."""
    asked: str = ""
    """Who has been asked to take a covered course."""
    in_place_of: str = ""
    """Who is gone: was chosen to ring while she waits, and another does; or holds it."""
    away: UUID | None = None
    """Her coordinator (`in_place_of`), who is away since then, while nobody covers."""

    @property
    def has_nobody(self) -> bool:
        """Is there nobody she can ring? On the waiting list somebody always rings her meanwhile.

        Whose name that is stands in the decision, which not every leader reads.
        """
        return not self.cover and self.state is not State.WAITING


@dataclass(frozen=True)
class Carries:
    """Who holds how many of the units' courses."""

    person_id: UUID
    name: str
    phone: str
    held: int
    as_cover: int


@dataclass(frozen=True)
class Counted:
    """A leader's courses as numbers: by phase, and by who carries them, by name."""

    states: list[InState]
    carried: list[Carries]


def counted(unit_ids: list[UnitId]) -> Counted:
    """What `asking_counted` asks; one query."""
    return answered(asking_counted(unit_ids))


def asking_counted(unit_ids: list[UnitId]) -> Question[Counted]:
    """The units' courses, counted once: by phase, with the mean time in it, and by who holds them.

    Counts only, from a function of the database: no citizen leaves it.
    """
    return Question(
        "select c.state, c.courses, c.as_cover, c.age, p.id, p.name, p.phone"
        " from course_count(%s::uuid[]) c left join people_person p on p.id = c.person_id"
        " order by p.sort_key, p.id",
        [unit_ids],
        _counted,
    )


def _counted(rows: Iterable[tuple[Any, ...]]) -> Counted:
    phases: dict[State, tuple[int, timedelta]] = {}
    carried: dict[UUID, tuple[str, str, int, int]] = {}
    for name, courses, as_cover, age, person, called, phone in rows:
        state = State(name)
        count, ages = phases.get(state, (0, timedelta()))
        phases[state] = (count + courses, ages + age)
        if person and state in states.NEEDS_COORDINATOR:
            *_, held, covered = carried.get(person, ("", "", 0, 0))
            carried[person] = (called, phone, held + courses, covered + as_cover)
    by_state = [InState(s, phases[s][0], (phases[s][1] / phases[s][0]).days) for s in State
                if s in phases]  # fmt: skip
    return Counted(by_state, [Carries(person, *row) for person, row in carried.items()])


def _unheld(units: list[UUID]) -> "QuerySet[Any, Any]":
    decided = models.Decision.objects.filter(
        course=OuterRef("pk"), course__state=State.WAITING, returned_at=None,
        confirmed_at__isnull=False,
    ).order_by("-proposed_at", "-id")  # fmt: skip
    calls = Subquery(decided.values("calls_meanwhile__name")[:1])
    chosen = Subquery(decided.values("calls_meanwhile")[:1])
    waiting = models.Course.objects.filter(
        unit_id__any_of=units, state__in=(State.WAITING, State.REOPENED)
    ).values_list(
        "scope_id", "citizen__name", "state", "state_since", Coalesce(calls, Value("")),
        Value(None, output_field=DateField()), Value(""), Value(""),
        chosen, "unit_id",
    )  # fmt: skip
    offers = models.Handover.objects.filter(
        course_id=OuterRef("course_id"), state=HandoverState.OFFERED
    )
    asked = Subquery(offers.order_by("id").values("taker__name")[:1])
    covered = models.Coordinatorship.objects.filter(
        ended_at=None, cover_until__isnull=False, kind=HolderKind.COVER,
        course__unit_id__any_of=units
    ).values_list(
        "course_id", "course__citizen__name", "course__state", "starts_at", "person__name",
        "cover_until", "reason", Coalesce(asked, Value("")),
        Value(None, output_field=UUIDField()), "course__unit_id",
    )  # fmt: skip
    return waiting.union(covered, all=True).order_by("state_since", "scope_id")[:AT_MOST]


_UNHELD = Once(_unheld, IDS)
_OR_UNCOVERED = """select w.*, null::uuid, '' from ({unheld}) w
 union all (select c.id, z.name, c.state, u.since::timestamp at time zone 'Europe/Copenhagen',
   '', null, '', '', null, c.unit_id, u.holder, u.name
  from course_uncovered(%s::uuid[]) u join course_course c on c.id = u.course_id
  join course_citizen z on z.id = c.citizen_id order by u.since, c.id limit %s)"""
"""Beside them whose coordinator is on leave, while no deputy and no second is there (moment 8)."""


def unheld(unit_ids: list[UnitId]) -> list[Unheld]:
    """Citizens without a coordinator, or with one who is away and whom nobody covers, by name.

    The longest wait first (lessons 1).
    """
    asked = _UNHELD.asked(unit_ids)
    sql = _OR_UNCOVERED.format(unheld=asked.sql)
    rows = answered(Question(sql, [*asked.values, unit_ids, AT_MOST], list))
    by = ringing([
        Chosen(course, unit, person, cover)
        for course, _citizen, _state, _since, cover, *_covered, person, unit, _away, _name in rows
        if person
    ])  # fmt: skip
    found = [
        Unheld(course, citizen, State(state), date_in_denmark(since), cover, until, reason, taker,
               in_place_of=name, away=away)
        for course, citizen, state, since, cover, until, reason, taker, _, _, away, name in rows
    ]  # fmt: skip
    return sorted((_unheld_row(row, by) for row in found), key=lambda row: row.since)


def _unheld_row(row: Unheld, by: dict[UUID, Rings]) -> Unheld:
    rung = by.get(row.course_id)
    return replace(row, cover=rung.name, in_place_of=rung.in_place_of) if rung else row
