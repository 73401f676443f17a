"""The citizen opens her people: everybody around her, and one of them to change or to move."""

from dataclasses import dataclass, field
from uuid import UUID

from landfast.access.actor import Actor
from landfast.consent.proxies import ProxyRow, proxies
from landfast.course.queries.changing import ChangeRow, change_wish
from landfast.course.queries.holding import answers_now
from landfast.course.queries.own import OwnCourse
from landfast.course.rules.holding import Answers
from landfast.course.rules.words import State as CourseState
from landfast.journeys._before_stop import SecondBefore, second_before
from landfast.journeys.empty_seats import Table, table_of
from landfast.journeys.see_own_course import mine, opened_own
from landfast.journeys.who_reads import ReaderToHer, who_reads
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.network import queries as network
from landfast.network.queries import MemberRow, RelationRow, SphereRow
from landfast.people.available import Available, available


@dataclass(frozen=True)
class MyPeople:
    """The people around me."""

    course: OwnCourse
    spheres: list[SphereRow]
    change: ChangeRow | None
    table: Table
    answers: Answers | None = None
    times: dict[PersonId, Available] = field(default_factory=dict)
    """When those who work with me are there, and when they are away."""
    reading: list[ProxyRow] = field(default_factory=list)
    """Who reads for me now: whom I chose, and my guardian."""
    second_before: SecondBefore | None = None
    """Who was my second before, while nobody is it now."""


def see_my_people(actor: Actor, wanted: UUID | None = None) -> MyPeople | None:
    """Mine folk: my people by sphere (B1)."""

    def read(course: OwnCourse) -> MyPeople:
        spheres = network.people_by_sphere(course.id)
        reading = [row for row in proxies(course.id) if row.runs]
        if not course.runs:
            return MyPeople(course, spheres, None, Table([], []), reading=reading)
        there = [one for row in spheres for one in row.people]
        rests = course.state is CourseState.PAUSED  # a pause is a pause: nothing is asked
        table = Table([], []) if rests else table_of(course.id, there)
        wish, answers = change_wish(course.id), answers_now(course.held)
        return MyPeople(
            course, spheres, wish, table, answers, _times(course, there), reading,
            second_before(course),
        )  # fmt: skip

    return opened_own(actor, wanted, "Mine folk", read)


def _times(course: OwnCourse, there: list[MemberRow | RelationRow]) -> dict[PersonId, Available]:
    helpers = {one.person_id for one in there if isinstance(one, MemberRow)}
    asked = helpers | {one.person_id for one in course.held.chain}
    return available(asked, today(), today())


@dataclass(frozen=True)
class OnePerson:
    """Somebody on my map, or nobody yet, with who can read what I write about them."""

    course: OwnCourse
    relation: RelationRow | None
    member: MemberRow | None
    readers: list[ReaderToHer]
    reads_for_me: bool = False
    """Is somebody let in from this place, and reads now?"""
    others_read: bool = False
    """Does somebody read for her of whom no place is known?"""


def see_one_of_my_people(
    actor: Actor, course_id: UUID, *, relation_id: UUID | None = None, member_id: UUID | None = None
) -> OnePerson:
    """One person on my map, to change or to move (B1)."""

    def read(course: OwnCourse) -> OnePerson:
        relations = network.relations(course.id) if relation_id else []
        members = network.members(course.id) if member_id else []
        relation = next((row for row in relations if row.id == relation_id), None)
        member = next((row for row in members if row.id == member_id), None)
        if (relation_id and not relation) or (member_id and not member):
            raise NotFound
        places = {row.place for row in proxies(course.id) if row.runs} if relation else set()
        return OnePerson(
            course, relation, member, who_reads(course.id), relation_id in places, None in places
        )

    return mine(opened_own(actor, course_id, "Mine folk", read))
