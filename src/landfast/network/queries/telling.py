"""Who is not to be told: for the outbox, before it chooses whom an act is news to."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection


def untold_of(event_ids: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """By event: those who are not to hear of its course. For the clock's jobs; one query."""
    with connection.cursor() as cursor:
        cursor.execute("select event_id, persons from network_untold(%s)", [list(event_ids)])
        return {event: frozenset(persons) for event, persons in cursor.fetchall()}
