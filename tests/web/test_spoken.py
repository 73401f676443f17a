"""An instant is said as it is in Denmark, whatever day it still is in Greenwich."""

from datetime import UTC, date, datetime

from landfast.paper import words
from landfast.web import spoken

AFTER_MIDNIGHT = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)
SUNDAY = date(2026, 11, 29)


def test_half_an_hour_past_midnight_is_the_new_day():
    assert spoken.day(AFTER_MIDNIGHT) == "søndag 29. november 2026"
    assert spoken.short_day(AFTER_MIDNIGHT) == "29. nov. 2026"
    assert spoken.as_known(AFTER_MIDNIGHT, "day") == "søndag 29. november 2026"
    assert spoken.clock(AFTER_MIDNIGHT) == "kl. 0.30"
    assert spoken.near(AFTER_MIDNIGHT, SUNDAY).startswith("i dag")


def test_paper_says_the_same_day():
    assert words.day(AFTER_MIDNIGHT) == "29. nov. 2026"
    assert words.moment(AFTER_MIDNIGHT) == "søndag 29. november 2026 kl. 0.30"


def test_a_date_stays_as_it_is():
    assert spoken.day(SUNDAY) == "søndag 29. november 2026"
