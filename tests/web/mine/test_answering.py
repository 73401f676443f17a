"""Hvem har ansvaret: every chapter has an organisation by name, and somebody to complain to."""

import pytest
from django.urls import reverse

from landfast.access.records import about_citizens
from landfast.course.queries.own import own_courses
from landfast.journeys.stop_course import stop_course
from landfast.kernel.danish import lix
from landfast.kernel.holding import Controller
from landfast.web.mine.answering_present import SETTLED, TOLD, all_parts
from landfast.web.mine.record_titles import TITLES
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_
from tests.web.mine.reading import visible_text


@pytest.fixture
def lived(town):
    lived = with_team(town, town.bo, town.anna)
    accepted(town, lived, town.anna, text="Ringe til udlejeren")
    return lived


def asked(signed_in, lived):
    return signed_in(lived.citizen).get(reverse("my_answers", args=[lived.id])).content.decode()


def section(html, key):
    return html.split(f'<h2 id="{key}">')[1].split("</section>")[0]


def test_the_place_that_runs_the_course_answers_for_it_and_the_team_for_its_own(
    town, lived, signed_in
):
    html = asked(signed_in, lived)
    own, shared = section(html, "course"), section(html, "shared")
    assert "Kommune" in own
    assert "Region" not in own
    assert "Kommune" in shared
    assert "Region" in shared


def test_it_tells_whom_to_ask_and_whom_to_complain_to(town, lived, signed_in):
    html = asked(signed_in, lived)
    assert "Spørg din koordinator" in html
    assert "33\u00a019\u00a032\u00a000" in html


def test_who_has_stopped_is_not_sent_to_a_coordinator_she_has_not(lived, signed_in):
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        [own] = own_courses(lived.citizen)
    html = asked(signed_in, lived)
    assert "Spørg din koordinator" not in html
    assert f"Ring til {own.unit} på" in html


def test_it_is_reached_from_all_about_me_and_from_my_say(lived, signed_in):
    address = reverse("my_answers", args=[lived.id])
    citizen = signed_in(lived.citizen)
    for page in (reverse("my_record", args=[lived.id]), reverse("my_say")):
        assert f'href="{address}"' in citizen.get(page).content.decode()


def test_it_reads_easily_and_each_link_leads_to_a_chapter(lived, signed_in):
    html = asked(signed_in, lived)
    assert lix(visible_text(html, *map(str, TITLES.values()))) <= 35
    assert f"{reverse('my_record', args=[lived.id])}#plan_agreement" in html


def test_nobody_else_gets_it(town, lived, signed_in):
    assert signed_in(town.karen).get(reverse("my_answers", args=[lived.id])).status_code == 403


def test_whoever_works_here_reads_it_from_the_foot_of_every_page(town, signed_in):
    karen = signed_in(town.karen)
    assert f'href="{reverse("who_answers")}"' in karen.get("/mandag/").content.decode()
    html = karen.get(reverse("who_answers")).content.decode()
    for part in all_parts():
        assert part.title in html


def test_every_part_has_its_words_and_no_kind_of_record_is_left_out():
    assert set(TOLD) == set(SETTLED) == set(Controller)
    told = {key for part in all_parts() for key, _title in part.chapters}
    assert {model._meta.db_table for model in about_citizens()} - told == {"course_callback"}
