"""Dates and owners in English, for those who chose it."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import translation

from landfast.kernel import clock, danish, english
from landfast.web.templatetags import landfast

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("apart", "said"),
    [
        *((-2, "two days ago"), (-1, "yesterday"), (0, "today"), (1, "tomorrow")),
        *((3, "in three days"), (-13, "13 days ago"), (14, "in two weeks"), (-7, "seven days ago")),
        *((61, "in two months"), (365, "in eleven months"), (-731, "two years ago")),
    ],
)
def test_a_date_is_said_as_one_says_it(apart, said):
    assert english.near(TODAY + timedelta(days=apart), TODAY) == said


def test_the_hour_is_said_on_near_days_only():
    at = datetime(2026, 11, 27, 10, tzinfo=clock.DENMARK)
    assert english.near(at, TODAY) == "tomorrow at 10:00"
    assert english.near(at + timedelta(days=5), TODAY) == "in six days"


def test_full_and_short_dates():
    assert english.day(TODAY) == "Thursday 26 November 2026"
    assert english.short_day(TODAY) == "26 Nov 2026"
    assert english.clock(datetime(2026, 1, 1, 9, 5, tzinfo=clock.DENMARK)) == "at 9:05"


@pytest.mark.parametrize("word", ["near", "day", "short_day", "clock", "genitive"])
def test_whatever_the_pages_say_in_danish_is_there_in_english(word):
    assert callable(getattr(english, word))
    assert callable(getattr(danish, word))


def test_the_pages_say_dates_and_owners_in_the_chosen_language():
    assert landfast.day(TODAY) == "torsdag 26. november 2026"
    assert landfast.genitive("Karen") == "Karens"
    with translation.override("en"):
        assert landfast.day(TODAY) == "Thursday 26 November 2026"
        assert landfast.genitive("Karen") == "Karen’s"
