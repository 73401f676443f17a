"""Another system's key: how long it holds, and who says the second yes. No database."""

from datetime import date, timedelta

import pytest

from landfast.login.rules import machines
from landfast.login.rules.machines import LASTS, NAME_MAX, KeyState
from tests.refusing import refusal_of

TODAY = date(2026, 3, 3)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("agreed", "ended", "last_day", "state"),
    [
        (False, False, TODAY, KeyState.WAITS),
        (True, False, TODAY, KeyState.HOLDS),
        (True, False, TODAY + DAY, KeyState.HOLDS),
        (True, False, TODAY - DAY, KeyState.EXPIRED),
        (False, False, TODAY - DAY, KeyState.EXPIRED),
        (True, True, TODAY + DAY, KeyState.ENDED),
        (True, True, TODAY - DAY, KeyState.ENDED),
    ],
)
def test_a_key_holds_from_the_second_yes_to_the_end_of_its_last_day(agreed, ended, last_day, state):
    told = machines.state_of(agreed=agreed, ended=ended, last_day=last_day, on=TODAY)
    assert told is state


@pytest.mark.parametrize(
    ("name", "last_day", "code"),
    [
        (" ", TODAY, "no_name"),
        ("x" * NAME_MAX, TODAY, None),
        ("x" * (NAME_MAX + 1), TODAY, "name_too_long"),
        ("Akutmodtagelsen", TODAY + LASTS, None),
        ("Akutmodtagelsen", TODAY + LASTS + DAY, "not_within_a_year"),
        ("Akutmodtagelsen", TODAY - DAY, "not_within_a_year"),
    ],
)
def test_a_key_says_which_system_has_it_and_ends_within_a_year(name, last_day, code):
    assert refusal_of(machines.check_key, name, last_day, TODAY) == code


def test_who_made_a_key_does_not_say_the_second_yes():
    assert refusal_of(machines.check_may_agree, "anders", "anders") == "own_key"
    assert refusal_of(machines.check_may_agree, "berit", "anders") is None


@pytest.mark.parametrize("state", KeyState)
def test_only_a_key_that_waits_shows_the_button_and_only_to_another(state):
    assert machines.may_agree(state, "berit", "anders") is (state is KeyState.WAITS)
    assert machines.may_agree(state, "anders", "anders") is False


def test_systems_write_an_employees_name_in_large_and_small_letters():
    assert machines.as_known(" KAHO01 ") == machines.as_known("kaho01") == "kaho01"
