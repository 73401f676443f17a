"""A citizen opens her own pages. Reading only; each page is one look in the log.

Without any course the answer is None, and the page says kindly where to begin.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import counted_reads, open_record, opening_record
from landfast.access.looks.oversight import NameQuestion, named_by, questions
from landfast.access.looks.told import LookRow, looks
from landfast.access.queries import EventRow, Reader, events, readers
from landfast.access.rules import Named, Topic
from landfast.circles.queries.cases import CaseRow as DiscussedRow
from landfast.circles.queries.cases import told_to_her
from landfast.consent import emergencies
from landfast.consent.emergencies import EmergencyRow
from landfast.consent.proxies import ProxyRow, proxies
from landfast.consent.queries import ConsentRow, ShareRow, consents, shares
from landfast.course.queries.announced import Announced, AskedOver, announced, asked_over
from landfast.course.queries.assessment import CitizenAnswer, decision_for_citizen
from landfast.course.queries.baton import Chosen, why_held
from landfast.course.queries.courses import open_offer
from landfast.course.queries.holding import answers_now
from landfast.course.queries.mending import NoteRow, joined_to, notes
from landfast.course.queries.own import OwnCourse, how_it_ended, own_courses
from landfast.course.queries.profiles import ClosingRow, ProfileRow, closing, profile
from landfast.course.rules.handover import is_told_of
from landfast.course.rules.holding import Answers, Holder
from landfast.course.rules.words import Ending
from landfast.course.rules.words import State as CourseState
from landfast.journeys._before_stop import (
    Before,
    SecondBefore,
    is_asked,
    read_before,
    read_for_her_before,
    second_before,
    waits_for,
)
from landfast.journeys._of_both import Change, changes, of_both
from landfast.journeys.who_reads import ReaderToHer, who_reads
from landfast.keeping.queries import CaseRow, case_of
from landfast.kernel.clock import now, today
from landfast.kernel.ids import MeetingId, PersonId
from landfast.kernel.reading import together
from landfast.kernel.refusals import NotFound
from landfast.meetings.queries import MeetingRow, meetings_of
from landfast.meetings.queries.fallen import AheadRow, fallen
from landfast.network import queries as network
from landfast.network.queries import ContactCard, MemberRow, RelationRow
from landfast.network.queries.leaving import Leaving, leaving
from landfast.people import queries as people
from landfast.plan.queries import Plan, asking_plan, open_agreements, plan_in, plan_of
from landfast.plan.queries.deciding import DecisionRow, noes_of
from landfast.plan.rules.mandate import AT_A_LEADER

COPIES_SHOWN = 3
LOOKS_SHOWN = 20
TOLD_FOR = timedelta(days=31)
"""How long a mended mistake stands on her first page."""
HAS_RUN = frozenset({CourseState.STOPPED, CourseState.CLOSED, CourseState.REOPENED})

Seen = TypeVar("Seen")


def opened_own(
    actor: Actor, wanted: UUID | None, page: str, read: Callable[[OwnCourse], Seen]
) -> Seen | None:
    """A page of the citizen's own course, logged and then read; None when she has no course."""
    found = _own(actor, wanted)
    if found is None:
        return None
    open_record(actor, found[0].id, page)
    return read(found[0])


def mine(seen: Seen | None) -> Seen:
    """With a wanted course there is one; somebody who is no citizen has none."""
    if seen is None:
        raise NotFound
    return seen


def _own(actor: Actor, wanted: UUID | None) -> tuple[OwnCourse, list[OwnCourse]] | None:
    """The course the page is about, and the actor's others; None without any."""
    mine = own_courses(actor)
    course = next((one for one in mine if wanted in (None, one.id)), None)
    if course is None:
        if wanted:
            raise NotFound
        return None
    return course, [one for one in mine if one is not course]


