"""What leaders see of the rules: numbers of many, nothing of few, no order by size."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.insight.rules_found import FEW_COURSES, FEW_HOLDERS, found_of, in_order, told_and_few
from landfast.redthread.queries.counting import Counted

UNIT = UUID(int=1)


def row(code="RT-10", **changes):
    usual = {"open": 7, "came": 9, "ended": 5, "days": 12.0, "courses": 8, "holders": 3}
    return Counted(UNIT, code, **usual | changes)


def told(**changes):
    one = found_of(row(**changes), "Koordinatorteamet")
    return one.open, one.came, one.days


def test_numbers_of_many_courses_in_many_hands_are_told():
    assert told() == (7, 9, 12.0)
    assert told(courses=5, open=0) == (0, 9, 12.0)


@pytest.mark.parametrize("few", [{"courses": 4}, {"holders": 2}, {"courses": 0}])
def test_numbers_of_few_are_not(few):
    assert told(**few) == (None, None, None)


def test_how_long_is_told_when_enough_have_ended():
    assert told(ended=4) == (7, 9, None)


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_whatever_is_told_is_of_enough(courses, holders, opened, ended):
    of_few = courses < FEW_COURSES or holders < FEW_HOLDERS
    shown = told(courses=courses, holders=holders, open=opened, ended=ended)
    assert (shown[0] is None) is of_few
    assert shown[2] is None or (not of_few and ended >= FEW_COURSES)


def test_what_can_be_told_is_shown_and_the_rest_is_a_number_of_rules():
    rows = [
        found_of(row("RT-01", courses=2), "A"), found_of(row("RT-10"), "A"),
        found_of(row("RT-12", holders=1), "A"), found_of(row("RT-12", courses=1), "B"),
    ]  # fmt: skip
    shown, few = told_and_few(rows)
    assert [(one.unit, one.rule.code) for one in shown] == [("A", "RT-10")]
    assert few == [("A", 2), ("B", 1)]


def test_units_stand_by_name_and_rules_as_in_the_catalogue():
    rows = [
        found_of(row("MA-HOUSING"), "A"), found_of(row("RT-10", open=1), "B"),
        found_of(row("RT-02"), "A"), found_of(row("RT-01", open=90), "B"),
    ]  # fmt: skip
    assert [(one.unit, one.rule.code) for one in in_order(rows)] == [
        ("A", "RT-02"), ("A", "MA-NEED"), ("B", "RT-01"), ("B", "RT-10"),
    ]  # fmt: skip
