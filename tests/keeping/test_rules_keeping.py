"""Years, days and steps: no state is skipped, and a deletion falls on a day somebody answers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from landfast.keeping import rules
from landfast.keeping.rules import KeepState, Kind
from landfast.kernel.business_days import is_business_day
from landfast.kernel.refusals import Wrong
from landfast.people.rules import OrganisationKind
from tests.refusing import refused

TODAY = date(2026, 11, 28)
DAYS = some.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("closed", "years", "blocked"),
    [
        (date(2026, 1, 1), 5, date(2032, 1, 1)),
        (date(2026, 12, 31), 5, date(2032, 1, 1)),
        (date(2024, 2, 29), 5, date(2030, 1, 1)),
        (date(2026, 6, 5), 10, date(2037, 1, 1)),
    ],
)
def test_the_years_are_counted_from_the_end_of_the_year_it_closed_in(closed, years, blocked):
    assert rules.block_on(closed, years) == blocked


@pytest.mark.parametrize(
    ("released", "deleted"),
    [
        (date(2026, 9, 29), date(2026, 12, 28)),  # ninety days: a Monday
        (date(2026, 9, 26), date(2026, 12, 28)),  # the second day of Christmas, then a Sunday
        (date(2026, 10, 3), date(2027, 1, 4)),  # New Year's Day, then a weekend
        (date(2026, 12, 26), date(2027, 3, 30)),  # Maundy Thursday and all of Easter
    ],
)
def test_a_deletion_waits_and_falls_on_a_business_day(released, deleted):
    assert rules.delete_on(released, 90) == deleted


@given(DAYS, some.sampled_from(rules.WAIT))
def test_it_is_never_sooner_than_she_was_told_and_never_on_a_holiday(released, wait):
    day = rules.delete_on(released, wait)
    assert released + timedelta(days=wait) <= day
    assert is_business_day(day)


@given(DAYS, some.sampled_from(rules.YEARS))
def test_nothing_is_blocked_before_all_its_years_have_gone(closed, years):
    day = rules.block_on(closed, years)
    assert (day.month, day.day) == (1, 1)
    assert day.year - closed.year == years + 1


def test_a_step_goes_one_state_at_a_time_and_back_until_it_is_gone():
    order = list(KeepState)
    for at, before in enumerate(order):
        beside = {order[at + 1]} if at + 1 < len(order) else set()
        beside |= {order[at - 1]} if at and before is not KeepState.DELETED else set()
        assert {after for after in order if rules.may_step(before, after)} == beside
    assert all(rules.may_step(before, after) for before, after in rules.BACK.items())


def test_every_kind_of_organisation_has_a_shipped_rule_with_its_source():
    assert set(rules.DEFAULTS) == {(one, kind) for one in OrganisationKind for kind in Kind}
    for rule in rules.DEFAULTS.values():
        rules.check_rule(rule.years, rule.wait_days, rule.source)
    public = {OrganisationKind.MUNICIPALITY, OrganisationKind.REGION, OrganisationKind.STATE}
    assert {one for (one, _), rule in rules.DEFAULTS.items() if rule.delivers} == public


@pytest.mark.parametrize(
    ("check", "field"),
    [
        (lambda: rules.check_rule(0, 90, "Plan"), "years"),
        (lambda: rules.check_rule(101, 90, "Plan"), "years"),
        (lambda: rules.check_rule(5, 29, "Plan"), "wait_days"),
        (lambda: rules.check_rule(5, 90, " "), "source"),
        (lambda: rules.check_reason(" "), "why"),
        (lambda: rules.check_back(KeepState.BLOCKED, None, TODAY), "until"),
        (lambda: rules.check_back(KeepState.BLOCKED, TODAY, TODAY), "until"),
        (lambda: rules.check_back(KeepState.BLOCKED, date(2040, 1, 1), TODAY), "until"),
        (lambda: rules.check_postpone(KeepState.CLOSED, TODAY, TODAY), "until"),
        (lambda: rules.check_until(TODAY - timedelta(days=1), TODAY), "until"),
        (lambda: rules.check_receipt(" "), "receipt"),
        (lambda: rules.check_second_eyes(1, 2, "A 1", "A 2"), "receipt"),
    ],
)
def test_what_is_missing_is_asked_for_at_its_field(check, field):
    with pytest.raises(Wrong) as refusal:
        check()
    assert refusal.value.field == field


@pytest.mark.parametrize("state", [KeepState.ACTIVE, KeepState.CLOSED, KeepState.DELETED])
def test_what_is_not_shut_away_or_gone_is_not_taken_back(state):
    with refused("not_to_take_back"):
        rules.check_back(state, TODAY, TODAY)


def test_two_pairs_of_eyes_are_two_people():
    with refused("same_eyes"):
        rules.check_second_eyes(1, 1, "A 1", "A 1")
    rules.check_second_eyes(1, 2, "A 1", " A 1 ")
    with refused("not_closed"):
        rules.check_postpone(KeepState.BLOCKED, TODAY, TODAY)
    rules.check_until(None, TODAY)
    rules.check_back(KeepState.DELIVERED, None, TODAY)