@dataclass(frozen=True)
class MyCourse:
    """What stands on the citizen's first page."""

    course: OwnCourse
    others: list[OwnCourse]
    answers: Answers | None
    plan: Plan
    meetings: list[MeetingRow]
    decision: CitizenAnswer | None
    closing: ClosingRow | None = None
    new_holder: Holder | None = None
    """A coordinator who came after another, until she has read it or they have met."""
    new_why: Chosen | None = None
    announced: Announced | None = None
    """A change of coordinator: the one that lies ahead, or the last that came."""
    asked_over: AskedOver | None = None
    """Who is asked to take it over: she hears that before the answer."""
    waiting: list[ShareRow] = field(default_factory=list)
    """What is shared and ends soon, or was written down on her behalf."""
    read_in_emergency: list[EmergencyRow] = field(default_factory=list)
    """Of the last month, as far as the law lets her be told yet."""
    mistakes: list[NoteRow] = field(default_factory=list)
    """Mistakes of the last month: what lay with somebody else, two records that became one."""
    units: dict[UUID, str] = field(default_factory=dict)
    discussed: list[DiscussedRow] = field(default_factory=list)
    """What others are to talk about without her name, or have talked about in the last month."""
    kept: CaseRow | None = None
    """How long it is kept, when the course is over."""
    profile: ProfileRow = field(default_factory=ProfileRow)
    """While it runs: how much energy she said that she has."""
    asked: str = ""
    """Begun again and covered: who has been asked to be her coordinator, the same as before."""
    before: Before = ([], [])
    """Begun again: who read with her before, and does not now."""
    fallen: list[AheadRow] = field(default_factory=list)
    """Begun again: meetings that fell away with the stop, and that she has not chosen about."""
    leaving: list[Leaving] = field(default_factory=list)
    """Helpers who stop on a day to come: she reads of it where she comes in."""
    second_before: SecondBefore | None = None
    """Who was her second before, while nobody is it now."""
    read_for_her: list[ProxyRow] = field(default_factory=list)
    """Begun again: who read for her until she stopped, and does not now."""
    noes: list[DecisionRow] = field(default_factory=list)
    """What leaders have said no to, while she can complain of it."""
    how_ended: Ending | None = None

    @property
    def has_died(self) -> bool:
        """Was it closed because she died? Whoever is in now is offered nothing of hers to do."""
        return self.how_ended is Ending.DEATH

    @property
    def asks_to_allow(self) -> bool:
        """Is she asked whom to let in again? For a month; then only where an answer waits."""
        return any((*self.before, self.read_for_her)) and is_asked(self.course.begun_again_at)

    @property
    def cannot_answer(self) -> list[str]:
        """Whose answer to an agreement waits for her: they are asked, and read nothing yet."""
        asked = waits_for(self.plan.agreements)
        return [row.name for row in self.before[0] if row.person_id in asked]


def _new_holder(course: OwnCourse, meetings: list[MeetingRow]) -> Holder | None:
    held = course.held.holder
    if not (course.former and course.runs and held and held.since) or course.held.is_cover:
        return None
    met = [row.starts_at for row in meetings if row.is_held_by(held.person_id) and row.starts_at]
    seen = events(course.id, ["coordinator.seen"], 1)
    is_told = is_told_of(
        held.since, seen_at=seen[0].at if seen else None, met_at=max(met, default=None)
    )  # fmt: skip
    return held if is_told else None


def _announced(course: OwnCourse) -> Announced | None:
    told = course.has_change_ahead or bool(course.former)
    return announced(course.id) if course.runs and told else None


def _answer_to_read(course: OwnCourse) -> CitizenAnswer | None:
    """The answer to the referral, until the course has begun: later it is history."""
    begun = course.runs or course.state in HAS_RUN
    return None if begun else decision_for_citizen(course.id)


