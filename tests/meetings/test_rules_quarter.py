"""A quarter as one problem: what waits, what stands, and what a plan says of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings.rules import Part, Reflects, quarter
from landfast.meetings.rules.formats import PartRule
from landfast.meetings.rules.quarter import Quarter, Waiting
from landfast.meetings.rules.reflectors import Sitting, reflector_seats
from landfast.meetings.rules.timing import AT_WORK, Attendee, House, TimeWish
from landfast.meetings.rules.words import PlanState
from landfast.meetings.scheduling import check, first_come, plan_data, solve
from landfast.meetings.scheduling.shapes import Days, Reason, Seat, Why
from landfast.meetings.scheduling.writing import problem_data

MONDAY, FRIDAY = date(2027, 1, 11), date(2027, 1, 15)
NINE = datetime.combine(MONDAY + timedelta(days=1), time(9))
STAFF = tuple(Attendee(who, AT_WORK, base="Rådhuset", is_ours=True) for who in ("karen", "bo"))
ROOM = House("stuen", "Rådhuset", 6, 15)


def meeting(name, **more):
    return Waiting(name, f"c{name}", 60, 3, ("karen",), ("bo",), TimeWish(), **more)


def planned(*meetings):
    facts = Quarter(date(2027, 1, 4), Days(MONDAY, FRIDAY), meetings, STAFF, (ROOM,))
    problem = quarter.problem_of(facts)
    plan = solve(problem, 5.0)
    assert check(problem_data(problem), plan_data(problem, plan)) == []
    return {one.id: one for one in quarter.kept(plan, facts, {"stuen": "Stuen, Rådhuset"})}


def test_each_gets_a_time_of_its_own_and_its_room_by_name():
    found = planned(meeting("a"), meeting("b"), meeting("c"))
    assert len({one.at for one in found.values()}) == 3
    assert {one.place for one in found.values()} == {"Stuen, Rådhuset"}


def test_what_has_been_called_stands_and_is_not_in_the_plan():
    called = meeting("a", stands_at=NINE, stands_in="stuen", is_called=True)
    wish = TimeWish(weekdays=(1,))
    found = planned(called, replace(meeting("b"), wish=wish))
    assert set(found) == {"b"}
    assert found["b"].at.replace(tzinfo=None) != NINE


def test_what_had_a_time_keeps_it_and_a_newcomer_moves_nobody():
    had = [
        meeting(name, stands_at=NINE + timedelta(hours=n), stands_in="stuen")
        for n, name in enumerate("abc")
    ]
    found = planned(*had, meeting("ny"))
    assert [found[one.id].at.replace(tzinfo=None) for one in had] == [one.stands_at for one in had]
    assert not any("moved" in one.cost for one in found.values())


def test_even_first_come_first_served_leaves_what_stands_where_it_stands():
    had = meeting("b", stands_at=NINE, stands_in="stuen")
    facts = Quarter(date(2027, 1, 4), Days(MONDAY, FRIDAY), (meeting("a"), had), STAFF, (ROOM,))
    assert first_come(quarter.problem_of(facts)).placed["b"].starts == NINE


def test_the_format_s_notice_is_given_and_what_stands_nearer_stays():
    """Planned on Monday the 4th: seven business days are Wednesday the 13th."""
    near = meeting("near", stands_at=NINE, stands_in="stuen", notice=7)
    found = planned(meeting("far", notice=7), near, meeting("soon"))
    assert found["far"].at.date() == date(2027, 1, 13)
    assert found["soon"].at.date() == MONDAY
    assert found["near"].at.replace(tzinfo=None) == NINE
    assert planned(meeting("never", notice=30))["never"].why.reason is Reason.NOTICE


def test_who_gets_no_time_is_told_why():
    never = replace(meeting("a"), wish=TimeWish(weekdays=(6,)))
    (left,) = planned(never).values()
    assert (left.at, left.cost) == (None, {})
    assert left.why == Why(Reason.CITIZEN)


@given(st.builds(Why, st.sampled_from(Reason), st.lists(st.text()).map(tuple)))
def test_why_is_kept_as_a_code_and_read_back(why):
    assert quarter.read_why(quarter.written(why)) == why


def test_a_sentence_from_an_earlier_plan_is_not_read():
    assert quarter.read_why("Perioden er forbi.") is None
    assert quarter.read_why(quarter.written(None)) is None


def test_a_wish_outside_the_weeks_that_are_planned_takes_all_of_them():
    wish = TimeWish(date(2027, 3, 1), date(2027, 3, 9))
    assert planned(replace(meeting("a"), wish=wish))["a"].at is not None


RULE = PartRule(Part.REFLECTOR, frozenset({"*professional"}), 1, None, "Reflekterer")
THERE = (Sitting("bo", "home_support"), Sitting("anna", "ward_staff"))


def seats(there=THERE, reflects=Reflects.REFLECTORS, must=(), **rule):
    return reflector_seats(reflects, (replace(RULE, **rule),), there, must)


def test_reflectors_are_sought_among_the_qualified_without_a_part():
    assert seats() == (Seat("reflector", 1, ("bo", "anna")),)
    assert seats(roles=frozenset({"ward_staff"})) == (Seat("reflector", 1, ("anna",)),)
    assert seats(must=("bo",)) == (Seat("reflector", 1, ("anna",)),)


def test_no_more_reflectors_are_sought_than_are_missing_and_can_be_found():
    chosen = (*THERE, Sitting("per", "doctor", Part.REFLECTOR))
    assert seats(chosen) == ()
    assert seats(chosen, least=2) == (Seat("reflector", 1, ("bo", "anna")),)
    assert seats(least=3) == (), "too few: the leader is told when it is called"
    assert seats(reflects=Reflects.PROFESSIONALS) == ()
    assert reflector_seats(Reflects.REFLECTORS, (), THERE, ()) == ()


def test_a_reflector_is_chosen_where_one_is_free_and_costs_no_absence():
    seat = Seat("reflector", 1, ("bo",))
    found = planned(meeting("a", seats=(seat,)), meeting("b"))
    assert found["a"].seats == {"reflector": ("bo",)}
    assert found["a"].cost == {}
    assert found["b"].seats == {}


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 11, 29), date(2027, 1, 1), date(2027, 3, 31)),
        (date(2027, 1, 1), date(2027, 4, 1), date(2027, 6, 30)),
        (date(2027, 6, 30), date(2027, 7, 1), date(2027, 9, 30)),
        (date(2027, 8, 1), date(2027, 10, 1), date(2027, 12, 31)),
    ],
)
def test_the_next_quarter(day, first, last):
    assert quarter.next_quarter(day) == Days(first, last)


@pytest.mark.parametrize(
    ("first", "last", "runs", "code"),
    [
        (FRIDAY, MONDAY, False, "ends_early"),
        (date(2026, 1, 1), date(2026, 1, 2), False, "is_past"),
        (MONDAY, date(2027, 6, 1), False, "too_long"), (MONDAY, FRIDAY, True, "already_runs"),
    ],
)  # fmt: skip
def test_weeks_lie_ahead_and_are_planned_once_at_a_time(first, last, runs, code):
    with pytest.raises((Wrong, NotNow)) as refused:
        quarter.check_run(first, last, date(2027, 1, 4), runs=runs)
    assert refused.value.code == code


def test_a_planner_that_was_not_heard_of_is_begun_again_and_a_plan_is_taken_once():
    now = datetime(2027, 1, 4, tzinfo=UTC)
    assert quarter.is_lost(None, now)
    assert quarter.is_lost(now - timedelta(seconds=121), now)
    assert not quarter.is_lost(now - timedelta(seconds=120), now)
    quarter.check_takes(PlanState.DONE)
    for state in set(PlanState) - {PlanState.DONE}:
        with pytest.raises(NotNow):
            quarter.check_takes(state)
