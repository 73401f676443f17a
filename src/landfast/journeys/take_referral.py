"""Taking a referral (tag en henvendelse): the citizen and her course come to be."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access import apart
from landfast.access.action import journey
from landfast.access.actions import To, grant
from landfast.access.actor import Actor
from landfast.access.queries import course_roles
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Topic
from landfast.course.actions import intake, opening
from landfast.course.queries.intake import Taken
from landfast.course.rules.referral import OPENED_BECAUSE
from landfast.kernel.ids import CitizenId, CourseId, PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.people import actions as people
from landfast.people import queries as people_queries
from landfast.people.rules import PersonKind
from landfast.programmes import queries as programmes


@dataclass(frozen=True)
class Opened:
    """Where the referral went: a course under assessment, or the one she had already.

    `may_know`: does who took it see that course? To others a match on a number tells nothing.
    """

    course_id: CourseId
    had_one: bool
    may_know: bool = True


@journey
def take_referral(*, actor: Actor, referral_id: UUID, programme_id: UUID | None = None) -> Opened:
    """One of intake takes a referral with the citizen's yes: a course under assessment is opened.

    A citizen known before is met again. Has she a running course, its coordinator gets the
    referral (domain A3 OPSPORET to VISITATION).
    """
    taken = intake.take(actor=actor, referral_id=referral_id)
    if taken.running:
        intake.pass_on(actor=actor, unit_id=taken.unit_id, referral_id=referral_id)
        may_know = bool(course_roles(actor, taken.running))
        return Opened(taken.running, had_one=True, may_know=may_know)
    person_id = taken.person_id or people.add_person(kind=PersonKind.CITIZEN)
    citizen_id = taken.citizen_id or _note(actor, taken, person_id)
    course_id = opening.open_course(
        actor=actor,
        unit_id=taken.unit_id,
        citizen_id=citizen_id,
        person_id=person_id,
        programme_id=programme_id or programmes.by_code().id,
        reason=OPENED_BECAUSE,
    )
    if taken.apart:  # before the referral is the course's: nobody of the unit sees it meanwhile
        _keep_apart(actor, course_id, taken)
    intake.link(actor=actor, referral_id=referral_id, course_id=course_id)
    return Opened(course_id, had_one=False)


def _keep_apart(actor: Actor, course_id: CourseId, taken: Taken) -> None:
    """As the referral was: who takes it, who was named, and one daily lead."""
    rows = people_queries.employments(unit_ids=[taken.unit_id], role="daily_leader")
    leads = [row.person.id for row in rows]
    if not leads:
        raise NotNow("no_daily_lead", da("Enheden har ingen daglig leder lige nu."))
    leader = actor.person_id if actor.person_id in leads else leads[0]
    if taken.known_to and taken.known_to not in {actor.person_id, leader}:
        first = To(
            CourseRole.INTAKE, OPENED_BECAUSE, person=taken.known_to, ground=Ground.REFERRAL,
            topic=Topic.FRAME,
        )  # fmt: skip
        grant(actor, course_id, [first])
    assert taken.apart is not None  # noqa: S101 - for the type checker
    apart.keep_apart(actor=actor, course_id=course_id, why=taken.apart, leader=leader)


def _note(actor: Actor, taken: Taken, person_id: PersonId) -> CitizenId:
    return opening.note_citizen(
        actor=actor,
        unit_id=taken.unit_id,
        person_id=person_id,
        name=taken.name,
        cpr=taken.cpr,
        phone=taken.phone,
    )
