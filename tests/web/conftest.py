"""A citizen with a lived course, signed in without a browser."""

from typing import Any

import pytest
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client

from landfast.access.actor import Actor
from landfast.login.actions import sittings
from landfast.login.rules import Way
from landfast.people import actions as people
from landfast.people import queries
from landfast.web.desks import desks_of
from landfast.web.doors import SESSION_DESKS, SESSION_KEY, SESSION_PERSON, SESSION_SITTING
from tests.factories.town import as_


@pytest.fixture
def signed_in(db: None) -> Any:
    """A client in which somebody is signed in."""
    return enter


def enter(actor: Actor) -> Client:
    """Somebody's own client."""
    client = Client()
    with as_(actor):
        name = f"user-{actor.person_id}"
        people.open_account(person_id=actor.person_id, username=name, password=None)
    come_in(client.session, actor, Way.TWO_STEPS)
    return client


def come_in(session: SessionBase, actor: Actor, way: Way) -> None:
    """What the door writes into a session when somebody with an account comes in."""
    with as_(actor):
        key = queries.session_key(actor.person_id)
        desks = desks_of(actor.person_id)
    session[SESSION_SITTING] = str(sittings.begin(actor, way))
    session[SESSION_PERSON] = str(actor.person_id)
    session[SESSION_KEY] = key
    session[SESSION_DESKS] = desks
    session.save()
