"""A hospital's own system that may ask: made by one, agreed by another."""

from datetime import timedelta

from landfast.journeys import let_systems_ask as systems
from landfast.kernel.clock import today
from landfast.kernel.ids import UnitId
from landfast.people import queries as people
from tests.factories.town import Town, as_


def administrators(town: Town) -> None:
    """Two who keep the region's ward."""
    town.hire("Olga Øst", town.ward, "org_admin")
    town.hire("Oskar Øst", town.ward, "org_admin")


def asked_key(town: Town, unit: UnitId | None = None) -> str:
    """Olga makes a key for the ward's record; it waits."""
    with as_(town.olga):
        return systems.make_key(
            actor=town.olga, unit_id=unit or town.ward, name="Journalen",
            last_day=today() + timedelta(days=90),
        )  # fmt: skip


def system_that_asks(town: Town) -> str:
    """The key of a system that knows Anna as `AFS-1`."""
    administrators(town)
    secret = asked_key(town)
    with as_(town.oskar):
        [one] = systems.see_keys(town.oskar)[0]
        systems.agree_key(actor=town.oskar, key_id=one.row.id)
    known_as(town, "AFS-1")
    return secret


def known_as(town: Town, said: str) -> None:
    """What Anna is called in the ward's systems."""
    with as_(town.olga):
        [job] = people.employments(person_id=town.anna.person_id)
        systems.set_known_as(actor=town.olga, employment_id=job.id, known_as=said)
