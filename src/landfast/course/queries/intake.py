"""The intake list: what is new, what waits, whose clock runs (product A2)."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from landfast.access.actor import Actor
from landfast.access.rules import Apart
from landfast.course import models
from landfast.course.queries.calls import CallRow, my_units, waiting_calls
from landfast.course.queries.heard import answers_read
from landfast.course.queries.listed import list_inbox
from landfast.course.queries.meanwhile import Chosen, Rings, ringing
from landfast.course.rules import intake as rules
from landfast.course.rules import referral as referrals
from landfast.course.rules.words import Outcome, ReferralState, Says, State, Urgency
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.ids import CitizenId, CourseId, PersonId, ReferralId, UnitId
from landfast.kernel.refusals import NotFound

DECLINED_SHOWN = timedelta(days=90)
"""How long a no stays on the daily lead's list, to be looked at again."""


@dataclass(frozen=True)
class Taken:
    """A referral somebody just took: whom it is about, and whether Landfast knows her."""

    unit_id: UnitId
    name: str
    cpr: str
    phone: str
    citizen_id: CitizenId | None
    person_id: PersonId | None
    running: CourseId | None
    apart: Apart | None = None
    known_to: PersonId | None = None


@dataclass(frozen=True)
class ReferralRow:
    """A referral as intake reads it."""

    id: ReferralId
    code: str
    state: ReferralState
    name: str
    phone: str
    seen: str
    needs: list[str]
    says: Says
    says_words: str
    by_citizen: bool
    referred_by: str
    referred_by_phone: str
    who_asks: str
    urgency: Urgency
    received_at: datetime
    answer_by: date
    expires_on: date | None
    unit_id: UnitId
    apart: Apart | None
    known_to: PersonId | None
    known_to_name: str
    rung_at: datetime | None = None
    rung_by: str = ""
    reached: bool | None = None

    @property
    def is_to_be_rung(self) -> bool:
        """Is she to be rung today, and has nobody reached her yet?"""
        return referrals.is_to_be_rung(self.urgency, self.state, reached=self.reached)

    @property
    def may_be_rung(self) -> bool:
        """Can one still write that one rang?"""
        return referrals.may_be_rung(self.state, reached=self.reached)


@dataclass(frozen=True)
class CourseRow:
    """A course in intake: whose, since when, how far, how urgent."""

    course_id: CourseId
    name: str
    phone: str
    state: State
    since: datetime
    decide_by: date
    urgency: Urgency
    received_at: datetime
    proposed: Outcome | None
    decided: Outcome | None
    expected_on: date | None
    calls_meanwhile: str
    decided_at: datetime | None = None
    is_told: bool = False
    """Has she heard the answer: from somebody, or read it herself?"""
    position: int = 0
    calls_in_place_of: str = ""
    """Who was chosen to ring meanwhile, where that one is gone and another does."""
    rings: bool = False
    """Is she to be rung today, and has nobody reached her yet?"""

    @property
    def waits_to_hear(self) -> bool:
        """Is there an answer that she has not heard?"""
        return self.decided is not None and not self.is_told


@dataclass(frozen=True)
class Inbox:
    """All that intake has before it."""

    new: list[ReferralRow]
    waits_for_yes: list[ReferralRow]
    assessing: list[CourseRow]
    waiting: list[CourseRow]
    calls: list[CallRow]
    doubtful: list[CallRow]
    doubtful_count: int
    declined: list[CourseRow]
    to_tell: list[CourseRow]
    """Citizens with an answer that they have not heard, the oldest answer first."""


def inbox(actor: Actor) -> Inbox:
    """The intake list of the actor's units: urgency first, then the oldest."""
    units = my_units(actor)
    list_inbox(actor, units, now() - DECLINED_SHOWN, "Henvendelser (liste)")
    open_ones = _referrals(units)
    courses = _courses(units)
    calls, doubtful_count = waiting_calls(units)
    waiting = [row for row in courses if row.state is State.WAITING]
    return Inbox(
        [row for row in open_ones if row.state is ReferralState.NEW],
        [row for row in open_ones if row.state is ReferralState.WAITS_FOR_YES],
        [row for row in courses if row.state is State.ASSESSMENT],
        waiting,
        [row for row in calls if row.trusted],
        [row for row in calls if not row.trusted],
        doubtful_count,
        [row for row in courses if row.state is State.DECLINED],
        sorted(
            (row for row in courses if row.waits_to_hear), key=lambda row: row.decided_at or now()
        ),
    )


def _referrals(units: list[UnitId]) -> list[ReferralRow]:
    rows = (
        models.Referral.objects.filter(
            unit_id__in=units, state__in=[ReferralState.NEW, ReferralState.WAITS_FOR_YES]
        )
        .select_related("referred_by", "who_asks", "known_to", "rung_by")
        .order_by("received_at", "id")
    )
    return sorted(
        (referral_row(row) for row in rows), key=lambda r: referrals.URGENCY_ORDER[r.urgency]
    )


def referral_row(row: models.Referral) -> ReferralRow:
    """A referral as intake reads it."""
    return ReferralRow(
        ReferralId(row.id), row.receipt, ReferralState(row.state), row.citizen_name,
        row.citizen_phone, row.seen, list(row.needs), Says(row.says), row.says_words,
        row.by_citizen, row.referred_by.name, row.referred_by.phone,
        row.who_asks.name if row.who_asks else "", Urgency(row.urgency), row.received_at,
        row.answer_by, row.expires_on, UnitId(row.unit_id),
        Apart(row.apart) if row.apart else None,
        PersonId(row.known_to_id) if row.known_to_id else None,
        row.known_to.name if row.known_to else "", row.rung_at,
        row.rung_by.name if row.rung_by else "", row.reached,
    )  # fmt: skip


