"""Sharing by topic with somebody outside the team: the citizen's pages, and the reader's."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import list_records, open_record
from landfast.access.queries import SharedRow, require, shared_with
from landfast.access.roles import may_in_course
from landfast.access.rules import LookKind, Permission, Situation, Topic
from landfast.access.situations import fresh_since, since
from landfast.consent.actions import Outside, say_of_topic
from landfast.consent.law_grants import ByLawRow, by_law
from landfast.consent.queries import ShareRow, said_of_topics, shares, told_by_herself
from landfast.consent.rules import TopicWord
from landfast.course.queries.names import SharedCourse, WhoseCourse, shared_courses, whose_one
from landfast.course.queries.observations import ObservationRow, observations
from landfast.course.rules.signal_ground import SeenAs, kinds_carried
from landfast.files.queries import FileRow, files
from landfast.files.rules import Kind
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound
from landfast.meetings.queries import MinutesRow, published_minutes
from landfast.meetings.queries.around import Timed, times_of
from landfast.network.queries.own import UnwellRow, unwell
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow, UnitRow
from landfast.plan.queries import AgreementRow, WishRow, open_agreements, wishes_of
from landfast.redthread.queries.choosing import signs_asked

FOUND = 12


@dataclass(frozen=True)
class Sharing:
    """Whose course it is, and all that was ever shared of it by topic."""

    course: WhoseCourse
    shares: list[ShareRow]
    meetings: list[Timed]
    """Those that a share can hang on, and those that one hangs on already."""
    so: dict[Situation, datetime]
    """What is so now, since when."""
    words: dict[Topic, TopicWord]
    by_law: list[ByLawRow]
    """Who reads without a consent, because the law lets them."""
    may_by_law: bool
    fresh: datetime | None
    """Since when what is older stays behind."""


def see_sharing(
    actor: Actor, course_id: UUID, page: str = "Det, der er delt", kind: LookKind = LookKind.READ
) -> Sharing:
    """What is shared outside the team (F1): for the citizen and those who help her with it."""
    roles = require(actor, Permission.NETWORK_EDIT, course=course_id)
    open_record(actor, course_id, page, kind=kind)
    return Sharing(
        whose_one(course_id),
        shares(course_id),
        times_of(course_id),
        since(course_id),
        said_of_topics(course_id),
        by_law(course_id),
        may_in_course(roles, Permission.LAW_GRANT),
        fresh_since(course_id),
    )


def say_of_topics(actor: Actor, course_id: UUID, said: dict[Topic, TopicWord]) -> None:
    """Several topics in one touch."""
    for topic, word in said.items():
        say_of_topic(actor=actor, course_id=course_id, topic=topic, word=word)


@dataclass(frozen=True)
class House:
    """An organisation with its open units, or those of them that fit the words."""

    id: UUID
    name: str
    units: list[UnitRow]
    is_one: bool
    """It has one unit: the place is the house, and is offered once."""
    is_near: bool = False
    """Her coordinator works there: its places are seen at once."""


@dataclass(frozen=True)
class NewShare:
    """The course, and whom one can share with: the employees and the places that fit the words.

    Without words no employee, and every place.
    """

    course: WhoseCourse
    houses: list[House]
    found: list[EmploymentRow]


def find_outside(actor: Actor, course_id: UUID, words: str) -> NewShare:
    """Look for somebody outside the team to share with."""
    seen = see_sharing(actor, course_id, "Del med en anden")
    found = people.find_staff(words, FOUND) if words.strip() else []
    holder = seen.course.holder_id
    near = {row.unit_id for row in people.employments(person_id=holder)} if holder else set()
    return NewShare(seen.course, houses(people.units(), words, near), found)


def houses(
    units: Sequence[UnitRow], words: str, near: Collection[UUID] = frozenset()
) -> list[House]:
    """The units by their organisation, in the order of the first; only what fits the words.

    `near`: the units where her coordinator works.
    """
    wanted = words.casefold().split()
    by_house: dict[UUID, list[UnitRow]] = {}
    for unit in units:
        by_house.setdefault(unit.organisation_id, []).append(unit)
    found = [
        House(
            key,
            rows[0].organisation,
            [one for one in rows if _fits(one, wanted)],
            len(rows) == 1,
            any(one.id in near for one in rows),
        )
        for key, rows in by_house.items()
    ]
    return [one for one in found if one.units]


def _fits(unit: UnitRow, wanted: Sequence[str]) -> bool:
    name = f"{unit.name} {unit.organisation}".casefold()
    return all(word in name for word in wanted)


def outside(kind: str, who: UUID) -> tuple[Outside, str]:
    """Whom the citizen has picked, as the action takes it, and by name."""
    if kind == "enhed" and (unit := people.unit(who)):
        return Outside(unit=unit.id), unit.full_name
    if kind == "person" and (held := people.employments(person_id=who)):
        return Outside(person=PersonId(who)), held[0].person.name
    if kind == "organisation":
        named = [unit for unit in people.units() if unit.organisation_id == who]
        if named:
            return Outside(organisation=named[0].organisation_id), named[0].organisation
    raise NotFound


@dataclass(frozen=True)
class Shared:
    """A course of which somebody outside the team may read some topics."""

    course: SharedCourse
    grant: SharedRow
    wishes: list[WishRow]
    agreements: list[AgreementRow]
    by_herself: tuple[Topic, ...] = ()
    minutes: list[MinutesRow] = field(default_factory=list)
    happened: list[ObservationRow] = field(default_factory=list)
    papers: list[FileRow] = field(default_factory=list)
    unwell: UnwellRow | None = None
    """Her page for bad days, when she shows it to those whom she tells how she is."""
    may_tell: bool = False
    """May a sign be recorded here, of one of these topics?"""


def see_shared_list(actor: Actor) -> list[Shared]:
    """What citizens have shared with me or with my unit: a row in the log for each of them."""
    found = _shared(actor)
    list_records(actor, [one.course.course_id for one in found], "Delt med mig (liste)")
    return found


def _shared(actor: Actor) -> list[Shared]:
    rows = shared_with(actor)
    courses = shared_courses([row.course for row in rows])
    return [Shared(courses[row.course], row, [], []) for row in rows if row.course in courses]


def check_still_shared(actor: Actor, seen: Shared) -> None:
    """Before the page leaves: is all of it shared still? A topic may have been kept back."""
    rows = {row.course: row.topics for row in shared_with(actor)}
    if not set(seen.grant.topics) <= set(rows.get(seen.course.course_id, ())):
        raise NotFound


def see_shared(actor: Actor, course_id: UUID) -> Shared:
    """Wishes, agreements, minutes and what happened, about what she has shared; nothing else."""
    require(actor, Permission.SHARED_READ, course=course_id)
    open_record(actor, course_id, "Det, du har delt", by_topic=True)
    one = next((row for row in _shared(actor) if row.course.course_id == course_id), None)
    if one is None:
        raise NotFound
    agreements = [row for row in open_agreements(course_id) if row.counts]
    return Shared(
        one.course, one.grant, wishes_of(course_id), agreements, told_by_herself(course_id),
        published_minutes(course_id), observations(course_id), files(course_id, Kind.PAPER),
        unwell(course_id),
        bool(kinds_carried(SeenAs.TOPIC, one.grant.topics)) and signs_asked(course_id),
    )  # fmt: skip
