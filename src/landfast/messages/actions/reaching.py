"""Which ways are open to somebody now."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from landfast.messages import models
from landfast.messages.rules import Way


def ready(row: models.Channel) -> frozenset[Way]:
    """What this person has said yes to, and nobody has refused."""
    found = {
        Way.MAIL: row.confirmed_at, Way.SMS: row.phone_confirmed_at,
        Way.PUSH: getattr(row, "has_device", False),
        Way.POST: row.way == Way.POST and not row.post_refused_at,
    }  # fmt: skip
    return frozenset(way for way, since in found.items() if since)


def with_devices() -> QuerySet[models.Channel]:
    """Channels, each with whether a screen is put on."""
    devices = models.Device.objects.filter(person_id=OuterRef("person_id"))
    return models.Channel.objects.annotate(has_device=Exists(devices))


def channels(people: Collection[UUID]) -> dict[UUID, models.Channel]:
    """The channels of those who have chosen one at all."""
    rows = with_devices().filter(person_id__in=people)
    return {row.person_id: row for row in rows}


def address_of(row: models.Channel, way: Way) -> str:
    """Where a message by this way goes."""
    addresses = {Way.MAIL: row.address, Way.SMS: row.phone, Way.PUSH: "screen", Way.POST: "post"}
    return addresses.get(way, "")


def without_page(people: Collection[UUID]) -> frozenset[UUID]:
    """Those of them, citizens and who is close to one, who have no way in of their own."""
    if not people:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute("select notices_without_page(%s::uuid[])", [list(people)])
        return frozenset(person for (person,) in cursor.fetchall())
