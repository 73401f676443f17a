"""A small town for tests: units, staff with posts, programmes and formats. No citizen yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from landfast.access.actor import SYSTEM, Actor
from landfast.access.session import acting
from landfast.kernel import clock
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.people import actions as people
from landfast.people import queries
from landfast.people.rules import OrganisationKind, PersonKind, role_name
from tests.factories import replaying

LONG_AGO = date(2020, 1, 1)
WORKDAYS = {weekday: (time(8), time(15, 30)) for weekday in range(5)}


@dataclass
class Town:
    """Names of everybody, so that tests read as sentences."""

    municipality: OrganisationId
    region: OrganisationId
    coordination: UnitId
    social: UnitId
    ward: UnitId
    staff: dict[str, Actor] = field(default_factory=dict)
    rows: int = 0
    """What had been written when it stood: `replaying` builds only onto that."""

    def __getattr__(self, name: str) -> Actor:
        """`town.karen` is the actor Karen."""
        try:
            return self.__dict__["staff"][name]
        except KeyError:
            raise AttributeError(name) from None

    def hire(self, name: str, unit: UnitId, role: str, *, since: date = LONG_AGO) -> Actor:
        """Employ somebody; they are known by their first name."""
        with as_(SYSTEM):
            return self.hired(name, unit, role, since=since)

    def hired(self, name: str, unit: UnitId, role: str, *, since: date = LONG_AGO) -> Actor:
        """The same where the system acts already: acting anew costs as much as employing."""
        person = people.add_person(
            kind=PersonKind.STAFF, name=name, profession=role_name(role), phone="20 30 40 50"
        )
        people.employ(person_id=person, unit_id=unit, role=role, starts_on=since, hours=WORKDAYS)
        actor = Actor(PersonId(person), PersonKind.STAFF, name)
        self.staff[name.split(maxsplit=1)[0].lower()] = actor
        return actor

    def intake_elsewhere(self) -> UnitId:
        """A unit of the other organisation that takes courses too; Ove reads referrals there."""
        with as_(SYSTEM):
            unit = people.add_unit(
                organisation_id=self.region, name="Fjordens forløb", phone="70 10 20 31",
                coordinates_courses=True,
            )  # fmt: skip
        self.hire("Ove Optager", unit, "coordinator")
        return unit


@contextmanager
def as_(actor: Actor | None) -> Iterator[None]:
    """Act as somebody in a transaction of their own."""
    with acting(actor):
        yield


def leaves(actor: Actor, last_day: date) -> None:
    """All that somebody is employed as ends on a day, the past included."""
    with as_(SYSTEM):
        for job in queries.employments(person_id=actor.person_id):
            people.end_employment(employment_id=job.id, last_day=last_day)


def build_town() -> Town:
    """Two organisations, three units, ten people. Programmes and formats as they are shipped."""
    with as_(SYSTEM):
        town = _walls()
        for name, unit, role in (
            ("Karen Koordinator", town.coordination, "coordinator"),
            ("Mads Makker", town.coordination, "coordinator"),
            ("Nina Ny", town.coordination, "coordinator"),
            ("Dorte Daglig", town.coordination, "daily_leader"),
            ("Lars Leder", town.coordination, "leader"),
            ("Solveig Sagsbehandler", town.social, "case_worker"),
            ("Bo Bostøtte", town.social, "home_support"),
            ("Vibeke Visitator", town.social, "visitator"),
            ("Anna Afsnit", town.ward, "ward_staff"),
            ("Peter Psykiater", town.ward, "psychiatrist"),
        ):
            town.hired(name, unit, role)
    return town


def the_town() -> Town:
    """The town of a test, as long as nothing else is written in it."""
    town = replaying.once("town", _built_at_once)
    town.rows = replaying.rows_written()
    return town


def where_all_is_built(town: Town) -> Town:
    """For a test that changes the code or its settings: what it builds is its own."""
    town.rows = -1
    return town


def _built_at_once() -> Town:
    with clock.at(datetime.now(UTC)):
        return build_town()


def _walls() -> Town:
    municipality = people.add_organisation(
        name="Strandby Kommune", kind=OrganisationKind.MUNICIPALITY
    )
    region = people.add_organisation(name="Region Fjord", kind=OrganisationKind.REGION)
    coordination = people.add_unit(
        organisation_id=municipality,
        name="Koordinatorteamet",
        phone="70 10 20 30",
        coordinates_courses=True,
    )
    social = people.add_unit(organisation_id=municipality, name="Social og Handicap")
    ward = people.add_unit(organisation_id=region, name="Afsnit P3")
    return Town(municipality, region, coordination, social, ward)
