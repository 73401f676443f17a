"""Somebody is in the team once, and history is not rewritten."""

from landfast.network import rules
from tests.refusing import refused


def test_somebody_is_in_the_team_once():
    rules.check_not_in_team(is_member=False)
    with refused("in_the_team", "person_id"):
        rules.check_not_in_team(is_member=True)


def test_who_has_left_is_not_taken_off_again():
    rules.check_still_there(has_left=False)
    with refused("has_left"):
        rules.check_still_there(has_left=True)
