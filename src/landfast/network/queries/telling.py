"""Who is not to be told, and where somebody who is let in stands on her map themselves."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection


def untold_of(event_ids: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """By event: those who are not to hear of its course. For the clock's jobs; one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select event_id, persons from network_untold(%s::uuid[])", [list(event_ids)]
        )
        return {event: frozenset(persons) for event, persons in cursor.fetchall()}


def my_places(course_id: UUID) -> frozenset[UUID]:
    """Where the actor, who reads for her, stands on her map: nobody else's place is told."""
    with connection.cursor() as cursor:
        cursor.execute("select network_my_places(%s)", [course_id])
        return frozenset(place for (place,) in cursor.fetchall())
