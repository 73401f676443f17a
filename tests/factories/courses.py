"""Courses for tests, opened by the real actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import SYSTEM, Actor
from landfast.course import models as course_models
from landfast.course.actions import coordinator, opening
from landfast.kernel.ids import CitizenId, CourseId
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from landfast.programmes import models as programme_models
from tests.factories.replaying import replayed
from tests.factories.town import Town, as_


@dataclass
class Lived:
    """A course and its citizen as an actor."""

    id: CourseId
    citizen: Actor
    citizen_id: CitizenId


def some_programme(formats: Sequence[str] = (), cap: int = 15) -> UUID:
    """The programme of the tests; made by its model until the shipped ones are loaded."""
    found = programme_models.Programme.objects.filter(code="samarbejdsmodellen").first()
    if found is None:
        with as_(SYSTEM):
            found = programme_models.Programme.objects.create(
                code="samarbejdsmodellen", name="Samarbejdsmodellen", target="",
                coordination_model="neutral",
                caseload_cap=cap, caseload_cap_new=8, source="S004", meeting_formats=list(formats),
            )  # fmt: skip
    return found.id


@replayed
def assessed_course(town: Town, name: str = "Jytte Jensen", cpr: str = "") -> Lived:
    """A course under assessment in the coordinating unit, opened by the daily lead."""
    lead, programme = town.dorte, some_programme()
    with as_(lead):
        person = people.add_person(kind=PersonKind.CITIZEN)
        citizen_id = opening.note_citizen(
            actor=lead,
            unit_id=town.coordination,
            person_id=person,
            name=name,
            cpr=cpr,
            phone="22 33 44 55",
        )
        course = opening.open_course(
            actor=lead, unit_id=town.coordination, citizen_id=citizen_id, person_id=person,
            programme_id=programme, reason="Henvendelse fra bostøtten",
        )  # fmt: skip
    return Lived(course, Actor(person, PersonKind.CITIZEN), citizen_id)


@replayed
def started_course(town: Town, name: str = "Jytte Jensen", by: Actor | None = None) -> Lived:
    """A course in OPSTART with Karen as coordinator."""
    lived = assessed_course(town, name)
    holder = by or town.karen
    with as_(town.dorte):
        coordinator.appoint_first(
            actor=town.dorte,
            course_id=lived.id,
            person_id=holder.person_id,
            reason="Kender borgeren",
        )
    return lived


def state_of(lived: Lived) -> str:
    """The course's state as its citizen sees it."""
    with as_(lived.citizen):
        return course_models.Course.objects.get(scope_id=lived.id).state
