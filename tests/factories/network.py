"""People around a citizen, put there by the real actions."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.consent.rules import How
from landfast.network import actions
from landfast.network.actions import Named
from landfast.network.rules import Closeness, Sphere
from tests.factories.courses import Lived
from tests.factories.town import as_


def in_the_team(
    lived: Lived, person: Actor, *, by: Actor, role: str = "home_support",
    helps_with: str = "Kommer hver tirsdag og hjælper med posten",
) -> UUID:  # fmt: skip
    """A professional joins the team; the citizen said yes."""
    with as_(by):
        return actions.add_member(
            actor=by, course_id=lived.id, person_id=person.person_id, role=role,
            helps_with=helps_with, how=How.SELF if by.is_citizen else How.ORALLY,
        )  # fmt: skip


def named_by_citizen(
    lived: Lived,
    name: str = "Min søster Birthe",
    sphere: Sphere = Sphere.FAMILY,
    closeness: Closeness = Closeness.CLOSE,
) -> UUID:
    """The citizen puts somebody on her map."""
    with as_(lived.citizen):
        return actions.add_relation(
            actor=lived.citizen, course_id=lived.id, named=Named(name, sphere, closeness)
        )
