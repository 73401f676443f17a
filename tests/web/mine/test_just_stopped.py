"""She has just stopped: what falls away is named, nothing is asked, and the door has a day."""

from django.urls import reverse

from landfast.course.actions.coordinator import name_second
from landfast.course.rules.ending import reopens_until
from landfast.journeys.hand_over import accept_course, offer_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import today
from landfast.web.spoken import day
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting
from tests.factories.town import as_

AGREED = "Det møde, I har aftalt"


def page_of(browser, name, *keys):
    return browser.get(reverse(name, args=keys)).content.decode()


def stop(lived):
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)


def test_the_day_that_was_said_aloud_is_named_before_she_stops(town, signed_in):
    met = held_meeting(town)
    me, keys = signed_in(met.lived.citizen), [met.course_id]
    page = page_of(me, "stop_my_course", *keys)
    assert AGREED in page
    assert "Det falder væk. Ingen er indkaldt endnu." in page
    beside = page_of(signed_in(town.karen), "stop_course", *keys)
    assert "Det næste møde falder væk" in beside


def test_without_a_day_nothing_is_said_of_one(town, signed_in):
    lived = started_course(town)
    assert AGREED not in page_of(signed_in(lived.citizen), "stop_my_course", lived.id)


def test_who_has_just_stopped_is_not_asked_to_begin_and_the_door_has_a_day(town, signed_in):
    lived = started_course(town)
    stop(lived)
    page = page_of(signed_in(lived.citizen), "my_course")
    assert "Du skal ikke gøre noget nu" in page
    assert f"Døren står åben til og med {day(reopens_until(today()))}." in page
    assert "Begynd igen" in page
    assert "Det næste er" not in page
    assert "button-bridge" not in page


def test_a_second_window_hears_that_it_is_stopped_already(town, signed_in):
    lived = started_course(town)
    me, url = signed_in(lived.citizen), reverse("stop_my_course", args=[lived.id])
    assert me.post(url).status_code == 302
    again = me.post(url)
    assert again.status_code == 409
    assert "Forløbet er stoppet allerede." in again.content.decode()
    assert "Dit forløb er slut allerede." in me.get(url, follow=True).content.decode()


def test_a_second_who_became_coordinator_is_not_missed_as_a_second(town, signed_in):
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Går ned i tid"
        )
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)
    stop(lived)
    with as_(lived.citizen):
        assert reopen_course(actor=lived.citizen, course_id=lived.id)
    page = page_of(signed_in(lived.citizen), "my_course")
    assert "er ikke din anden kontakt lige nu" not in page
