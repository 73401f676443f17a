"""The data protection officer's work: search the look log, sample it, judge what is unusual (F3).

Every one of these reads leaves a look of the officer's own. Nobody reads a record here: the names
of employees and citizens, and what page was opened, is all there is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks import oversight
from landfast.access.looks.oversight import Asked, Judged, LoggedLook, NameQuestion
from landfast.access.rules import LookKind, Named, UnusualLook, unusual_looks
from landfast.consent.emergencies import how_many_wait
from landfast.course.queries.logged_names import find_citizen, names_of
from landfast.kernel.clock import now
from landfast.people import queries as people
from landfast.people.queries import EmploymentRow

LOOKED_BACK = timedelta(days=14)


@dataclass(frozen=True)
class SeenLook:
    """A row of the log with its names."""

    look: LoggedLook
    person: str
    unit: str
    citizen: str


@dataclass(frozen=True)
class SeenUnusual:
    """An unusual look with its names, and what was decided about it."""

    look: UnusualLook
    person: str
    citizen: str
    judged: Judged | None


@dataclass(frozen=True)
class SeenQuestion:
    """A citizen's question for a name, with the names."""

    asked: NameQuestion
    looker: str
    citizen: str


def search_looks(actor: Actor, asked: Asked) -> list[SeenLook]:
    """Rows of the log in the officer's own area, with names."""
    page = "Stikprøve i loggen" if asked.mixed else "Søgning i loggen"
    return _named(oversight.oversee(actor, asked, page))


def export_looks(actor: Actor, asked: Asked) -> list[SeenLook]:
    """The same to take out; the log says that it was."""
    return _named(oversight.oversee(actor, asked, "Udtræk af loggen", LookKind.EXPORT))


def _named(rows: list[LoggedLook]) -> list[SeenLook]:
    staff = _people(row.person for row in rows)
    citizens = names_of(row.course for row in rows if row.course)
    units: dict[UUID, str] = {unit.id: unit.name for unit in people.units()}
    return [
        SeenLook(
            row, staff.get(row.person, ""), units.get(row.unit, "") if row.unit else "",
            citizens.get(row.course, "") if row.course else "",
        )
        for row in rows
    ]  # fmt: skip


def _people(ids: Iterable[UUID]) -> dict[UUID, str]:
    return {key: card.name for key, card in people.persons(sorted(set(ids))).items()}


def whom(actor: Actor, citizen: str, employee: str) -> tuple[dict[UUID, str], list[EmploymentRow]]:
    """Who is meant by the words: citizens of the area and employees, to choose among."""
    oversight.require_oversight(actor)
    return (
        find_citizen(citizen) if citizen else {},
        people.find_staff(employee) if employee else [],
    )


def see_unusual(actor: Actor) -> list[SeenUnusual]:
    """Unusual looks of the last two weeks, those that nobody has judged first."""
    until, since = now(), now() - LOOKED_BACK
    days = oversight.days_of_looks(actor, since, until, "Usædvanlige opslag")
    citizens = names_of(row.course for row in days)
    staff = _people(row.person for row in days)
    judged = oversight.verdicts(since)
    found = [
        SeenUnusual(
            one, staff.get(one.person, ""), citizens.get(one.course, "") if one.course else "",
            judged.get((one.person, one.day, one.course, one.reason)),
        )
        for one in unusual_looks(days, staff | citizens)
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.judged is not None)


@dataclass(frozen=True)
class Waits:
    """How many of each kind wait for the officer."""

    emergencies: int
    questions: int


def see_what_waits(actor: Actor) -> Waits:
    """What waits for the officer, where she begins: emergencies to look at, names to answer."""
    oversight.require_oversight(actor)
    return Waits(how_many_wait(actor), len(oversight.questions(waiting=True)))


def see_questions(actor: Actor) -> list[SeenQuestion]:
    """Questions for a name that wait for an answer."""
    oversight.require_oversight(actor)
    rows = oversight.questions(waiting=True)
    staff, citizens = _people(row.looker for row in rows), names_of(row.course for row in rows)
    return [
        SeenQuestion(row, staff.get(row.looker, ""), citizens.get(row.course, "")) for row in rows
    ]


def naming_now(actor: Actor) -> Named:
    """Whose names the officer's organisation shows citizens now."""
    oversight.require_oversight(actor)
    held = people.employments(person_id=actor.person_id, role="dpo")
    units = {unit.id: unit.organisation_id for unit in people.units()}
    named = oversight.named_by([units[row.unit_id] for row in held])
    return next(iter(named.values()), Named.NETWORK)
