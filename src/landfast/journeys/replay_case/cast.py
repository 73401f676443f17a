"""The people of a case: employees in their roles are found or made, others stand on the map."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from landfast.access.actor import Actor
from landfast.journeys.replay_case.naming import invented_name, invented_phone
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.network.rules import Sphere
from landfast.people import actions as people
from landfast.people import queries
from landfast.people.rules import OrganisationKind, PersonKind, role_name, roles

_WORKDAYS = {weekday: (time(8), time(15, 30)) for weekday in range(5)}
_AT_WORK_BEFORE = timedelta(days=730)

PRIVATE: dict[str, Sphere] = {
    "relative": Sphere.FAMILY, "private_network": Sphere.FRIENDS, "guardian": Sphere.FAMILY,
    "representative": Sphere.FRIENDS, "landlord": Sphere.SOCIAL, "employer": Sphere.WORK,
    "school": Sphere.FAMILY, "study_counsellor": Sphere.WORK,
}  # fmt: skip
"""Roles that are people around the citizen, without a login."""

IS_TO_ME: dict[str, str] = {"relative": "I min familie", "private_network": "En, jeg kender"}
"""What they are to the citizen, in the citizen's voice, where the role says too little."""

IN_THE_HOUSE = frozenset({"coordination", "meeting_role", "management", "citizen"})
"""Sectors whose roles are Landfast's own: they are not made from a story."""

_HOMES: dict[str, tuple[str, OrganisationKind, str]] = {
    "psychiatry": ("Region Vestfjord", OrganisationKind.REGION, "Psykiatrien"),
    "somatic": ("Region Vestfjord", OrganisationKind.REGION, "Sygehuset"),
    "prehospital": ("Region Vestfjord", OrganisationKind.REGION, "Akutberedskabet"),
    "primary_care": ("Lægehuset Havnegade", OrganisationKind.PRACTICE, "Lægehuset Havnegade"),
    "justice": ("Staten", OrganisationKind.STATE, "Politi og kriminalforsorg"),
    "civil_society": ("Værestedet Broen", OrganisationKind.VOLUNTARY, "Værestedet Broen"),
}
_TOWN = "Fjordby Kommune"


def is_professional(role: str) -> bool:
    """Is the role an employee's, who could be in the citizen's team?"""
    known = roles().get(role)
    return role not in PRIVATE and known is not None and known.sector not in IN_THE_HOUSE


@dataclass
class Cast:
    """Who plays which role in one case. The same case always gets the same people."""

    case: str
    unit_id: UnitId
    town: OrganisationId
    known: dict[str, Actor] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def employee(self, role: str, on: date, *, but: frozenset[PersonId] = frozenset()) -> Actor:
        """Somebody who is employed in the role on that day."""
        if role in self.known:
            return self.known[role]
        there = [
            row.person
            for row in queries.employments(role=role, on=on)
            if row.person.id not in but and row.person.kind is PersonKind.STAFF
        ]
        if there:
            chosen = self.dice(role).choice(there)
            self.known[role] = Actor(chosen.id, PersonKind.STAFF, chosen.name)
        else:
            self.known[role] = self.hire(role, on)
        return self.known[role]

    def in_unit(self, role: str, on: date) -> list[Actor]:
        """All who hold a post in the coordinating unit; one is made when there is none."""
        rows = queries.employments(role=role, unit_ids=[self.unit_id], on=on)
        there = [Actor(row.person.id, PersonKind.STAFF, row.person.name) for row in rows]
        return there or [self.hire(role, on, self.unit_id)]

    def hire(self, role: str, on: date, unit: UnitId | None = None) -> Actor:
        """Make somebody for the role, employed well before the story begins."""
        dice = self.dice(role)
        name = invented_name(dice)
        person = people.add_person(
            kind=PersonKind.STAFF, name=name, profession=role_name(role),
            phone=invented_phone(dice),
        )  # fmt: skip
        people.employ(
            person_id=person, unit_id=unit or self._home(role), role=role, title=role_name(role),
            starts_on=on - _AT_WORK_BEFORE, hours=_WORKDAYS,
        )  # fmt: skip
        self.made.append(f"{name}, {role_name(role)}")
        return Actor(person, PersonKind.STAFF, name)

    def _home(self, role: str) -> UnitId:
        known = roles().get(role)
        sector = known.sector if known else ""
        if sector not in _HOMES:
            return _unit(self.town, sector_name(sector))
        organisation, kind, unit = _HOMES[sector]
        return _unit(_organisation(organisation, kind), unit)

    def dice(self, role: str) -> Random:
        """The same fall for the same role of the same case."""
        return Random(f"{self.case}:{role}")  # noqa: S311 - invented names, no secret


def sector_name(sector: str) -> str:
    """A municipal department, by its sector."""
    return {
        "muni_social": "Social og handicap", "muni_employment": "Job, ydelse og unge",
        "muni_education": "Ungevejledningen", "muni_housing": "Boligsocialt team",
        "muni_substance": "Rusmiddelcentret", "muni_family": "Familieafdelingen",
        "muni_health": "Hjemme- og sygepleje",
    }.get(sector, "Borgerservice")  # fmt: skip


def _organisation(name: str, kind: OrganisationKind) -> OrganisationId:
    for row in queries.units():
        if row.organisation == name:
            return row.organisation_id
    return people.add_organisation(name=name, kind=kind)


def _unit(organisation: OrganisationId, name: str) -> UnitId:
    for row in queries.units():
        if row.organisation_id == organisation and row.name == name:
            return row.id
    return people.add_unit(organisation_id=organisation, name=name)


def coordinating_unit(name: str | None) -> UnitId | None:
    """The unit of that name, else the first that coordinates courses."""
    for row in queries.units(coordinating=True if name is None else None):
        if name is None or row.name.casefold() == name.casefold():
            return row.id
    return None


def make_coordinating_unit() -> UnitId:
    """A coordinating unit where there is none yet."""
    return people.add_unit(
        organisation_id=_organisation(_TOWN, OrganisationKind.MUNICIPALITY),
        name="Koordinatorteamet", coordinates_courses=True,
    )  # fmt: skip
