"""Which ways are open to somebody now."""

from collections.abc import Collection
from uuid import UUID

from landfast.messages import models
from landfast.messages.rules import Way


def ready(row: models.Channel) -> frozenset[Way]:
    """What this person has said yes to, and nobody has refused."""
    found = {Way.MAIL: row.confirmed_at, Way.SMS: row.phone_confirmed_at}
    return frozenset(way for way, since in found.items() if since)


def channels(people: Collection[UUID]) -> dict[UUID, models.Channel]:
    """The channels of those who have chosen one at all."""
    rows = models.Channel.objects.filter(person_id__in=people)
    return {row.person_id: row for row in rows}


def address_of(row: models.Channel, way: Way) -> str:
    """Where a message by this way goes."""
    return {Way.MAIL: row.address, Way.SMS: row.phone}.get(way, "")
