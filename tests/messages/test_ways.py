"""By which way, how long, what is urgent: the rules in their own words."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.links import digits
from landfast.interop.sms.length import parts
from landfast.kernel.clock import DENMARK
from landfast.kernel.phones import dialled
from landfast.kernel.refusals import NotNow, Wrong
from landfast.messages.rules import (
    Happened,
    Hours,
    Purpose,
    Way,
    but_post,
    check_channel,
    invited,
    ways_for,
)
from landfast.messages.rules.for_her import read_for_her
from landfast.messages.rules.own import CODES_A_DAY, check_code_holds, check_may_ask_number
from landfast.messages.rules.urgent import is_still_urgent, may_leave_urgent, urgent_for
from landfast.paper import notices, short

NOON = datetime(2026, 3, 2, 12, tzinfo=DENMARK)
AWAKE = Hours(time(20), time(8))
ANNA, BO, JYTTE = uuid4(), uuid4(), uuid4()
ALL = frozenset({Way.MAIL, Way.SMS})
LONG_LINK = "https://landfast.en-meget-lang-kommune-i-danmark.dk"


def event(kind, actor=ANNA, at=NOON, **facts):
    return Happened(kind, at, actor, facts, citizen=JYTTE)


def off(at):
    return event("meeting.cancelled", to=[str(BO)], starts_at=at.isoformat())


def test_news_go_by_the_chosen_way_and_then_by_what_else_is_confirmed():
    assert ways_for(Purpose.NEWS, Way.SMS, ALL) == (Way.SMS, Way.MAIL)
    assert ways_for(Purpose.NEWS, Way.SMS, {Way.MAIL}) == (Way.MAIL,)
    assert ways_for(Purpose.NEWS, Way.NONE, ALL) == ()
    assert but_post((Way.POST, Way.SMS, Way.MAIL)) == (Way.SMS, Way.MAIL)


def test_what_is_urgent_goes_by_sms_first_and_only_so_for_who_wants_nothing_else():
    assert ways_for(Purpose.URGENT, Way.MAIL, ALL) == (Way.SMS, Way.MAIL)
    assert ways_for(Purpose.URGENT, Way.NONE, ALL) == (Way.SMS,)


def test_a_link_that_opens_a_login_goes_by_mail_alone():
    assert ways_for(Purpose.RESET, Way.SMS, ALL) == (Way.MAIL,)
    assert ways_for(Purpose.RESET, Way.SMS, {Way.SMS}) == ()
    assert ways_for(Purpose.CHANGED, Way.SMS, {Way.SMS}) == (Way.SMS,)


@given(
    st.sampled_from(Purpose), st.sampled_from(Way),
    st.sets(st.sampled_from([Way.MAIL, Way.SMS])),
)  # fmt: skip
def test_no_way_is_used_that_nobody_said_yes_to(purpose, chosen, ready):
    ways = ways_for(purpose, chosen, ready)
    assert len(ways) == len(set(ways))
    if purpose not in {Purpose.CONFIRM, Purpose.PHONE}:
        assert set(ways) <= ready
    if chosen is Way.NONE and purpose is Purpose.NEWS:
        assert ways == ()


def test_a_meeting_today_that_is_off_is_urgent_for_all_who_would_have_gone():
    assert urgent_for(off(NOON + timedelta(hours=2)), NOON).whom == {BO, JYTTE}
    assert urgent_for(off(NOON + timedelta(days=2)), NOON).whom == frozenset()
    assert urgent_for(off(NOON - timedelta(hours=1)), NOON).whom == frozenset()
    early = NOON.replace(hour=7) + timedelta(days=1)
    late = NOON.replace(hour=22)
    assert urgent_for(event("meeting.cancelled", at=late, starts_at=early.isoformat()), late).whom


def test_a_course_without_a_coordinator_is_urgent_for_who_covers_it_alone():
    assert urgent_for(event("coordinator.lost", cover=str(BO)), NOON).whom == {BO}
    assert urgent_for(event("plan.remind_before", to=[str(BO)]), NOON).whom == frozenset()


@pytest.mark.parametrize(
    ("hour", "meeting", "may"),
    [(5, 7, True), (5, 8, True), (5, 10, False), (12, 14, True), (5, 21, False), (21, 22, True)],
)
def test_quiet_is_broken_only_for_what_begins_before_it_ends(hour, meeting, may):
    about = NOON.replace(hour=meeting)
    assert may_leave_urgent(NOON.replace(hour=hour), AWAKE, about) is may
    assert not may_leave_urgent(NOON.replace(hour=hour), AWAKE, about, is_away=True)


def test_what_has_no_hour_waits_for_the_morning():
    assert not may_leave_urgent(NOON.replace(hour=5), AWAKE, None)
    assert may_leave_urgent(NOON, AWAKE, None)


def test_what_is_past_is_news_as_all_other():
    assert is_still_urgent(NOON, NOON - timedelta(hours=1), NOON + timedelta(hours=1))
    assert not is_still_urgent(NOON, NOON - timedelta(hours=1), NOON - timedelta(minutes=1))
    assert not is_still_urgent(NOON, NOON - timedelta(hours=13), None)


@given(st.times(), st.times(), st.integers(0, 60 * 24 * 30))
def test_quiet_ends_within_a_day_and_is_over_then(begins, ends, minutes):
    hours, at = Hours(begins, ends), NOON - timedelta(minutes=minutes)
    if hours.are_quiet(at):
        end = hours.end_after(at)
        assert at < end
        assert end.date() <= at.date() + timedelta(days=1)
        assert not hours.are_quiet(end)


def test_who_gets_a_letter_about_a_meeting_is_not_told_once_more():
    assert invited(off(NOON), NOON) == {BO}
    assert invited(event("minutes.shown"), NOON) == frozenset()
    assert invited(off(NOON), NOON + timedelta(days=3)) == frozenset()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("20 30 40 50", "+4520304050"), ("0045 20304050", "+4520304050"),
     ("+45 20-30-40-50", "+4520304050"),
     ("+46 70 123 45 67", "+46701234567"), ("2030405", ""), ("10 30 40 50", ""), ("", ""),
     ("tyve tredive", ""), ("+45 2030", ""), ("+", "")],
)  # fmt: skip
def test_a_number_as_it_is_dialled(typed, number):
    assert dialled(typed) == number


def test_sms_and_urgent_need_a_number():
    for way, is_urgent in ((Way.SMS, False), (Way.NONE, True)):
        with pytest.raises(Wrong, match="mobilnummer"):
            check_channel(way, "", AWAKE, "2030", is_urgent=is_urgent)
    check_channel(Way.SMS, "", AWAKE, "20304050")
    check_channel(Way.NONE, "", AWAKE, "")


def test_a_code_is_typed_soon_and_guessed_at_five_times():
    check_code_holds(NOON, 4, NOON + timedelta(minutes=29))
    for asked_at, tries, now in (
        (NOON, 5, NOON), (NOON, 0, NOON + timedelta(minutes=31)), (None, 0, NOON),
    ):  # fmt: skip
        with pytest.raises(NotNow):
            check_code_holds(asked_at, tries, now)
    check_may_ask_number(CODES_A_DAY - 1)
    with pytest.raises(Wrong):
        check_may_ask_number(CODES_A_DAY)


@given(st.text(max_size=30))
def test_a_code_is_six_digits_for_these_parts_alone(part):
    code = digits("phone", part)
    assert len(code) == 6
    assert code.isdecimal()
    assert code == digits("phone", part)


@pytest.mark.parametrize(
    ("text", "many"),
    [("", 1), ("æ" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("[" * 80, 1),
     ("[" * 81, 2), ("ł" * 70, 1), ("ł" * 71, 2), ("😀" * 35, 1), ("😀" * 36, 2)],
)  # fmt: skip
def test_how_many_parts(text, many):
    assert parts(text) == many


@pytest.mark.parametrize("is_neutral", [False, True])
@pytest.mark.parametrize("purpose", ["news", "urgent", "phone", "account", "changed"])
def test_each_sms_is_one_part_and_a_neutral_one_names_nobody(purpose, is_neutral):
    text = short.text(purpose, LONG_LINK, code="123456", is_neutral=is_neutral)
    assert parts(text) == 1
    if is_neutral or purpose == "phone":
        assert not any(word in text for word in ("Landfast", "http", "kommune"))


def test_a_neutral_mail_names_nobody():
    letter = notices.neutral("news")
    assert not any(word in letter.subject + letter.body for word in ("Landfast", "http"))


def test_who_reads_for_her_is_told_of_their_part_alone():
    readers = [(BO, "plan"), (ANNA, "meetings")]
    assert read_for_her(event("meeting.cancelled", actor=JYTTE), readers, NOON) == {ANNA}
    assert read_for_her(event("plan.agreement_break", actor=JYTTE), readers, NOON) == {BO}
    assert read_for_her(event("plan.agreement_break", actor=BO), readers, NOON) == frozenset()
    for kind in ("consent.read_by_law", "emergency.told", "coordinator.appointed"):
        assert read_for_her(event(kind, actor=JYTTE), readers, NOON) == frozenset()
    silenced = replace(event("meeting.cancelled", actor=JYTTE), untold=frozenset({ANNA}))
    assert read_for_her(silenced, readers, NOON) == frozenset()
    late = NOON + timedelta(days=3)
    assert read_for_her(event("meeting.cancelled", actor=JYTTE), readers, late) == frozenset()
