"""The first of an organisation: nobody works there yet who could employ anybody."""

from dataclasses import dataclass

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import SYSTEM
from landfast.access.rules import Topic
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.people import actions as people
from landfast.people import rules
from landfast.people.rules import OrganisationKind, PersonKind, role_name

ADMINISTRATOR = "org_admin"


@dataclass(frozen=True)
class Founding:
    """The organisation, its topmost unit, and who keeps both from now on."""

    name: str
    kind: OrganisationKind
    unit: str
    administrator: str


@journey
def found_organisation(what: Founding) -> PersonId:
    """An organisation with one unit and its administrator, who employs all the others.

    Landfast itself does it, on the word of whoever runs it: the database takes it from nobody else.
    """
    rules.check_unit(what.name, "")
    rules.check_unit(what.unit, "")
    rules.check_employee(what.administrator, "")
    organisation = people.add_organisation(name=what.name.strip(), kind=what.kind)
    unit = people.add_unit(organisation_id=organisation, name=what.unit.strip())
    person = people.add_person(
        kind=PersonKind.STAFF, name=what.administrator.strip(),
        profession=role_name(ADMINISTRATOR),
    )  # fmt: skip
    people.employ(person_id=person, unit_id=unit, role=ADMINISTRATOR, starts_on=today())
    record(
        SYSTEM, "people.organisation_founded", topic=Topic.FRAME, organisation=organisation,
        unit=unit, person=person,
    )  # fmt: skip
    return person
