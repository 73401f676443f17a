"""The citizen sees who has the responsibility for what stands about her (dataansvar, F6).

Each table says which part of the work answers for it (`kernel.holding.Controller`); here the parts
become organisations by name, from the course's unit and from whoever is named in the rows.
"""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.records import Record
from landfast.course.queries.own import OwnCourse, own_courses
from landfast.journeys.read_own_record import OwnRecord, read_own_record
from landfast.kernel.holding import Controller
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.people import queries as people
from landfast.people.queries import OrganisationRow

BY_THE_COURSE = frozenset({Controller.COURSE, Controller.LOGIN})
ALSO_THE_COURSE = frozenset({Controller.SHARED})


@dataclass(frozen=True)
class Answering:
    """One part of the work: the organisations that answer, and the tables that they answer for."""

    controller: Controller
    organisations: list[OrganisationRow]
    tables: frozenset[str]


@dataclass(frozen=True)
class WhoAnswers:
    """Who answers for all that stands about one citizen."""

    course_id: UUID
    course: OwnCourse | None
    """Whom she can ask: her coordinator, else the unit."""
    runs_it: list[OrganisationRow]
    parts: list[Answering]


def see_who_answers(actor: Actor, course_id: UUID) -> WhoAnswers:
    """By name, for what stands now. One look; nobody but the citizen, as with the record itself."""
    seen = read_own_record(actor, course_id, page="Hvem har ansvaret")
    of_unit = {row.id: row.organisation_id for row in people.units()}
    named = {PersonId(one) for record in seen.records for one in record.people()}
    of_person = people.employers(named)
    course = _of_course(seen, of_unit)
    found: dict[Controller, set[OrganisationId]] = {}
    for record in seen.records:
        theirs = _named_in(record, of_unit, of_person)
        found.setdefault(record.controller, set()).update(_who(record.controller, course, theirs))
    rows = people.organisations(set().union(course, *found.values()))
    return WhoAnswers(
        course_id,
        next((one for one in own_courses(actor) if one.id == course_id), None),
        [row for row in rows if row.id in course],
        [
            Answering(part, [row for row in rows if row.id in found[part]], _tables(seen, part))
            for part in Controller
            if part in found
        ],
    )


def _who(
    part: Controller, course: set[OrganisationId], named: set[OrganisationId]
) -> set[OrganisationId]:
    """The citizen's own words, and what nobody is named in, are the course's to answer for."""
    if part in BY_THE_COURSE:
        return course
    return named | course if part in ALSO_THE_COURSE else named or course


def _of_course(seen: OwnRecord, of_unit: dict[UnitId, OrganisationId]) -> set[OrganisationId]:
    rows = [
        row for record in seen.records if record.table == "course_course" for row in record.rows
    ]
    return {of_unit[row["unit"]] for row in rows}


def _named_in(
    record: Record,
    of_unit: dict[UnitId, OrganisationId],
    of_person: dict[PersonId, set[OrganisationId]],
) -> set[OrganisationId]:
    units = {of_unit[row["unit"]] for row in record.rows if row.get("unit") in of_unit}
    return units.union(*(of_person.get(PersonId(one), set()) for one in record.people()))


def _tables(seen: OwnRecord, part: Controller) -> frozenset[str]:
    return frozenset(record.table for record in seen.records if record.controller is part)
