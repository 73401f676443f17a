"""The way back to a course that is over: whose list, which page, and nothing else of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.models import Look
from landfast.access.roles import CourseRole
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.course.queries.ended import ended_mine, held_to_the_end
from landfast.insight.ended import ended_courses
from landfast.insight.monday import monday
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import today
from tests.factories.courses import started_course
from tests.factories.town import as_, leaves


@pytest.fixture
def stopped(town):
    lived = started_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived


@pytest.fixture(params=["second", "deputy"])
def stopped_beside(town, request):
    """Mads was second, or covered."""
    lived = started_course(town)
    if request.param == "second":
        with as_(town.karen):
            name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    else:
        with as_(town.dorte):
            name_deputy(
                actor=town.dorte, course_id=lived.id, person_id=town.mads.person_id,
                starts_on=today(), ends_on=today() + timedelta(days=3),
            )  # fmt: skip
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived, CourseRole(request.param)


def text(browser, name, *keys, **asked):
    return browser.get(reverse(name, args=keys), asked).content.decode()


def test_monday_says_that_it_stopped_and_one_touch_puts_it_away(town, stopped, browse):
    karen = browse(town.karen)
    page = text(karen, "monday")
    assert "Borgeren stoppede forløbet. Din adgang er slut." in page
    url = reverse("note_heard", args=[stopped.id, stopped.id])
    assert "Det er lagt væk." in karen.post(url, follow=True).content.decode()
    assert "Borgeren stoppede" not in text(karen, "monday")


def test_the_second_and_who_covered_have_the_same_as_who_held_it(town, stopped_beside, browse):
    lived, role = stopped_beside
    mads = browse(town.mads)
    assert "Borgeren stoppede forløbet. Din adgang er slut." in text(mads, "monday")
    assert "Sluttede forløb</h2>" in text(mads, "my_citizens").replace(" (1)", "")
    assert "Jytte Jensen" in text(mads, "my_citizens", vis="sluttede")
    page = text(mads, "course", lived.id)
    assert "Borgeren stoppede forløbet." in page
    assert "Dorte Daglig" in page
    assert mads.get(reverse("plan", args=[lived.id])).status_code == 404
    with as_(lived.citizen):
        looks = Look.objects.filter(scope_id=lived.id, person_id=town.mads.person_id)
        assert set(looks.filter(what="Sluttet forløb").values_list("role", flat=True)) == {role}
    mads.post(reverse("note_heard", args=[lived.id, lived.id]))
    assert "Borgeren stoppede" not in text(mads, "monday")


def test_who_was_second_before_the_end_or_covered_before_it_has_nothing(town):
    lived = started_course(town)
    with as_(town.karen):
        for second in (town.mads, town.bo):
            name_second(actor=town.karen, course_id=lived.id, person_id=second.person_id)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    with as_(town.mads):
        assert held_to_the_end() == set()
    with as_(town.bo):
        assert held_to_the_end() == {lived.id}


def test_who_ended_it_herself_is_not_told_of_it(town):
    lived = started_course(town)
    with as_(town.karen):
        stop_course(actor=town.karen, course_id=lived.id)
        assert monday(town.karen).ended == []
        assert held_to_the_end() == {lived.id}


def test_her_list_counts_them_and_names_them_and_who_opens_them_when_it_is_opened(
    town, stopped, browse
):
    karen = browse(town.karen)
    page = text(karen, "my_citizens")
    assert "Sluttede forløb</h2>" in page.replace(" (1)", "")
    assert "Jytte Jensen" not in page, "what is folded is counted, and not read"
    page = text(karen, "my_citizens", vis="sluttede")
    assert "Jytte Jensen" in page
    assert "Dorte Daglig" in page
    with as_(stopped.citizen):
        looks = Look.objects.filter(scope_id=stopped.id, person_id=town.karen.person_id)
        assert "Sluttede forløb (liste)" in set(looks.values_list("what", flat=True))


def test_the_address_tells_what_happened_and_whom_to_ask_and_opens_nothing(town, stopped, browse):
    karen = browse(town.karen)
    page = text(karen, "course", stopped.id)
    assert "Borgeren stoppede forløbet." in page
    assert "Dorte Daglig" in page
    for name in ("plan", "meetings", "network"):
        assert karen.get(reverse(name, args=[stopped.id])).status_code == 404
    for other in (town.bo, town.vibeke):
        assert browse(other).get(reverse("course", args=[stopped.id])).status_code == 404


def test_it_is_over_when_the_half_year_is(town, stopped):
    with as_(town.karen):
        assert held_to_the_end() == {stopped.id}
    with clock.at(clock.now() + timedelta(days=184)), as_(town.karen):
        assert held_to_the_end() == set()
        assert ended_mine(town.karen, "Mine borgere") == []


def test_it_is_over_when_she_works_there_no_more(town, stopped):
    leaves(town.karen, clock.today() - timedelta(days=1))
    with as_(town.karen):
        assert held_to_the_end() == set()


def test_where_no_leader_is_of_the_unit_itself_the_unit_is_named(town, stopped, browse):
    leaves(town.dorte, clock.today() - timedelta(days=1))
    leaves(town.lars, clock.today() - timedelta(days=1))
    karen = browse(town.karen)
    assert "Ring til en leder i Koordinatorteamet" in text(karen, "course", stopped.id)
    shown = text(karen, "my_citizens", vis="sluttede")
    assert "Åbnes ikke igen" not in shown
    assert "Koordinatorteamet" in shown


def test_who_held_it_before_the_last_one_has_nothing_of_it(town, stopped):
    for somebody in (town.mads, town.bo, town.dorte):
        with as_(somebody):
            assert held_to_the_end() == set()


def test_the_leaders_number_leads_to_the_list_and_each_is_opened_from_there(town, stopped, browse):
    dorte = browse(town.dorte)
    url = reverse("ended_courses")
    assert f'href="{url}"' in text(dorte, "overview")
    page = dorte.get(url).content.decode()
    assert "Jytte Jensen" in page
    again = reverse("reopen_course", args=[stopped.id])
    assert f'href="{again}"' in page
    dorte.post(again, {"citizen_said_so": "on", "said_how": "Ringede selv"})
    assert "Jytte Jensen" not in dorte.get(url).content.decode()
    with as_(town.karen):
        assert held_to_the_end() == set(), "it is over no more"


def test_after_half_a_year_it_is_listed_and_asks_for_a_new_referral(town, stopped, browse):
    with as_(town.dorte):
        [row] = ended_courses(town.dorte)
        assert row.may_reopen
    with clock.at(clock.now() + timedelta(days=184)), as_(town.dorte):
        [row] = ended_courses(town.dorte)
        assert not row.may_reopen


def test_the_list_is_for_those_who_lead(town, stopped, browse):
    assert browse(town.karen).get(reverse("ended_courses")).status_code == 403


@pytest.mark.parametrize("how", ["moved", "died"])
def test_who_closed_it_because_she_moved_or_died_has_its_page_too(town, browse, how):
    lived = started_course(town)
    karen = browse(town.karen)
    page, said = {
        "moved": ("move_away", {"moves_to": "Aarhus", "told_on": "", "citizen_said_yes": ""}),
        "died": ("note_death", {"died_on": today().isoformat()}),
    }[how]
    done = karen.post(reverse(page, args=[lived.id]), said)
    assert done.status_code == 302
    answer = karen.get(reverse("course", args=[lived.id]))
    assert answer.status_code == 200
    read = answer.content.decode()
    assert ("Borgeren er flyttet" if how == "moved" else "Borgeren er død.") in read
    assert ("Vil borgeren i gang igen?" in read) is (how == "moved"), "who moved can move back"
