"""What a session is worth at a request: each reason that ends it, and what it costs to ask."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db.models.sql.compiler import SQLCompiler

from landfast.access.actor import Actor
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.login import models
from landfast.login.actions import sittings
from landfast.login.queries import Resumed, resume
from landfast.login.rules import Way
from landfast.people import models as people_models
from landfast.people import queries
from landfast.people.rules import PersonKind
from tests.factories.town import as_
from tests.web.conftest import enter

MOMENT = timedelta(seconds=1)


@dataclass
class Sitting:
    """Somebody's session, and the key that her browser holds."""

    actor: Actor
    id: UUID
    key: str

    def resumed(self, *, key: str | None = None, person: UUID | None = None) -> Resumed | None:
        """What a request makes of it."""
        with as_(self.actor):
            return resume(self.id, person or self.actor.person_id, self.key if key is None else key)

    def has(self, **changed: object) -> None:
        """The session is changed behind her back."""
        with as_(self.actor):
            assert models.Sitting.objects.filter(id=self.id).update(**changed) == 1


def account_of(actor: Actor, **state: object) -> str:
    """She has an account in this state; answers the key of its sessions."""
    with as_(actor):
        made = people_models.Account(person_id=actor.person_id, username="karen", **state)
        made.save(force_insert=True)
    return made.get_session_auth_hash()


def karen_in(town, way: Way = Way.TWO_STEPS, **state: object) -> Sitting:
    """She came in by what belongs to her account here."""
    key = account_of(town.karen, **state)
    return Sitting(town.karen, sittings.begin(town.karen, way), key)


@pytest.fixture
def karens(town):
    """She came in by a password and a code."""
    return karen_in(town)


@pytest.fixture
def by_provider(town):
    """She came in by her workplace's login and has no account here."""
    with as_(town.karen):
        mine = models.Identity.objects.create(
            person_id=town.karen.person_id, realm="arbejde", issuer="https://x", subject="k"
        )
    began = sittings.begin(town.karen, Way.PROVIDER, identity_id=mine.id)
    return Sitting(town.karen, began, "")


def test_it_says_whose_it_is_and_how_she_came_in(town, karens):
    found = karens.resumed()
    assert found == Resumed(
        karens.id, town.karen.person_id, PersonKind.STAFF, "Karen Koordinator", Way.TWO_STEPS,
        found.proved_at, found.seen_at, needs_second_step=False, realm="",
    )  # fmt: skip
    assert found.is_fresh
    with as_(town.karen):
        models.WayOut.objects.create(person_id=town.karen.person_id)
    karens.has(proved_at=found.proved_at - timedelta(hours=1))
    assert karens.resumed().vanishes
    assert not karens.resumed().is_fresh


def test_a_password_alone_waits_for_the_second_step(karens, settings):
    settings.LANDFAST_SECOND_FACTOR = True
    assert not karens.resumed().needs_second_step
    karens.has(way=Way.PASSWORD)
    assert karens.resumed().needs_second_step


def test_another_key_or_another_person_opens_nothing(town, karens):
    assert karens.resumed(key="") is None
    assert karens.resumed(key=queries.key_of_stamp(uuid4())) is None
    assert karens.resumed(person=town.bo.person_id) is None


def test_it_ends_when_it_is_ended(karens):
    assert karens.resumed()
    karens.has(ended_at=now())
    assert karens.resumed() is None


def test_it_ends_when_its_account_is_closed(town):
    assert karen_in(town, is_active=False).resumed() is None


@pytest.mark.parametrize(
    ("column", "span"),
    [
        ("seen_at", timedelta(minutes=settings.LANDFAST_SESSION_IDLE_MINUTES)),
        ("created_at", timedelta(hours=settings.LANDFAST_SESSION_HOURS)),
    ],
)
def test_it_ends_at_the_limit_and_not_before(karens, column, span):
    at = now()
    with clock.at(at):
        karens.has(**{"created_at": at, "seen_at": at, column: at - span + MOMENT})
        assert karens.resumed()
        karens.has(**{column: at - span})
        assert karens.resumed() is None


def test_a_start_password_that_is_good_leads_to_the_choice_of_ones_own(town):
    assert karen_in(town, start_until=now() + timedelta(hours=1)).resumed().needs_new_password


def test_a_start_password_that_is_over_opens_nothing_and_other_ways_in_do_not_ask(town):
    karens = karen_in(town, start_until=now() - MOMENT)
    assert karens.resumed() is None
    karens.has(way=Way.PASSWORD)
    assert karens.resumed() is None
    karens.has(way=Way.PASSKEY)
    assert not karens.resumed().needs_new_password


def test_a_providers_session_holds_to_the_identity_and_to_no_key(by_provider):
    assert by_provider.resumed().realm == "arbejde"
    assert by_provider.resumed(key="something else")
    with as_(by_provider.actor):
        models.Identity.objects.update(ended_at=now())
    assert by_provider.resumed() is None


@pytest.mark.parametrize("is_active", [True, False])
def test_an_account_that_is_closed_ends_a_providers_session_too(by_provider, is_active):
    account_of(by_provider.actor, is_active=is_active)
    assert (by_provider.resumed() is not None) is is_active


def test_without_an_account_and_without_an_identity_nothing_holds(by_provider):
    by_provider.has(identity_id=None)
    assert by_provider.resumed() is None
    assert by_provider.resumed(key=queries.key_of_stamp(UUID(int=0))) is None


def test_a_request_makes_no_sql_from_query_sets_to_learn_who_it_is(town, monkeypatch):
    client = enter(town.karen)
    assert client.get("/findes-ikke/").status_code == 404
    made = []
    ours = SQLCompiler.as_sql
    monkeypatch.setattr(
        SQLCompiler, "as_sql", lambda self, *a, **k: made.append(self) or ours(self, *a, **k)
    )
    assert "Karen Koordinator" in client.get("/findes-ikke/").content.decode()
    assert made == []
