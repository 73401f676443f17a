"""Where a rule begins and ends to the day, and what an organisation's figure may be at most."""

from datetime import timedelta

import pytest

from landfast.kernel.refusals import Wrong
from landfast.redthread.rules.catalogue import rule_of
from landfast.redthread.rules.choosing import (
    DOCUMENT_MAX,
    GROUND_MAX,
    WHO_MAX,
    check_figure,
    check_ground,
)
from landfast.redthread.rules.measures import MEASURES
from tests.redthread.stories import MONDAY, at, finds

LOST = [("contact", "question")]


def stopped(day):
    return at(day, "benefit_change", change="stopped", reason="no_show")


def test_discharged_on_the_day_itself_she_was_not_ill_any_more():
    came, went = at(0, "admission"), at(40, "discharge")
    assert len(finds("RT-22", came, stopped(40))) == 1
    assert finds("RT-22", came, went, stopped(40)) == []
    assert finds("RT-22", came, at(0, "discharge"), stopped(40)) == []


def test_children_are_asked_about_for_a_year():
    assert len(finds("RT-23", at(0, "admission"), on=365, children=1)) == 1
    assert finds("RT-23", at(0, "admission"), on=366, children=1) == []


def test_who_came_in_time_leaves_no_sign_of_it():
    two = [at(1, "medication_stop"), at(1, "substance_use", level="new")]
    came = [at(0, "education_dropout"), *two, at(14, "context", ["youth_guidance"])]
    late = [at(0, "education_dropout"), *two, at(15, "context", ["youth_guidance"])]
    assert finds("ED-90", *came, on=20) == []
    assert len(finds("ED-90", *late, on=20)) == 1
    told = at(0, "education_dropout", ["youth_guidance"])
    assert len(finds("ED-01", told, on=15)) == 1, "who tells of it has not followed it up"


def test_income_given_the_same_day_is_told_of_that_loss_not_after_it():
    again = at(0, "benefit_change", change="granted")
    assert len(finds("ED-03", stopped(0), again)) == 1
    assert finds("ED-03", stopped(0), at(1, "benefit_change", change="granted")) == []


def test_the_last_that_was_lost_counts_and_its_own_interval():
    home, doctor = at(0, "contact_lost", ["home_support"]), at(5, "contact_lost", ["gp"])
    assert finds("ED-05", home, doctor, at(6, "home_visit", ["gp", "citizen"])) == []
    assert finds("ED-05", home, at(0, "home_visit", ["home_support", "citizen"])) == LOST
    often = at(0, "context", ["home_support"], contact_interval_days=30)
    lately = at(0, "contact_lost", ["home_support"], days_without_contact=20)
    assert finds("ED-05", often, lately) == []


def test_the_last_interval_that_was_agreed_counts_and_its_last_day():
    weekly = at(0, "context", ["home_support"], contact_interval_days=7)
    seldom = at(1, "context", ["gp"], contact_interval_days=60)
    assert finds("ED-05", weekly, on=15) == LOST
    assert finds("ED-05", weekly, seldom, on=15) == []
    assert finds("ED-05", weekly, at(14, "home_visit", ["home_support", "citizen"]), on=29) == LOST
    year = at(0, "context", ["gp"], contact_interval_days=7, precision="year")
    assert finds("ED-05", year, on=30) == []


def test_a_finding_of_a_need_has_the_rule_of_empty_seats():
    assert rule_of("MA-HOUSING").code == "MA-NEED"
    assert rule_of("RT-10").code == "RT-10"


@pytest.mark.parametrize("name", MEASURES)
def test_a_figure_may_be_the_least_and_the_most(name):
    for value in (MEASURES[name].least, MEASURES[name].most):
        assert check_figure(name, value) == value


def test_a_ground_may_be_as_long_as_its_field_and_of_today():
    most = ("x" * GROUND_MAX, "x" * DOCUMENT_MAX, "x" * WHO_MAX)
    assert check_ground(*most, MONDAY, MONDAY) == MONDAY
    for place in range(3):
        long = [*most]
        long[place] += "x"
        with pytest.raises(Wrong):
            check_ground(*long, MONDAY, MONDAY)
    with pytest.raises(Wrong):
        check_ground(*most, MONDAY + timedelta(days=1), MONDAY)