def referral(actor: Actor, referral_id: UUID) -> ReferralRow:
    """One referral to a unit whose intake the actor belongs to."""
    row = (
        models.Referral.objects.filter(id=referral_id, unit_id__in=my_units(actor))
        .select_related("referred_by", "who_asks", "known_to", "rung_by")
        .first()
    )
    if row is None:
        raise NotFound
    return referral_row(row)


def _courses(units: list[UnitId]) -> list[CourseRow]:
    rows = list(
        models.Course.objects.filter(
            Q(state__in=list(rules.IN_INTAKE))
            | Q(state=State.DECLINED, state_since__gte=now() - DECLINED_SHOWN),
            unit_id__in=units,
        )
        .select_related("citizen")
        .order_by("state_since", "scope_id")
    )
    ids = [row.scope_id for row in rows]
    came, decisions = _came(ids), _decisions(ids)
    rings = _ringing(rows, decisions)
    found = [
        _course(row, came.get(row.scope_id), decisions[row.scope_id], rings.get(row.scope_id))
        for row in rows
    ]
    read = answers_read([row.course_id for row in found if row.waits_to_hear])
    found = [replace(row, is_told=row.is_told or row.course_id in read) for row in found]
    found.sort(key=lambda r: (referrals.URGENCY_ORDER[r.urgency], r.received_at, r.course_id))
    return _placed(found)


def _ringing(
    courses: list[models.Course], decisions: dict[UUID, list[models.Decision]]
) -> dict[UUID, Rings]:
    return ringing([
        Chosen(
            course.scope_id, UnitId(course.unit_id), PersonId(decided.calls_meanwhile.id),
            decided.calls_meanwhile.name,
        )
        for course in courses
        if (decided := _decided(course, decisions[course.scope_id])) and decided.calls_meanwhile
    ])  # fmt: skip


def _decided(course: models.Course, decisions: list[models.Decision]) -> models.Decision | None:
    return next((d for d in decisions if d.confirmed_at and _is_of_now(d, course)), None)


class Came(NamedTuple):
    """How a course came: as urgent as its most urgent referral, as old as its first."""

    urgency: Urgency
    at: datetime
    rings: bool


def _came(ids: list[UUID]) -> dict[UUID, Came]:
    """The most urgent and the first referral that led to each course; is one still to be rung?"""
    rows = models.Referral.objects.filter(course_id__in=ids).order_by("received_at", "id")
    came: dict[UUID, Came] = {}
    told = rows.values_list("course_id", "urgency", "received_at", "state", "reached")
    for course_id, word, at, state, reached in told:
        rings = referrals.is_to_be_rung(Urgency(word), ReferralState(state), reached=reached)
        before = came.get(course_id, Came(Urgency(word), at, rings=False))
        urgency = min(before.urgency, Urgency(word), key=referrals.URGENCY_ORDER.__getitem__)
        came[course_id] = Came(urgency, before.at, before.rings or rings)
    return came


def _decisions(ids: list[UUID]) -> dict[UUID, list[models.Decision]]:
    found: dict[UUID, list[models.Decision]] = defaultdict(list)
    rows = models.Decision.objects.filter(course_id__in=ids, returned_at=None)
    for row in rows.select_related("calls_meanwhile").order_by("-proposed_at", "-id"):
        found[row.course_id].append(row)
    return found


def _course(
    row: models.Course, came: Came | None, decisions: list[models.Decision], who: Rings | None
) -> CourseRow:
    came = came or Came(Urgency.CAN_WAIT, row.created_at, rings=False)
    proposed = next((d for d in decisions if d.confirmed_at is None), None)
    decided = _decided(row, decisions)
    return CourseRow(
        CourseId(row.scope_id), row.citizen.name, row.citizen.phone, State(row.state),
        row.state_since, rules.decide_by(date_in_denmark(row.state_since)), came.urgency,
        came.at, Outcome(proposed.outcome) if proposed else None,
        Outcome(decided.outcome) if decided else None,
        decided.expected_on if decided else None,
        who.name if who else "", decided.confirmed_at if decided else None,
        bool(decided and decided.told_at), calls_in_place_of=who.in_place_of if who else "",
        rings=came.rings,
    )  # fmt: skip


def _is_of_now(decision: models.Decision, course: models.Course) -> bool:
    """A decision from before a reassessment is history."""
    return course.state != State.ASSESSMENT or decision.proposed_at >= course.state_since


def _placed(rows: list[CourseRow]) -> list[CourseRow]:
    """Number those on the waiting list: by urgency, then by date."""
    place = 0
    placed = []
    for row in rows:
        place += row.state is State.WAITING
        number = place if row.state is State.WAITING else 0
        placed.append(replace(row, position=number))
    return placed


def missing_answers(course: models.Course) -> int:
    """How many criteria nobody has answered in this assessment."""
    answered = course.assessments.filter(assessed_at__gte=course.created_at)
    if course.state == State.ASSESSMENT:
        answered = answered.filter(assessed_at__gte=course.state_since)
    return course.programme.criteria.count() - answered.count()
