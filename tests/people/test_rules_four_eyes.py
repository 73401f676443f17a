"""Two people let somebody in, and nobody lets themselves in. No database."""

import pytest

from landfast.people.rules import employing
from landfast.people.rules.employing import REASON_MAX
from tests.refusing import refusal_of


@pytest.mark.parametrize(
    ("second", "code"),
    [("berit", None), ("anders", "own_asking"), ("bo", "own_employment")],
    ids=["another", "who asked", "whose it is"],
)
def test_the_second_yes_to_an_employment_is_anothers(second, code):
    assert refusal_of(employing.check_may_agree, second, "anders", "bo") == code
    assert employing.may_agree(second, "anders", "bo") is (code is None)


@pytest.mark.parametrize(
    ("second", "code"), [("berit", None), ("anders", "own_asking"), ("bo", "own_asking")]
)
def test_the_second_yes_to_a_way_back_in_is_anothers(second, code):
    assert refusal_of(employing.check_may_give_way_back, second, "anders", "bo") == code
    assert employing.may_give_way_back(second, "anders", "bo") is (code is None)


@pytest.mark.parametrize(
    ("is_ours", "has_come_in", "reason", "code"),
    [
        (True, True, "x" * REASON_MAX, None),
        (True, True, "x" * (REASON_MAX + 1), "reason_too_long"),
        (True, True, " ", "no_reason"),
        (False, True, "Ny telefon", "works_elsewhere"),
        (True, False, "Ny telefon", "not_come_in_yet"),
    ],
)
def test_a_way_back_in_is_for_ones_own_who_have_been_in_with_a_reason(
    is_ours, has_come_in, reason, code
):
    asked = refusal_of(
        employing.check_can_ask_way_back, is_ours=is_ours, has_come_in=has_come_in, reason=reason
    )
    assert asked == code
