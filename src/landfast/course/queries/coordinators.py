"""Which courses somebody holds or helps in, and who could take one: plain reasons, no score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from landfast.course import models
from landfast.course.queries.holding import NO_DEPUTY, deputies_now
from landfast.course.rules import coordinator as rules
from landfast.course.rules.words import HolderKind, State
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people
from landfast.people.rules import decides_authority_matters, is_away


@dataclass(frozen=True)
class Standing:
    """What counts when somebody is to hold a course."""

    is_employed: bool
    is_away: bool
    decides: bool
    load: rules.Load


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be the coordinator, with plain reasons. No order of merit."""

    person: people.PersonCard
    unit: str
    known_since: date | None
    is_former: bool
    standing: Standing

    @property
    def can(self) -> bool:
        """Can be chosen without any override."""
        standing = self.standing
        return not (standing.is_away or standing.decides or standing.load.is_full)


class Carried(NamedTuple):
    """How many courses one person holds, and how many more they have been asked to take."""

    held: int = 0
    asked: int = 0


_CARRIED = """
select person_id, sum(held)::int, sum(asked)::int from (
  select person_id, held, 0 as asked from course_caseload(%(people)s)
  union all select person_id, 0, asked from course_asked_to_take(%(people)s)) one
 group by person_id
"""


def caseloads(person_ids: Iterable[UUID]) -> dict[UUID, Carried]:
    """What each carries now, all units counted. Who carries nothing is absent."""
    with connection.cursor() as cursor:
        cursor.execute(_CARRIED, {"people": list(person_ids)})
        return {person: Carried(held, asked) for person, held, asked in cursor.fetchall()}


def held_last(course_id: UUID) -> PersonId | None:
    """Who was the course's coordinator last; a cover is not counted."""
    held = models.Coordinatorship.objects.filter(
        course_id=course_id, kind=HolderKind.COORDINATOR, ended_at__isnull=False
    )
    person = held.order_by("-ended_at", "-id").values_list("person_id", flat=True).first()
    return PersonId(person) if person else None


def standing_of(course: models.Course, person_id: PersonId, facts: rules.TeamFacts) -> Standing:
    """One person's standing towards one course."""
    jobs = people.employments(person_id=person_id)
    carried = caseloads([person_id]).get(person_id, Carried())
    away = people.leaves([person_id]).get(person_id, [])
    return _standing(
        course, person_id, jobs, carried=carried, away=is_away(away, today()), facts=facts
    )


def _standing(
    course: models.Course,
    person_id: UUID,
    jobs: list[people.EmploymentRow],
    *,
    carried: Carried,
    away: bool,
    facts: rules.TeamFacts,
) -> Standing:
    roles = {job.role for job in jobs}
    by_role = "coordinator" not in roles and any(map(decides_authority_matters, roles))
    programme = course.programme
    first = min((job.starts_on for job in jobs), default=today())
    caps = [job.caseload_cap for job in jobs if job.caseload_cap is not None]
    norms = rules.Norms(min(caps, default=None), programme.caseload_cap, programme.caseload_cap_new)
    load = rules.caseload(
        carried.held, norms, employed_on=first, today=today(), asked=carried.asked
    )
    return Standing(bool(jobs), away, by_role or person_id in facts.decide_here, load)


def candidates(course_id: UUID, facts: rules.TeamFacts = rules.NOTHING_KNOWN) -> list[Candidate]:
    """Those of the unit who could be coordinator, and those the citizen knows. By name."""
    course = models.Course.objects.select_related("programme").get(scope_id=course_id)
    former = _former(course_id)
    known = {**dict(facts.known_since), **former}
    jobs = people.employments(unit_ids=[UnitId(course.unit_id)], role="coordinator")
    there = {job.person.id for job in jobs}
    for person_id in known:
        if person_id not in there:
            jobs.extend(people.employments(person_id=person_id))
    by_person: dict[PersonId, list[people.EmploymentRow]] = {}
    for job in jobs:
        by_person.setdefault(job.person.id, []).append(job)
    carried, away = caseloads(by_person), people.leaves(list(by_person))
    return [
        Candidate(
            mine[0].person, mine[0].unit, known.get(person_id), person_id in former,
            _standing(
                course, person_id, mine, carried=carried.get(person_id, Carried()),
                away=is_away(away.get(person_id, []), today()), facts=facts,
            ),
        )
        for person_id, mine in by_person.items()
    ]  # fmt: skip


def _former(course_id: UUID) -> dict[UUID, date]:
    """Who has been coordinator for this citizen before, since when, the first one first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select person_id, since from course_former_coordinators(%s) order by since, person_id",
            [course_id],
        )
        return {person: date_in_denmark(at) for person, at in cursor.fetchall()}


@dataclass(frozen=True)
class HeldCourse:
    """A course somebody holds, as a list shows it."""

    course_id: UUID
    citizen: str
    state: State
    since: date
    is_vacant: bool
    offered_to: str
    deputy: str
    deputy_until: date | None
    deputy_id: PersonId | None
    second_id: PersonId | None


def held_by(person_id: UUID, course_ids: list[UUID] | None = None) -> list[HeldCourse]:
    """The courses somebody holds now, as far as the asker reaches; by the citizen's name."""
    rows = models.Coordinatorship.objects.filter(person_id=person_id, ended_at=None)
    if course_ids is not None:
        rows = rows.filter(course_id__any_of=course_ids)
    found = list(rows.select_related("course__citizen").order_by("course__citizen__sort_key", "id"))
    ids = [row.course_id for row in found]
    offers = dict(
        models.Handover.objects.filter(course_id__any_of=ids, state="offered").values_list(
            "course_id", "taker__name"
        )
    )
    deputies = deputies_now(ids)
    seconds = {
        course: PersonId(person)
        for course, person in models.Second.objects.filter(
            course_id__any_of=ids, ended_at=None
        ).values_list("course_id", "person_id")
    }
    return [
        HeldCourse(
            row.course_id, row.course.citizen.name, State(row.course.state),
            date_in_denmark(row.starts_at), row.kind == "cover",
            offers.get(row.course_id, ""), *deputies.get(row.course_id, NO_DEPUTY),
            seconds.get(row.course_id),
        )
        for row in found
    ]  # fmt: skip


def helped_by(person_id: UUID) -> list[UUID]:
    """The courses in which somebody is second or covers, as far as the asker reaches."""
    seconds = models.Second.objects.filter(person_id=person_id, ended_at=None)
    deputies = models.Deputyship.objects.filter(person_id=person_id, ends_on__gte=today())
    both = (rows.values_list("course_id", flat=True) for rows in (seconds, deputies))
    return sorted({course_id for found in both for course_id in found})


def is_unit_in_use(unit_id: UUID) -> bool:
    """Has a unit any course, referral or number to ring? For who closes it: a yes or a no."""
    with connection.cursor() as cursor:
        cursor.execute("select course_unit_in_use(%s)", [unit_id])
        return bool(cursor.fetchone()[0])


def is_responsible(person_id: UUID) -> bool:
    """Does somebody hold any course at all? For who ends an employment: a yes or a no, no name."""
    with connection.cursor() as cursor:
        cursor.execute("select course_is_held_by(%s)", [person_id])
        return bool(cursor.fetchone()[0])
