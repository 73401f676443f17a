"""Whom one can share with: few places, found by words, and whoever works here."""

from uuid import uuid4

import pytest

from landfast.journeys.share_topics import houses
from landfast.people.queries import UnitRow
from tests.web.sharing.pages import YES, at, who_wants_a_home


@pytest.fixture
def lived(town):
    return who_wants_a_home(town)


def test_places_are_few_are_found_by_words_and_named_once(town, lived, signed_in):
    me = signed_in(lived.citizen)
    page = me.get(at(lived, "ny")).content.decode()
    assert 'class="lf-more" open' in page, "her own municipality is seen at once"
    assert "Hele " in page
    some = me.get(at(lived, "ny"), {"q": "social handicap"}).content.decode()
    assert str(at(lived, "ny", "enhed", town.social)) in some
    assert "/ny/organisation/" in some, "the whole house is found with its place"
    none = me.get(at(lived, "ny"), {"q": "zzz"}).content.decode()
    assert "Ingen passer" in none
    assert "/ny/enhed/" not in none


def test_a_house_of_one_place_is_offered_once_by_one_name():
    one = UnitRow(uuid4(), "Lægerne", uuid4(), "Lægerne", "", coordinates_courses=False)
    house = uuid4()
    two = [
        UnitRow(uuid4(), name, house, "Region Fjord", "", coordinates_courses=False)
        for name in ("P4", "OPUS")
    ]
    every = houses([two[0], one, two[1]], "")
    assert [(row.name, len(row.units), row.is_one) for row in every] == [
        ("Region Fjord", 2, False), ("Lægerne", 1, True),
    ]  # fmt: skip
    assert [unit.name for row in houses([*two, one], "opus FJORD") for unit in row.units] == [
        "OPUS"
    ]
    assert not houses([*two, one], "opus FJORD")[0].is_one, "the rest of the house is still there"
    assert (one.full_name, two[0].full_name) == ("Lægerne", "P4, Region Fjord")


@pytest.mark.parametrize("who", ["karen", "dorte", "lars", "tove", "bo"])
def test_whoever_works_here_can_be_shared_with_and_finds_it(town, lived, signed_in, who):
    town.hire("Tove Administrator", town.coordination, "org_admin")
    somebody = signed_in(getattr(town, who))
    assert '<a href="/delt/"' in somebody.get("/min-adgang/").content.decode()
    signed_in(lived.citizen).post(at(lived, "ny", "enhed", town.coordination), YES)
    is_there = "Jytte Jensen" in somebody.get("/delt/").content.decode()
    assert is_there is (who != "bo")


def test_a_citizen_has_no_list_of_what_others_share(lived, signed_in):
    assert '"/delt/"' not in signed_in(lived.citizen).get("/mit/valg/").content.decode()
