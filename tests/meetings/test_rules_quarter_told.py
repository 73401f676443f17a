"""What the planner is told of a quarter, and how its answer is kept. No database."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from landfast.kernel.clock import DENMARK
from landfast.meetings.rules import quarter
from landfast.meetings.rules.quarter import LONGEST, Quarter, Waiting
from landfast.meetings.rules.timing import AT_WORK, Attendee, House, TimeWish
from landfast.meetings.scheduling.shapes import Cost, Days, Placed, Plan, Reason, Weekly, Why
from tests.refusing import refusal_of

TODAY, MONDAY, FRIDAY = date(2027, 1, 4), date(2027, 1, 11), date(2027, 1, 15)
NINE = datetime.combine(MONDAY, time(9))
HALL, CLINIC = House("stuen", "Rådhuset", 6, 15), House("p3", "Afsnit P3", 8, 20)
MORNINGS = (Weekly(0, time(8), time(10)),)


def meeting(name="a", **more):
    return Waiting(
        name, f"c{name}", 60, 3, ("karen",), ("bo",), more.pop("wish", TimeWish()), **more
    )


def told(*meetings, staff=(), rooms=(HALL, CLINIC)):
    facts = Quarter(TODAY, Days(MONDAY, FRIDAY), meetings, staff, rooms)
    return quarter.problem_of(facts)


def the_only(**more):
    return told(meeting(**more)).meetings["a"]


def test_what_is_called_is_placed_first_then_what_has_a_time_then_what_waits():
    problem = told(
        meeting("a"), meeting("b", stands_at=NINE), meeting("d"),
        meeting("c", stands_at=NINE, is_called=True),
    )  # fmt: skip
    assert list(problem.meetings) == ["c", "b", "a", "d"]


def test_each_has_her_own_hours_and_who_has_written_none_those_of_the_house():
    people = told(staff=(Attendee("karen", MORNINGS), Attendee("bo"))).people
    assert (people["karen"].hours, people["bo"].hours) == (MORNINGS, AT_WORK)


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"stands_in": "p3"}, "Afsnit P3"),
        ({"stands_in": "p3", "own_place": "Hjemme"}, "Afsnit P3"),
        ({"own_place": "Hjemme"}, "Hjemme"),
        ({}, "Afsnit P3"),
        ({"stands_in": "p3", "wish": TimeWish(avoids=("Afsnit P3",))}, "Afsnit P3"),
    ],
    ids=["in a room", "rather than at home", "at home", "the first house", "though she avoids it"],
)
def test_a_meeting_stands_at_one_of_its_places(more, place):
    found = the_only(stands_at=NINE, **more)
    assert found.stands.place == place
    assert found.places.count(place) == 1


def test_without_a_time_it_stands_nowhere_and_those_asked_have_a_day_to_answer():
    assert the_only().stands is None
    assert the_only().notice == 1
    assert the_only(stands_at=NINE, is_called=True).notice == 0


@pytest.mark.parametrize(
    ("wish", "days"),
    [
        (TimeWish(FRIDAY, FRIDAY), Days(FRIDAY, FRIDAY)),
        (TimeWish(), Days(MONDAY, FRIDAY)),
        (TimeWish(date(2027, 2, 1)), Days(MONDAY, FRIDAY)),
    ],
)
def test_she_may_wish_for_one_day_and_for_none_of_them(wish, days):
    assert the_only(wish=wish).window == days


def test_what_a_time_costs_is_kept_by_kind_and_without_names():
    costs = (
        Cost("optional_absent", "bo", 4), Cost("optional_absent", "anna", 4), Cost("moved", "a", 9),
        Cost("off_target", "a", 1),
    )  # fmt: skip
    placed = Placed("a", NINE, "Rådhuset", "stuen", {}, ("karen",), costs)
    plan = Plan({"a": placed}, {"b": Why(Reason.TOGETHER, ())})
    facts = Quarter(TODAY, Days(MONDAY, FRIDAY), (meeting("a"), meeting("b")), (), ())
    found, left = quarter.kept(plan, facts, {"stuen": "Stuen, Rådhuset"})
    assert found.cost == {"optional_absent": 2, "moved": 1}
    assert (found.at, found.place) == (NINE.replace(tzinfo=DENMARK), "Stuen, Rådhuset")
    assert (left.id, left.at, left.why.reason) == ("b", None, Reason.TOGETHER)
    [unnamed, _] = quarter.kept(replace(plan, placed={"a": replace(placed, room=None)}), facts, {})
    assert unnamed.place == "Rådhuset"


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (TODAY, TODAY, None), (TODAY, TODAY + LONGEST, None),
        (TODAY, TODAY + LONGEST + timedelta(days=1), "too_long"),
    ],
)  # fmt: skip
def test_a_single_day_can_be_planned_and_a_hundred(first, last, code):
    assert refusal_of(quarter.check_run, first, last, TODAY, runs=False) == code
