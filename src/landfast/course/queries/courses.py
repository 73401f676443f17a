"""One course as its page shows it, and lists of courses."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import course_roles, scopes_as
from landfast.access.roles import CourseRole, may_in_course
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.queries.changing import ChangeRow, open_wish
from landfast.course.queries.history import Stay, stays_of
from landfast.course.queries.holding import NO_DEPUTY, Deputy, deputies_now, holders
from landfast.course.rules import ending, states
from landfast.course.rules.holding import Holders
from landfast.course.rules.words import FOR_GOOD, Ending, HandoverState, State
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import CourseId, PersonId, UnitId
from landfast.kernel.reading import DAY, ID, Once


@dataclass(frozen=True)
class Offer:
    """An open or answered offer to take a course over."""

    id: UUID
    course_id: UUID
    citizen: str
    giver: str
    taker: str
    taker_id: PersonId
    offered_by: str
    reason: str
    state: HandoverState
    answer: str
    answered_on: date | None
    overlap_until: date | None
    asked_at: datetime
    begins_on: date | None = None
    is_promised: bool = False
    """They have said yes, and the citizen knows the day."""

    @property
    def is_open(self) -> bool:
        """Does it wait for an answer?"""
        return self.state is HandoverState.OFFERED


@dataclass(frozen=True)
class CourseFrame:
    """That there is a course: who, which phase, since when. What a frame-only viewer sees too."""

    id: CourseId
    citizen: str
    called: str
    citizen_person: PersonId
    unit_id: UnitId
    unit: str
    programme: str
    state: State
    since: date
    review_on: date | None
    ending: Ending | None
    died_on: date | None
    phone: str
    sealed_cpr: str


@dataclass(frozen=True)
class CourseView:
    """The course page: frame, who holds it, and whether the viewer sees the whole."""

    frame: CourseFrame
    held: Holders
    stays: list[Stay]
    offer: Offer | None
    whole: bool
    roles: frozenset[CourseRole]
    wish: ChangeRow | None = None
    """The citizen's open wish for another coordinator, for who answers it."""

    def may(self, permission: Permission) -> bool:
        """Does the viewer's role allow it? The gate of the action asks the same table."""
        return may_in_course(self.roles, permission)

    def may_move(self, name: str) -> bool:
        """Is there a button for this move: from here, and for the viewer?"""
        return states.may_move(name, self.frame.state) and self.may(states.MOVES[name].may)

    @property
    def may_reopen(self) -> bool:
        """Is the short way back open, for the viewer?"""
        frame = self.frame
        over = frame.state in {State.CLOSED, State.STOPPED} and frame.ending not in FOR_GOOD
        short = ending.may_reopen(frame.since, today())
        return over and short and self.may(Permission.COURSE_REOPEN)

    @property
    def may_take_up(self) -> bool:
        """Would it go on where she stopped it, opened today (decision 65)?"""
        if self.frame.state is not State.STOPPED or self.stopped_in is None:
            return False
        paused_in = self._before.get(State.PAUSED)
        goes_on = ending.goes_on_in(self.stopped_in, paused_in, self.frame.since, today())
        return goes_on is not None

    @property
    def stopped_in(self) -> State | None:
        """Where it was when she stopped it last; None when she never did."""
        return self._before.get(State.STOPPED)

    @property
    def _before(self) -> dict[State, State]:
        return {now.state: was.state for was, now in pairwise(self.stays)}  # the last time each


def course_frame(course_id: UUID) -> CourseFrame:
    """The frame of one course, for pages that have opened the record."""
    row = models.Course.objects.select_related("citizen", "unit", "programme").get(
        scope_id=course_id
    )
    citizen = row.citizen
    return CourseFrame(
        CourseId(row.id), citizen.name, citizen.called or citizen.name,
        PersonId(citizen.person_id), UnitId(row.unit_id), row.unit.name, row.programme.name,
        State(row.state), date_in_denmark(row.state_since), row.review_on,
        Ending(row.ending) if row.ending else None, citizen.died_on,
        citizen.phone, citizen.cpr,
    )  # fmt: skip


def course_page(actor: Actor, course_id: UUID, page: str = "Forløbet") -> CourseView:
    """Open the record and read what the course page shows. The look is logged."""
    whole = open_record(actor, course_id, page) is Topic.WHOLE
    frame, roles = course_frame(course_id), course_roles(actor, course_id)
    answers = may_in_course(roles, Permission.COORDINATOR_APPOINT)
    return CourseView(
        frame, holders(course_id), stays_of(course_id), open_offer(course_id), whole, roles,
        open_wish(course_id) if answers else None,
    )  # fmt: skip