def see_my_course(actor: Actor, wanted: UUID | None = None) -> MyCourse | None:
    """Mit forløb: who is there for me, what comes next, what we have agreed (§3.7)."""

    found = _own(actor, wanted)
    if found is None:
        return None
    course, others = found
    open_record(actor, course.id, "Mit forløb")
    meetings = meetings_of(course.id)
    mistakes = notes(course.id, TOLD_FOR) if course.was_mended else []
    shared, plan = shares(course.id), plan_of(course.id)
    new = _new_holder(course, meetings)
    return MyCourse(
        course, others, answers_now(course.held), plan, meetings,
        _answer_to_read(course), closing(course.id) if course.is_over else None,
        new, why_held(course.id) if new else None, _announced(course),
        asked_over(course.id) if course.has_change_ahead else None,
        [row for row in shared if row.waits_for_her],
        emergencies.of_course(course.id), mistakes,
        {unit.id: unit.name for unit in people.units()} if mistakes else {},
        told_to_her(course.id, now() - TOLD_FOR),
        case_of(course.id) if course.is_over else None,
        profile(course.id) if course.runs else ProfileRow(),
        _asked_to_hold(course), _read_before(course, shared, plan),
        fallen(course.id) if course.runs and course.begun_again_at else [],
        _stops(course) if course.runs else [], second_before(course), read_for_her_before(course),
        _noes(course, plan), how_it_ended(course.id) if course.is_over else None,
    )  # fmt: skip


def _noes(course: OwnCourse, plan: Plan) -> list[DecisionRow]:
    """Asked only where something waits for a leader, or was refused by one."""
    is_asked_about = any(row.mandate in AT_A_LEADER for row in plan.agreements)
    return noes_of(course.id) if course.runs and is_asked_about else []


def _stops(course: OwnCourse) -> list[Leaving]:
    """Helpers who stop on a day to come, while she has not chosen to wait with a new one."""
    return [one for one in leaving(course.id) if one.leaves_on >= today() and not one.waits]


def _asked_to_hold(course: OwnCourse) -> str:
    """Begun again and covered: who is asked to be her coordinator."""
    if course.begun_again_at is None or not course.runs or not course.held.is_cover:
        return ""
    offer = open_offer(course.id)
    return offer.taker if offer else ""


def _read_before(course: OwnCourse, shared: list[ShareRow], plan: Plan) -> Before:
    """Who is to be let in again. Read only while she is asked, or where an answer waits."""
    begun, waiting = course.begun_again_at, waits_for(plan.agreements)
    if not course.runs or begun is None or not (waiting or is_asked(begun)):
        return [], []
    return read_before(
        begun, consents(course.id), network.members(course.id), shared, waiting
    )  # fmt: skip


@dataclass(frozen=True)
class MyPlan:
    """The whole plan on one page."""

    course: OwnCourse
    plan: Plan
    me: PersonId
    readers: list[ReaderToHer] = field(default_factory=list)
    """Who can read it: named where one writes in it."""


def see_my_plan(actor: Actor, wanted: UUID | None = None) -> MyPlan | None:
    """Min plan: wishes, goals, own steps, agreements (D1, D2), read in one go with the log."""
    found = _own(actor, wanted)
    if found is None:
        return None
    course = found[0]
    with counted_reads():
        _reaches, *rows = together(
            opening_record(actor, course.id, "Min plan"), *asking_plan(course.id)
        )
    return MyPlan(course, plan_in(*rows), actor.person_id)


@dataclass(frozen=True)
class MyMeetings:
    """My meetings, the coming ones and the held ones."""

    course: OwnCourse
    meetings: list[MeetingRow]
    of_both: dict[MeetingId, Change] = field(default_factory=dict)
    """Those ahead at which she meets somebody new together with who goes."""


def see_my_meetings(actor: Actor, wanted: UUID | None = None) -> MyMeetings | None:
    """Mine møder (C2, C6)."""

    def read(course: OwnCourse) -> MyMeetings:
        rows = meetings_of(course.id)
        found = changes(_announced(course), leaving(course.id) if course.runs else [])
        return MyMeetings(course, rows, of_both(rows, found))

    return opened_own(actor, wanted, "Mine møder", read)


