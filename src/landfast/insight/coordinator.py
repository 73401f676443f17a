"""One coordinator's courses as her leader sees them, and who could take them."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.course.queries.coordinators import Carried, HeldCourse, caseloads, held_by
from landfast.course.queries.listed import list_held
from landfast.insight.overview import overseen
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people


@dataclass(frozen=True)
class Taker:
    """Somebody who could be asked, how many they hold, and how many they are asked to take."""

    person: people.PersonCard
    held: int
    asked: int


@dataclass(frozen=True)
class CoordinatorCourses:
    """The courses one holds, and the others of the units."""

    person: people.PersonCard
    courses: list[HeldCourse]
    takers: list[Taker]
    """Those at work; one who is away would be refused."""


def coordinator_courses(actor: Actor, person_id: UUID) -> CoordinatorCourses:
    """The list from which a leader hands many over at once (lessons 1)."""
    units = overseen(actor)
    person = people.person(person_id)
    jobs = people.employments(unit_ids=units, role="coordinator")
    list_held(actor, person_id, "Koordinatorens forløb (liste)")
    courses = held_by(person_id)
    if person is None or not (courses or any(job.person.id == person_id for job in jobs)):
        raise NotFound
    others = {job.person.id: job.person for job in jobs if job.person.id != person_id}
    carried, away = caseloads(others), people.away(others)
    takers = [
        Taker(card, *carried.get(key, Carried()))
        for key, card in others.items() if key not in away
    ]  # fmt: skip
    return CoordinatorCourses(person, courses, takers)