_OFFER = (
    "id", "course_id", "course__citizen__name", "giver__name", "taker__name", "taker_id",
    "offered_by__name", "reason", "state", "answer", "answered_at", "overlap_until", "created_at",
    "begins_on", "promised_at",
)  # fmt: skip


def _offer(row: Any) -> Offer:
    return Offer(
        row.id, row.course_id, row.course__citizen__name, row.giver__name, row.taker__name,
        PersonId(row.taker_id), row.offered_by__name or row.course__citizen__name, row.reason,
        HandoverState(row.state),
        row.answer, date_in_denmark(row.answered_at) if row.answered_at else None,
        row.overlap_until, row.created_at, row.begins_on, row.promised_at is not None,
    )  # fmt: skip


def open_offer(course_id: UUID) -> Offer | None:
    """The offer of this course that waits for an answer."""
    rows = models.Handover.objects.filter(course_id=course_id, state=HandoverState.OFFERED)
    row = rows.order_by("id").values_list(*_OFFER, named=True).first()
    return _offer(row) if row else None


def asked_since(course_id: UUID, since: datetime) -> list[Offer]:
    """Everybody who has been asked to take this course from then on, the last one first."""
    rows = models.Handover.objects.filter(course_id=course_id, created_at__gte=since)
    return [
        _offer(row) for row in rows.order_by("-created_at", "-id").values_list(*_OFFER, named=True)
    ]


_OFFERS_TO = Once(
    lambda person: models.Handover.objects.filter(taker_id=person, state=HandoverState.OFFERED)
    .order_by("created_at", "id").values_list(*_OFFER), ID,
)  # fmt: skip
_ANSWERS_TO = Once(
    lambda person, since: models.Handover.objects.filter(
        offered_by_id=person, answered_at__date__gte=since,
        state__in=(HandoverState.ACCEPTED, HandoverState.REFUSED),
    )
    .order_by("-answered_at", "-id").values_list(*_OFFER)[:20], ID, DAY,
)  # fmt: skip


def offers_to(actor: Actor) -> list[Offer]:
    """Courses that the actor has been asked to take over."""
    return [_offer(row) for row in _OFFERS_TO(actor.person_id)]


def offer_to(actor: Actor, handover_id: UUID) -> Offer | None:
    """One that waits for the actor's answer. Opening it is logged at the course."""
    asked = models.Handover.objects.filter(
        id=handover_id, taker_id=actor.person_id, state=HandoverState.OFFERED
    )
    course_id = asked.values_list("course_id", flat=True).first()
    if course_id is None:
        return None
    open_record(actor, course_id, "Spørgsmål om at tage over")
    return open_offer(course_id)


def answers_to(actor: Actor, since: date) -> list[Offer]:
    """What became of the offers that the actor has made: yes and no (lessons 3)."""
    return [_offer(row) for row in _ANSWERS_TO(actor.person_id, since)]


MINE = {
    CourseRole.COORDINATOR: "coordinator",
    CourseRole.COVER: "cover",
    CourseRole.DEPUTY: "deputy",
    CourseRole.SECOND: "second",
    CourseRole.PROFESSIONAL: "professional",
    CourseRole.FORMER_COORDINATOR: "former",
}


@dataclass(frozen=True)
class MyCourse:
    """A course in which I am in the team."""

    id: UUID
    citizen: str
    phone: str
    state: State
    since: date
    holder: str
    holder_id: UUID | None
    is_vacant: bool
    deputy: str
    deputy_until: date | None
    mine: bool
    deputy_id: PersonId | None = None


def my_courses(actor: Actor) -> list[MyCourse]:
    """Courses in which I am in the team, by the citizen's name (Mine borgere). Four queries."""
    scopes = scopes_as(actor, *MINE)
    rows = (
        models.Course.objects.filter(scope_id__any_of=scopes)
        .select_related("citizen").order_by("citizen__sort_key", "scope_id")
    )  # fmt: skip
    held = {
        row.course_id: row
        for row in models.Coordinatorship.objects.filter(
            course_id__any_of=scopes, ended_at=None
        ).select_related("person")
    }
    deputies = deputies_now(scopes)
    return [_mine(actor, row, held.get(row.id), deputies.get(row.id, NO_DEPUTY)) for row in rows]


def _mine(
    actor: Actor,
    row: models.Course,
    holder: models.Coordinatorship | None,
    deputy: Deputy,
) -> MyCourse:
    return MyCourse(
        row.id, row.citizen.name, row.citizen.phone, State(row.state),
        date_in_denmark(row.state_since), holder.person.name if holder else "",
        holder.person_id if holder else None, bool(holder and holder.kind == "cover"), deputy.name,
        deputy.until, bool(holder and holder.person_id == actor.person_id),
        deputy.person_id,
    )  # fmt: skip
