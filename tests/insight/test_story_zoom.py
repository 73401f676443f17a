"""From years to days (D7), what was worth a look and is over, and seats that were empty."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.insight.storyline import Flag, Kind, Scale, Story, lines, picture, sifted, window
from landfast.insight.storyline.lengths import A_DAY
from landfast.insight.storyline.positions import BAND, MARK, WIDTH
from landfast.insight.storyline.seats import Sat, empty_seats
from landfast.insight.storyline.window import begins
from landfast.insight.storyline.zooming import around, beside, parts, ticks
from landfast.programmes.rules import NeedArea, need_roles
from tests.insight.test_story_line import LIVED, TODAY, event, seen

DAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("asked", "scale", "first", "last"),
    [("2026-W02", Scale.WEEK, DAY, date(2026, 1, 11)), ("2026-01-05", Scale.DAY, DAY, DAY),
     ("2026-W01", Scale.WEEK, date(2025, 12, 29), date(2026, 1, 4))],
)  # fmt: skip
def test_a_week_begins_on_a_monday_and_a_day_is_a_day(asked, scale, first, last):
    there = window(asked, LIVED, TODAY)
    assert (there.scale, there.first, there.last, there.asks) == (scale, first, last, asked)


def test_a_year_opens_months_a_month_weeks_a_week_days_and_a_day_nothing():
    there, asked = window("2026", LIVED, TODAY), ["2026"]
    while found := parts(there):
        there = found[0]
        asked.append(there.asks)
    assert asked == ["2026", "2026-01", "2026-W01", "2025-12-29"]
    assert [one.scale for one in ticks(window("2026-W02", LIVED, TODAY))] == [Scale.DAY] * 7


def test_in_january_one_begins_with_twelve_months_and_not_with_a_year_of_some_days():
    there = begins(LIVED, TODAY, to_citizen=False)
    told = window(there, LIVED, TODAY)
    assert (told.scale, told.asks) == (Scale.TWELVE, there)
    assert told.last - told.first in {A_DAY * 364, A_DAY * 365}
    assert told.holds(max(LIVED.days)), "the newest that happened is seen"
    assert (told.first.day, (told.last + A_DAY).day) == (1, 1)
    assert len(parts(told)) == 12
    assert {one.scale for one in parts(told)} == {Scale.MONTH}
    assert around(told) is None, "one step further away is the whole"
    assert begins(Story(), TODAY, to_citizen=True) == f"til-{TODAY:%Y-%m}"
    assert begins(Story(), TODAY, to_citizen=False) == "", "a short course is seen whole"


@given(st.dates(date(2019, 3, 1), TODAY))
def test_twelve_months_follow_on_twelve_months(day):
    there = window(f"til-{day:%Y-%m}", LIVED, TODAY)
    before, after = beside(there, window("", LIVED, TODAY))
    assert there.holds(day)
    assert before is None or before.last + A_DAY == there.first
    assert after is None or after.first == there.last + A_DAY
    assert (before is None) == (there.first <= date(2019, 3, 1))
    assert (after is None) == (there.last >= TODAY)


def test_twelve_months_that_cannot_be_are_the_whole():
    for asked in ("til-2026-13", "til-0001-01", "til-2026", "til-", "til-til-2026-01"):
        assert window(asked, LIVED, TODAY).scale is Scale.WHOLE


@given(st.dates(date(2019, 3, 1), TODAY), st.sampled_from(["%Y", "%Y-%m", "%G-W%V", "til-%Y-%m"]))
def test_the_parts_of_a_time_hold_each_of_its_days_once(day, form):
    there = window(f"{day:{form}}", LIVED, TODAY)
    found = parts(there)
    assert all(two.first == one.last + A_DAY for one, two in itertools.pairwise(found))
    assert found[0].first <= there.first <= there.last <= found[-1].last
    assert sum(one.holds(day) for one in found) == 1


@given(st.dates(date(2019, 3, 1), TODAY))
def test_each_step_out_holds_the_middle_of_the_step_in(day):
    there = window(f"{day}", LIVED, TODAY)
    for scale in (Scale.WEEK, Scale.MONTH, Scale.YEAR):
        out = around(there)
        assert out
        assert out.scale is scale
        assert out.holds(there.first, there.last)
        there = out
    assert around(there) is None


def test_the_next_week_and_the_day_before_end_where_the_story_does():
    whole = window("", LIVED, TODAY)
    before, after = beside(window("2026-W02", LIVED, TODAY), whole)
    assert before
    assert after
    assert (before.asks, after.asks) == ("2026-W01", "2026-W03")
    assert beside(window(f"{TODAY}", LIVED, TODAY), whole)[1] is None


@pytest.mark.parametrize("asked", ["2026-W02", "2026-01-05"])
def test_near_by_what_happened_on_one_day_stands_side_by_side(asked):
    story = Story(tuple(event(f"e{n}", DAY) for n in range(5)))
    _there, _rows, drawn = seen(asked, story)
    places = sorted(mark.x for mark in drawn.marks)
    assert [mark.numbers for mark in drawn.marks] == [(n,) for n in range(1, 6)]
    assert all(b - a >= MARK for a, b in itertools.pairwise(places))


def test_what_is_over_is_a_mark_of_its_own_with_how_long_it_stood():
    past = Flag("f", DAY, "Ingen fulgte op.", "Vi ser på det.", until=date(2026, 1, 9))
    story = Story(flags=(past, Flag("g", date(2026, 1, 20), "Ingen.", "Vi ser på det.")))
    _there, _rows, drawn = seen("2026-01", story)
    gone, stands = drawn.marks
    assert (gone.is_over, stands.is_over, stands.reach) == (True, False, None)
    assert gone.reach == (pytest.approx(WIDTH * 4 / 31), pytest.approx(WIDTH * 9 / 31))


HOME, MONEY = NeedArea.HOUSING, NeedArea.ECONOMY


def gaps(sat, told=None, refused=None):
    found = empty_seats(told or {HOME: DAY}, sat, refused or {})
    return [(one.name, one.since, one.until) for one in found]


def later(days):
    return DAY + timedelta(days=days)


def test_a_seat_is_empty_from_the_day_that_the_need_was_told_until_somebody_sits_there():
    assert gaps([]) == [("housing", DAY, None)]
    assert gaps([Sat("ward_staff", DAY, None)]) == [("housing", DAY, None)]
    home = min(need_roles()[HOME].any_of)
    assert gaps([Sat(home, later(9), later(20))]) == [
        ("housing", DAY, later(9)), ("housing", later(20), None),
    ]  # fmt: skip
    assert gaps([Sat(home, later(-9), None)]) == []


def test_her_no_ends_it():
    assert gaps([], refused={HOME: later(3)}) == [("housing", DAY, later(3))]
    assert gaps([], refused={HOME: DAY}) == []


def test_two_seats_at_once_take_a_row_each_and_go_with_what_is_worth_a_look():
    told = {HOME: DAY, MONEY: later(2)}
    story = Story(seats=tuple(empty_seats(told, [], {})))
    there = window("2026", story, TODAY)
    drawn = picture(story, there, lines(story, there), TODAY)
    [band] = [one for one in drawn.bands if one.name == "seats"]
    assert band.height == 2 * BAND
    assert len({bar.y for bar in drawn.bars}) == 2
    assert sifted(story, kind=Kind.FINDING).seats
    assert not sifted(story, kind=Kind.PROMISE).seats
