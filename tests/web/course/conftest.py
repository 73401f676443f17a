"""Somebody's own browser: the same one when asked for again."""

from typing import Any

import pytest
from django.test import Client

from landfast.access.actor import Actor


@pytest.fixture
def browse(signed_in: Any) -> Any:
    """The client of an actor."""
    clients: dict[Any, Client] = {}

    def client(actor: Actor) -> Client:
        if actor.person_id not in clients:
            clients[actor.person_id] = signed_in(actor)
        return clients[actor.person_id]

    return client
