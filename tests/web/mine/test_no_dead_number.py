"""While somebody covers, she is not led to the number of who is away (moment 8)."""

import re
from datetime import timedelta

import pytest

from landfast.course.actions.coordinator import name_second
from landfast.course.queries.own import own_courses
from landfast.course.rules.ending import PauseGround
from landfast.journeys.cover_absence import cover_absence
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.pause_course import pause_course
from landfast.kernel.clock import today
from landfast.web.mine.people_present import holder_lines
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def covered(town):
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    with as_(town.mads):
        cover_absence(actor=town.mads, person_id=town.karen.person_id, until=today())
    return lived


@pytest.mark.parametrize("page", ["/mit/", "/mit/folk/", "/mit/kort/"])
def test_who_is_away_has_no_number_and_who_covers_stands_once(town, covered, signed_in, page):
    read = signed_in(covered.citizen).get(page).content.decode().replace("\xa0", " ")
    main = read.partition("<main")[2].partition("</main>")[0]
    assert "Din koordinator. Mads Makker dækker til og med" in main
    [hers] = re.findall(r"lf-person-coordinator.*?</div>", main, re.DOTALL)
    assert "tel:" not in hers
    assert "Dækker for din koordinator lige nu" in main
    assert "Din anden kontakt. Kender dig" not in main, "they stand there once"


def test_what_she_keeps_without_a_net_has_both_numbers(town, covered):
    with as_(covered.citizen):
        [own] = own_courses(covered.citizen)
    assert [bool(one.phone) for one in holder_lines(own, lasts=True)] == [True, True]


def test_on_a_pause_no_coordinator_is_promised_to_who_has_none(town, signed_in):
    lived = started_course(town)
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED,
            review_on=today() + timedelta(days=14),
        )  # fmt: skip
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    read = signed_in(lived.citizen).get("/mit/").content.decode()
    assert "Du holder pause. Dorte Daglig er her imens." in read
    assert "Din koordinator er her stadig" not in read
