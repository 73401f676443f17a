"""News at the edges: the last minute that it is new, the first that is quiet, a long address."""

from datetime import time, timedelta

import pytest

from landfast.kernel.refusals import Wrong
from landfast.messages import rules
from landfast.messages.rules import Hours, Way
from tests.factories.addresses import address_of
from tests.messages.test_rules import AWAKE, JYTTE, NOON, event


def test_an_act_is_news_for_two_days_and_not_a_minute_longer():
    told = event("minutes.shown", at=NOON - rules.NEWS_FOR)
    assert rules.told(told, NOON) == {JYTTE}
    assert rules.told(told, NOON + timedelta(minutes=1)) == frozenset()


@pytest.mark.parametrize(("hour", "quiet"), [(12, False), (13, True), (14, True), (15, False)])
def test_quiet_hours_by_day_begin_on_the_hour_and_end_on_it(hour, quiet):
    rest = Hours(time(13), time(15))
    assert rest.are_quiet(NOON.replace(hour=hour, minute=0)) is quiet


def test_an_address_may_be_as_long_as_mail_allows_and_no_longer():
    longest = address_of(rules.ADDRESS_MAX)
    rules.check_channel(Way.MAIL, longest, AWAKE)
    with pytest.raises(Wrong, match="for lang"):
        rules.check_channel(Way.MAIL, "a" + longest, AWAKE)
