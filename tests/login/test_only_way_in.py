"""Who comes in by a provider alone: nothing is offered that opens nothing; all is not taken."""

import pytest
from django.test import Client
from django.urls import reverse

from landfast.access.actor import Actor
from landfast.login import models
from landfast.login.actions import factors, identities, passkeys, sittings
from landfast.login.actions.passkeys import Site
from landfast.login.rules import Way
from landfast.web.doors import SESSION_PERSON, SESSION_SITTING
from tests.factories.courses import started_course
from tests.factories.logins import connects
from tests.factories.town import as_
from tests.refusing import refused
from tests.web.conftest import enter

HERE = Site("testserver", "http://testserver")


def logins(who: Actor) -> list[models.Identity]:
    with as_(who):
        return list(models.Identity.objects.filter(ended_at=None).order_by("id"))


def by_provider(who: Actor) -> Client:
    """In by the provider's login, as its answer lets one in."""
    [login] = logins(who)
    client = Client()
    session = client.session
    with as_(who):
        sitting = sittings.begin(who, Way.PROVIDER, identity_id=login.id)
    session[SESSION_SITTING], session[SESSION_PERSON] = str(sitting), str(who.person_id)
    session.save()
    return client


@pytest.fixture
def her(town):
    citizen = started_course(town).citizen
    connects(citizen)
    return citizen


def test_the_only_way_in_is_not_taken_away_by_its_owner(her):
    client, [login] = by_provider(her), logins(her)
    answer = client.post(reverse("disconnect", args=[login.id]))
    assert answer.status_code == 409
    assert "Det er din eneste vej ind." in answer.content.decode()
    assert logins(her) == [login]
    assert client.get(reverse("my_access")).status_code == 200


def test_one_of_two_goes_and_so_does_one_beside_a_password(her):
    connects(her, issuer="https://another.test")
    one, _other = logins(her)
    with as_(her):
        identities.disconnect(actor=her, identity_id=one.id)
    [last] = logins(her)
    with as_(her), refused("only_way_in"):
        identities.disconnect(actor=her, identity_id=last.id)
    enter(her)  # who has an account here
    with as_(her):
        identities.disconnect(actor=her, identity_id=last.id)
    assert logins(her) == []


def test_what_a_removed_login_opened_is_marked_as_ended(her):
    client, [login] = by_provider(her), logins(her)
    connects(her, issuer="https://another.test")
    client.post(reverse("disconnect", args=[login.id]))
    with as_(her):
        assert not models.Sitting.objects.filter(ended_at=None).exists()


def test_nothing_is_offered_that_would_open_nothing(her):
    page = by_provider(her).get(reverse("my_access")).content.decode()
    assert reverse("add_passkey") not in page
    assert reverse("start_app") not in page
    assert by_provider(her).get(reverse("add_passkey")).status_code == 409
    with as_(her):
        with refused("no_account"):
            factors.start_codes(actor=her)
        with refused("no_account"):
            passkeys.to_make(her, HERE)
    with_account = enter(her).get(reverse("my_access")).content.decode()
    assert reverse("add_passkey") in with_account
    assert reverse("start_app") in with_account
