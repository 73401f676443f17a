"""The page of an act is for whose it is: somebody else's promise is not offered to a colleague."""

import pytest
from django.urls import reverse

from tests.factories.plan import accepted, proposed, with_team


@pytest.fixture
def lived(town):
    town.hire("Nora Nabo", town.social, "home_support")
    return with_team(town, town.bo, town.nora)


def offered(person, name, lived, agreement):
    return person.get(reverse(name, args=[lived.id, agreement])).status_code


@pytest.mark.parametrize("name", ["accept_agreement", "decline_agreement", "change_proposal",
                                  "price_agreement", "lapse_agreement"])  # fmt: skip
def test_a_proposal_is_answered_by_who_is_asked(town, lived, signed_in, name):
    asked = proposed(town, lived, town.bo)
    assert offered(signed_in(town.nora), name, lived, asked) == 403
    whose = town.karen if name == "lapse_agreement" else town.bo
    assert offered(signed_in(whose), name, lived, asked) == 200


def test_a_promise_is_reported_by_its_maker_or_who_follows_up(town, lived, signed_in):
    made = accepted(town, lived, town.bo)
    nora = signed_in(town.nora)
    for name in ("report_agreement", "dispute_bill"):
        assert offered(nora, name, lived, made) == 403, name
    for who in (town.bo, town.karen):
        assert offered(signed_in(who), "report_agreement", lived, made) == 200


def test_nobody_else_names_a_keeper_or_hands_one_back(town, lived, signed_in):
    made, nora = accepted(town, lived, town.bo), signed_in(town.nora)
    for name in ("name_keeper", "hand_back_agreement"):
        assert offered(nora, name, lived, made) in {403, 409}, name


def test_an_open_proposal_is_anybodys_of_the_team(town, lived, signed_in):
    asked = proposed(town, lived, None)
    for who in (town.bo, town.nora):
        assert offered(signed_in(who), "accept_agreement", lived, asked) == 200