@dataclass(frozen=True)
class MyCard:
    """The card for the wallet."""

    course: OwnCourse
    card: ContactCard
    relations: list[RelationRow]
    language: str
    code: UUID | None = None
    """What the picture on it opens, while she has one there."""


def see_my_card(actor: Actor, wanted: UUID | None = None) -> MyCard | None:
    """Mit kort: who to call, on one small sheet (borgerkort, B3)."""

    def read(course: OwnCourse) -> MyCard:
        return card_of(course)

    return opened_own(actor, wanted, "Mit kort", read)


def card_of(course: OwnCourse) -> MyCard:
    """What stands on the card of a course that has been opened."""
    said, card = profile(course.id), network.contact_card(course.id)
    return MyCard(course, card, network.relations(course.id), said.language, said.card_code)


@dataclass(frozen=True)
class MySay:
    """Who may see what, who has looked, how I am."""

    course: OwnCourse
    profile: ProfileRow
    readers: list[Reader]
    consents: list[ConsentRow]
    shares: list[ShareRow]
    members: list[MemberRow]
    looks: list[LookRow]
    questions: dict[UUID, NameQuestion]
    """Where I have asked for a name, by look."""
    named: dict[UUID, Named]
    """Whose names each organisation shows me."""
    proxies: list[ProxyRow]
    copies: list[EventRow]
    """Copies without my name that were kept to learn from."""
    waiting: frozenset[PersonId] = frozenset()
    """Begun again: whose answer to an agreement is waited for."""
    read_for_her: list[ProxyRow] = field(default_factory=list)
    """Begun again: who read for me until I stopped, and does not now."""

    @property
    def before(self) -> tuple[list[MemberRow], list[ShareRow]]:
        """Begun again: who read with me before, in the team and by topic; nobody otherwise."""
        begun = self.course.begun_again_at if self.course.runs else None
        return read_before(begun, self.consents, self.members, self.shares, self.waiting)


def see_my_say(actor: Actor, wanted: UUID | None = None) -> MySay | None:
    """Mit valg: my consents, the look log, and the way out (F1, F3, domain 0.1)."""

    def read(course: OwnCourse) -> MySay:
        seen = looks(course.id, LOOKS_SHOWN, joined_to(course.id))
        return MySay(
            course, profile(course.id), readers(course.id, Topic.FRAME), consents(course.id),
            shares(course.id), network.members(course.id), seen,
            {row.look: row for row in questions(course=course.id)},
            named_by({row.organisation for row in seen if row.organisation}),
            proxies(course.id), events(course.id, ["learning.copied"], COPIES_SHOWN),
            waits_for(open_agreements(course.id)) if course.begun_again_at else frozenset(),
            read_for_her_before(course),
        )  # fmt: skip

    return opened_own(actor, wanted, "Mit valg", read)


@dataclass(frozen=True)
class MyWay:
    """The course, who holds it and who can read: what a small page of mine needs."""

    course: OwnCourse
    profile: ProfileRow
    readers: list[ReaderToHer]


def see_my_way(actor: Actor, course_id: UUID, page: str) -> MyWay:
    """A small page of the citizen's own: her statement, a pause, the way out."""

    def read(course: OwnCourse) -> MyWay:
        return MyWay(course, profile(course.id), who_reads(course.id))

    return mine(opened_own(actor, course_id, page, read))


def see_own_plan(actor: Actor, course_id: UUID) -> MyPlan:
    """The plan of a course of mine, to write in it."""

    def read(course: OwnCourse) -> MyPlan:
        return MyPlan(course, plan_of(course.id), actor.person_id, who_reads(course.id))

    return mine(opened_own(actor, course_id, "Min plan", read))
