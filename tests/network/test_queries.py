"""The contact card: nobody is sent to a number that is not answered."""

from datetime import UTC, datetime, time

import pytest

from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.directory import actions as directory
from landfast.directory.rules import Line
from landfast.kernel import clock
from landfast.network import queries
from landfast.programmes.rules import NeedArea
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_

TUESDAY_10 = datetime(2030, 6, 4, 8, tzinfo=UTC)
TUESDAY_22 = datetime(2030, 6, 4, 20, tzinfo=UTC)
NIGHT = Line("Døgnvagten", "70 70 70 70", frozenset(), time(0), time(0), always=True)


@pytest.fixture
def lived(town):
    return started_course(town)


def test_by_day_the_coordinator_picks_up(town, lived):
    with as_(lived.citizen):
        card = queries.contact_card(lived.id, TUESDAY_10)
    assert card.held.holder.name == "Karen Koordinator"
    assert card.answers.name == "Karen Koordinator"


def test_at_night_the_line_of_the_house_picks_up_or_nobody(town, lived):
    with as_(lived.citizen):
        assert queries.contact_card(lived.id, TUESDAY_22).answers is None
    with as_(town.dorte):
        directory.set_organisation_lines(actor=town.dorte, unit_id=town.coordination, lines=[NIGHT])
    with as_(lived.citizen):
        assert queries.contact_card(lived.id, TUESDAY_22).answers.name == "Døgnvagten"


def test_the_card_takes_few_queries(town, lived, django_assert_max_num_queries):
    for person in (town.bo, town.anna, town.peter):
        in_the_team(lived, person, by=town.karen)
    with as_(lived.citizen), clock.at(TUESDAY_22), django_assert_max_num_queries(6):
        card = queries.contact_card(lived.id)
    assert len(card.members) == 3


def test_the_network_takes_three_queries(town, lived, django_assert_max_num_queries):
    in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen), django_assert_max_num_queries(3):
        queries.people_by_sphere(lived.id)


def test_empty_seats_follow_the_needs(town, lived):
    in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        [seat] = queries.seats(lived.id, [NeedArea.HOUSING, NeedArea.SUBSTANCE])
    assert seat.need is NeedArea.SUBSTANCE


def test_the_second_who_covers_stands_on_the_card_once(town, lived):
    """The second covers most often: twice the same name and number is one too many."""
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.mads.person_id,
            starts_on=clock.today(), ends_on=clock.today(),
        )  # fmt: skip
    with as_(lived.citizen):
        card = queries.contact_card(lived.id)
    assert (card.held.deputy.name, card.held.beside) == ("Mads Makker", None)


def test_a_helper_with_the_coordinator_s_name_stands_on_the_card_too(town):
    lived = started_course(town)
    namesake = town.hire("Karen Koordinator", town.social, "home_support")
    in_the_team(lived, namesake, by=lived.citizen)
    with as_(lived.citizen):
        card = queries.contact_card(lived.id)
    assert [one.person_id for one in card.helpers] == [namesake.person_id]
    assert card.held.holder.person_id != namesake.person_id
