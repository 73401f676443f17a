"""Who holds how many courses, and who has room for one more."""

from dataclasses import dataclass
from uuid import UUID

from landfast.course.queries.oversight import Carries
from landfast.kernel.ids import PersonId
from landfast.people import queries as people
from landfast.people.rules import Presence


@dataclass(frozen=True)
class Load:
    """A coordinator's courses in these units, and whether she is there right now."""

    person_id: UUID
    name: str
    phone: str
    unit: str
    held: int
    as_cover: int
    cap: int | None
    presence: Presence
    is_coordinator: bool


def loads(staff: list[people.EmploymentRow], carried: list[Carries]) -> list[Load]:
    """Every coordinator of the units, those without a course too, and others who hold one."""
    jobs = {job.person.id: job for job in staff if job.role == "coordinator"}
    held = {row.person_id: row for row in carried}
    there = people.presence(list({*jobs, *held}))
    rows = [
        Load(
            person, job.person.name, job.person.phone, job.unit,
            held[person].held if person in held else 0,
            held[person].as_cover if person in held else 0,
            job.caseload_cap, there[person], True,
        )
        for person, job in jobs.items()
    ]  # fmt: skip
    others = [
        Load(
            row.person_id, row.name, row.phone, "", row.held, row.as_cover, None,
            there[PersonId(row.person_id)], False,
        )
        for row in carried if row.person_id not in jobs
    ]  # fmt: skip
    return rows + others
