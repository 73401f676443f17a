"""A clock that counts somebody's own hours: leave, days off and public holidays do not count."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.actor import SYSTEM
from landfast.kernel import clock
from landfast.kernel.business_hours import add_business_hours, add_hours
from landfast.kernel.clock import DENMARK
from landfast.people import actions as people
from landfast.people import queries
from landfast.people.rules import Away, Hours, LeaveKind, open_on
from tests.factories.town import as_

TUESDAY = datetime(2026, 12, 1, 10, tzinfo=DENMARK)
MORNINGS = [Hours(day, time(8), time(12)) for day in (0, 1, 3)]


def after(hours, own, away=()):
    return add_hours(TUESDAY, hours, lambda day: open_on(own, list(away), day))


@pytest.mark.parametrize(
    ("hours", "away", "then"),
    [
        (2, [], datetime(2026, 12, 1, 12, tzinfo=DENMARK)),
        (3, [], datetime(2026, 12, 3, 9, tzinfo=DENMARK)),
        (8, [], datetime(2026, 12, 7, 10, tzinfo=DENMARK)),
        (3, [Away(date(2026, 12, 3), date(2026, 12, 4))], datetime(2026, 12, 7, 9, tzinfo=DENMARK)),
    ],
)
def test_only_her_own_hours_count(hours, away, then):
    assert after(hours, MORNINGS, away) == then


def test_whose_hours_nobody_has_noted_works_as_business_does():
    for hours in (1, 6, 16, 40):
        assert after(hours, []) == add_business_hours(TUESDAY, hours)


def test_christmas_is_nobodys_working_day():
    assert open_on([Hours(4, time(8), time(15))], [], date(2026, 12, 25)) == []


def test_who_is_never_there_has_no_clock_of_her_own():
    assert after(1, MORNINGS, [Away(date(2026, 11, 1), None)]) is None


@given(hours=st.integers(1, 80), more=st.integers(0, 20))
def test_more_hours_never_end_sooner(hours, more):
    assert after(hours, MORNINGS) <= after(hours + more, MORNINGS)


@pytest.mark.django_db
def test_a_leaders_leave_moves_her_clock(town):
    with clock.at(TUESDAY), as_(SYSTEM):
        plain = queries.after_hours_at_work(town.lars.person_id, 16)
        away = TUESDAY.date() + timedelta(days=1)
        people.note_leave(
            person_id=town.lars.person_id, starts_on=away, ends_on=away, kind=LeaveKind.PLANNED
        )
        assert queries.after_hours_at_work(town.lars.person_id, 16) > plain
