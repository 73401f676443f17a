"""What the planner is told of her wishes, of places and of days. No database."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from landfast.meetings.rules import timing
from landfast.meetings.rules.timing import (
    AT_WORK,
    LONGEST_SEARCH,
    Attendee,
    DayPart,
    Facts,
    House,
    TimeWish,
)
from landfast.meetings.scheduling.shapes import Days, Span, Weekly
from tests.refusing import refusal_of

FRIDAY = date(2027, 1, 8)
HALL, CLINIC = House("stuen", "Rådhuset", 6, 15), House("p3", "Afsnit P3", 8, 20)
MORNINGS = (Weekly(0, time(8), time(10)),)


def test_a_search_may_be_a_hundred_days():
    assert refusal_of(timing.check_wish, TimeWish(last=FRIDAY + LONGEST_SEARCH), FRIDAY) is None


@pytest.mark.parametrize(
    ("first", "last", "free"),
    [
        (date(2027, 1, 1), date(2027, 1, 1), {date(2027, 1, 1)}),
        (date(2026, 12, 28), date(2027, 1, 1), {date(2027, 1, 1)}),
        (date(2026, 12, 28), date(2026, 12, 31), set()),
    ],
)
def test_the_public_holidays_of_some_days_count_their_first_and_last(first, last, free):
    assert timing.free_days(Days(first, last)) == free


@pytest.mark.parametrize(
    ("own_place", "avoids", "found"),
    [
        ("", (), ("Afsnit P3", "Rådhuset")),
        ("Hjemme", (), ("Hjemme", "Afsnit P3", "Rådhuset")),
        ("Rådhuset", (), ("Rådhuset", "Afsnit P3")),
        ("", ("Afsnit P3",), ("Rådhuset",)),
        ("Rådhuset", ("Rådhuset",), ("Rådhuset", "Afsnit P3")),
    ],
)
def test_her_own_place_comes_first_and_what_she_avoids_not_at_all(own_place, avoids, found):
    assert timing.places((HALL, CLINIC), TimeWish(avoids=avoids), own_place) == found


def test_without_a_house_the_place_is_agreed_later():
    assert timing.places((), TimeWish(), "") == ("",)


def test_a_time_of_day_is_liked_on_each_day_of_the_week_and_a_day_from_midnight():
    liked = timing.likes(TimeWish(parts=(DayPart.MORNING,)))
    assert [one.weekday for one in liked] == list(range(7))
    assert timing.can(TimeWish(weekdays=(2,))) == (Weekly(2, time(0), time(23, 59)),)


def test_each_has_her_own_hours_and_who_has_written_none_those_of_the_house():
    staff = (Attendee("karen", MORNINGS), Attendee("bo"))
    people = timing.problem_of(Facts(FRIDAY, 60, 3, TimeWish(), staff)).people
    assert (people["karen"].hours, people["bo"].hours) == (MORNINGS, AT_WORK)


def test_slots_are_kept_on_every_such_day_of_the_search_but_those_released():
    mondays = [date(2027, 1, 11), date(2027, 1, 18)]
    facts = Facts(FRIDAY, 60, 3, TimeWish(), ())
    slots = [
        Span(datetime.combine(day, time(8)), datetime.combine(day, time(10))) for day in mondays
    ]
    assert timing.reserved(MORNINGS, facts, Days(mondays[0], mondays[1])) == slots
    assert timing.reserved(MORNINGS, facts, Days(mondays[0], date(2027, 1, 17))) == slots[:1]
    later = replace(facts, released=mondays[0])
    assert timing.reserved(MORNINGS, later, Days(mondays[0], mondays[1])) == slots[1:]
