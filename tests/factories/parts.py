"""Somebody who is let in to a part of a course, by the real actions."""

from collections.abc import Collection
from datetime import timedelta

from landfast.access.actor import Actor
from landfast.consent import actions, models
from landfast.consent.actions import Proxying
from landfast.consent.rules.proxy import Limit
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.people.rules import PersonKind
from tests.factories.courses import Lived
from tests.factories.town import as_

EVERYTHING = tuple(Limit)


def proxying(name: str = "Birthe Jensen", limits: Collection[Limit] = EVERYTHING) -> Proxying:
    """What the citizen says, for a month."""
    return Proxying(name, limits, "Hun hjælper mig med breve", today() + timedelta(days=30))


def proxy_of(lived: Lived, limits: Collection[Limit] = EVERYTHING) -> Actor:
    """Her sister, whom she has named."""
    with as_(lived.citizen):
        row = actions.name_proxy(
            actor=lived.citizen, course_id=lived.id, said=proxying(limits=limits)
        )
        person = models.Proxy.objects.get(id=row).person_id
    return Actor(PersonId(person), PersonKind.CITIZEN)
