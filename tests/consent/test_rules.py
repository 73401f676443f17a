"""What a yes, a no and a withdrawal need."""

import pytest

from landfast.consent import rules
from landfast.consent.rules import ConsentState, How
from landfast.kernel.refusals import NotNow, Wrong


@pytest.mark.parametrize(
    ("how", "by_citizen", "fits"),
    [
        (How.SELF, True, True),
        (How.ORALLY, False, True),
        (How.ON_PAPER, False, True),
        (How.SELF, False, False),
        (How.ORALLY, True, False),
    ],
)
def test_only_the_citizen_says_it_herself(how, by_citizen, fits):
    if fits:
        rules.check_how(how, by_citizen=by_citizen)
    else:
        with pytest.raises(Wrong, match="how_she_said_it"):
            rules.check_how(how, by_citizen=by_citizen)


def test_a_yes_is_to_something():
    with pytest.raises(Wrong):
        rules.check_purpose("  ")
    with pytest.raises(Wrong):
        rules.check_purpose("x" * 301)


def test_a_no_can_become_a_yes_but_a_yes_is_given_once():
    rules.check_may_allow(ConsentState.REFUSED, is_over=False, is_staff=True)
    with pytest.raises(NotNow):
        rules.check_may_allow(ConsentState.GIVEN, is_over=False, is_staff=True)


def test_no_new_access_to_a_course_that_is_over():
    with pytest.raises(NotNow):
        rules.check_may_allow(None, is_over=True, is_staff=True)


def test_only_employees_get_access():
    with pytest.raises(Wrong):
        rules.check_may_allow(None, is_over=False, is_staff=False)


@pytest.mark.parametrize("standing", [None, *ConsentState])
def test_the_button_and_the_gate_agree_on_withdrawal(standing):
    try:
        rules.check_may_withdraw(standing)
        passed = True
    except NotNow:
        passed = False
    assert rules.may_withdraw(standing) is passed
