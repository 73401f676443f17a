"""Sessions: seen by their owner, ended by their owner or the clock; a stolen one is dead."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.login import models
from landfast.login.actions import sittings
from landfast.login.rules import Way
from landfast.people import queries
from landfast.web.doors import SESSION_SITTING
from tests.factories.logins import connects
from tests.factories.town import as_
from tests.web.conftest import enter


@pytest.fixture
def karen(town, signed_in_twice):
    return signed_in_twice(town.karen)


@pytest.fixture
def signed_in_twice(db):
    """Two browsers of one person."""
    from landfast.people import actions as people
    from landfast.web import doors

    def enter(actor):
        with as_(actor):
            people.open_account(person_id=actor.person_id, username="karen", password=None)
            key = queries.session_key(actor.person_id)
        found = []
        for agent in ("Firefox/140 (Windows NT)", "Chrome/140 (Android)"):
            client = Client(headers={"user-agent": agent})
            session = client.session
            session[doors.SESSION_PERSON] = str(actor.person_id)
            session[doors.SESSION_KEY] = key
            session[doors.SESSION_DESKS] = ["coordinator"]
            sitting = sittings.begin(actor, Way.TWO_STEPS, agent=agent)
            session[doors.SESSION_SITTING] = str(sitting)
            session.save()
            found.append(client)
        return found

    return enter


def desk_of(town, actor):
    """The key of an employment in the coordinating unit."""
    staff = queries.desks([town.coordination])
    return next(one.id for one in staff if one.row.person.id == actor.person_id)


def is_in(client):
    return client.get(reverse("my_citizens")).status_code == 200


def test_i_see_where_i_am_signed_in_and_which_is_this(karen):
    here, _ = karen
    page = here.get(reverse("my_sessions")).content.decode()
    assert page.index("Firefox · Windows") < page.index("Chrome · Android")
    assert page.count("Her, hvor du er nu") == 1


def test_i_end_one_session_and_its_cookie_is_worth_nothing(town, karen):
    here, there = karen
    sitting = there.session["sitting"]
    here.post(reverse("end_session", args=[sitting]))
    assert is_in(here)
    assert not is_in(there)


def test_i_end_all_others(karen):
    here, there = karen
    here.post(reverse("end_other_sessions"))
    assert is_in(here)
    assert not is_in(there)


def test_a_new_password_ends_what_the_old_one_opened_and_marks_it_so(town, karen):
    """What hangs on a session, a copy and a screen, goes by the mark."""
    here, _there = karen
    mine = UUID(here.session[SESSION_SITTING])
    by_provider = sittings.begin(town.karen, Way.PROVIDER, identity_id=_connected(town.karen))
    with as_(town.karen):
        sittings.choose_password(
            actor=town.karen, present="", password="fire helt nye ord", here=mine
        )
        running = models.Sitting.objects.filter(ended_at=None)
        assert set(running.values_list("id", flat=True)) == {mine, by_provider}


def _connected(who):
    connects(who)
    with as_(who):
        return models.Identity.objects.get().id


def test_nobody_ends_anothers_session(town, karen):
    here, _ = karen
    with as_(town.bo):
        sittings.end(actor=town.bo, sitting_id=here.session["sitting"])
    assert is_in(here)


def test_a_session_stolen_before_its_owner_left_is_dead(karen):
    here, _ = karen
    thief = Client()
    stolen = dict(here.session.items())
    thief.cookies[settings.SESSION_COOKIE_NAME] = here.cookies[settings.SESSION_COOKIE_NAME].value
    assert is_in(thief)
    here.post(reverse("sign_out"))
    assert not is_in(thief)
    again = Client()  # and whoever could write the session back
    session = again.session
    session.update(stolen)
    session.save()
    assert not is_in(again)


@pytest.mark.parametrize("step", [timedelta(minutes=61), timedelta(hours=11)])
def test_a_session_ends_when_nobody_uses_it(karen, step):
    here, _ = karen
    with clock.at(now() + step):
        assert not is_in(here)


def test_a_session_in_use_ends_after_a_working_day(town, karen):
    here, _ = karen
    start = now()
    for half_hours in range(1, 20):
        with clock.at(start + timedelta(minutes=30 * half_hours)):
            assert is_in(here), half_hours
    with clock.at(start + timedelta(hours=10)):
        assert not is_in(here)


def test_sessions_that_ended_long_ago_are_forgotten(town, karen):
    from landfast.access.session import acting

    with as_(town.karen):
        models.Sitting.objects.filter(way="two steps").update(
            seen_at=now() - timedelta(days=31), ended_at=now() - timedelta(days=31)
        )
    with acting(None):
        assert sittings.forget() == 2


def test_one_session_more_than_there_may_be_ends_the_one_used_longest_ago(town, karen, settings):
    settings.LANDFAST_SESSIONS_AT_ONCE = 2
    first, second = karen
    first.get(reverse("my_sessions"))
    with as_(town.karen):
        models.Sitting.objects.filter(device__startswith="Firefox").update(seen_at=now())
        models.Sitting.objects.filter(device__startswith="Chrome").update(
            seen_at=now() - timedelta(minutes=5)
        )
    sittings.begin(town.karen, Way.TWO_STEPS)
    assert (is_in(first), is_in(second)) == (True, False)


def test_an_administrator_ends_what_an_employees_login_has_opened(town, karen):
    tove = enter(town.hire("Tove Administrator", town.coordination, "org_admin"))
    desk = desk_of(town, town.karen)
    page = tove.post(reverse("end_sessions", args=[desk]), follow=True).content.decode()
    assert "logget ud 2 steder" in page
    assert not any(map(is_in, karen))
    again = tove.post(reverse("end_sessions", args=[desk]), follow=True).content.decode()
    assert "ikke logget ind" in again


def test_others_end_nobodys_sessions_and_the_database_asks_again(town, karen):
    olga = town.hire("Olga Øst", town.ward, "org_admin")
    desk = desk_of(town, town.karen)
    for other in (olga, town.bo):
        assert enter(other).post(reverse("end_sessions", args=[desk])).status_code == 403
        with as_(other):
            assert sittings.end_all_of(town.karen.person_id) == 0
            assert sittings.end_all_of(None) == 0
    assert all(map(is_in, karen))


def test_landfast_itself_ends_everybodys(town, karen):
    with as_(SYSTEM):
        assert sittings.end_all_of(None) >= 2
    assert not any(map(is_in, karen))
