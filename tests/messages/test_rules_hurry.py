"""What is urgent today, how long it is news, and whom it is told. No database."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from landfast.kernel.clock import DENMARK
from landfast.messages.rules import devices, news, own, urgent
from landfast.messages.rules.for_her import read_for_her
from landfast.messages.rules.hours import Hours
from landfast.messages.rules.news import NEWS_FOR, Happened
from landfast.messages.rules.urgent import BY_THEN, URGENT_FOR, Hurry
from landfast.messages.rules.ways import Failure, is_for_good
from landfast.messages.rules.words import Purpose
from tests.refusing import refusal_of

JYTTE, BO, ANNA = (UUID(int=n) for n in (1, 2, 3))
NOON = datetime(2026, 3, 2, 12, tzinfo=DENMARK)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NIGHT = Hours(time(22), time(7))


def happened(kind, *, at=NOON, **facts):
    return Happened(kind, at, BO, facts, citizen=JYTTE)


def called(starts_at, at=NOON):
    return happened("meeting.called", at=at, to=[str(ANNA)], starts_at=starts_at.isoformat())


@pytest.mark.parametrize(
    ("starts_at", "hurries"),
    [
        (NOON, False),
        (NOON + MINUTE, True),
        (NOON + 11 * HOUR, True),
        (NOON + URGENT_FOR, True),
        (NOON + URGENT_FOR + MINUTE, False),
    ],
    ids=["began", "soon", "tonight", "at midnight", "past midnight"],
)
def test_a_meeting_is_urgent_when_it_is_today_or_within_half_a_day(starts_at, hurries):
    found = urgent.urgent_for(called(starts_at), NOON)
    assert found == (Hurry(frozenset({JYTTE, ANNA}), starts_at) if hurries else Hurry())


def test_a_meeting_later_today_is_urgent_from_the_morning():
    morning = NOON.replace(hour=6)
    assert urgent.urgent_for(called(NOON.replace(hour=20), morning), morning).whom


@pytest.mark.parametrize(("ago", "hurries"), [(URGENT_FOR, True), (URGENT_FOR + MINUTE, False)])
def test_a_vacancy_is_urgent_for_half_a_day(ago, hurries):
    lost = happened("coordinator.lost", at=NOON - ago, cover=[str(ANNA)])
    assert (urgent.urgent_for(lost, NOON).whom == {ANNA}) is hurries


@pytest.mark.parametrize(
    ("now", "about", "is_away", "leaves"),
    [
        (NOON, None, False, True),
        (NOON, None, True, False),
        (NOON.replace(hour=23), None, False, False),
        (NOON.replace(hour=5), NOON.replace(hour=7) + BY_THEN - MINUTE, False, True),
        (NOON.replace(hour=5), NOON.replace(hour=7) + BY_THEN, False, False),
    ],
    ids=["by day", "on leave", "at night", "begins as quiet ends", "the morning is soon enough"],
)
def test_quiet_is_broken_only_for_what_begins_before_it_ends(now, about, is_away, leaves):
    assert urgent.may_leave_urgent(now, NIGHT, about, is_away=is_away) is leaves


@pytest.mark.parametrize(
    ("since", "about", "urgent_still"),
    [
        (NOON - URGENT_FOR, None, True),
        (NOON - URGENT_FOR - MINUTE, None, False),
        (NOON, NOON + MINUTE, True),
        (NOON, NOON, False),
    ],
)
def test_what_is_past_or_half_a_day_old_waits_for_the_daily_news(since, about, urgent_still):
    assert urgent.is_still_urgent(NOON, since, about) is urgent_still


@pytest.mark.parametrize(
    ("moment", "ends"),
    [
        (NOON.replace(hour=6, minute=59), date(2026, 3, 2)),
        (NOON.replace(hour=7), date(2026, 3, 3)),
        (NOON.replace(hour=23), date(2026, 3, 3)),
    ],
)
def test_quiet_ends_the_next_time_its_hour_comes(moment, ends):
    assert NIGHT.end_after(moment) == datetime.combine(ends, time(7), DENMARK)


@pytest.mark.parametrize(
    ("kind", "facts", "whom"),
    [
        ("minutes.published", {"to": [str(ANNA)]}, {ANNA}),
        ("plan.agreement_keep", {}, {BO}),
        ("wish.written", {}, set()),
    ],
)
def test_who_has_it_to_bring_into_a_record_is_whom_it_names_or_who_did_it(kind, facts, whom):
    assert news.records_of(happened(kind, **facts), NOON) == whom


def test_a_record_has_nothing_of_what_nobody_did_and_of_whom_is_not_to_be_told():
    by_itself = Happened("plan.agreement_keep", NOON, None, {}, citizen=JYTTE)
    untold = Happened("plan.agreement_keep", NOON, BO, {}, untold=frozenset({BO}))
    assert news.records_of(by_itself, NOON) == news.records_of(untold, NOON) == set()


@pytest.mark.parametrize(("ago", "is_new"), [(NEWS_FOR, True), (NEWS_FOR + MINUTE, False)])
def test_an_act_is_new_for_two_days_to_records_guests_and_who_reads_for_her(ago, is_new):
    at = NOON - ago
    published = happened("minutes.published", at=at, to=[str(ANNA)])
    assert bool(news.records_of(published, NOON)) is is_new
    assert bool(news.invited(called(NOON, at), NOON)) is is_new
    assert bool(read_for_her(published, [(ANNA, "meetings")], NOON)) is is_new


def test_what_may_be_an_attack_on_a_login_is_no_news():
    assert news.purpose_of("login.password_reset") is Purpose.CHANGED
    assert news.purpose_of("meeting.called") is Purpose.NEWS


@pytest.mark.parametrize("failure", Failure)
def test_what_an_address_refuses_is_not_tried_again_and_what_is_out_of_order_is(failure):
    assert is_for_good(failure) is failure.startswith("refused")


@pytest.mark.parametrize(
    ("asked_at", "tries", "code"),
    [
        (NOON - own.CODE_LASTS, own.CODE_TRIES - 1, None),
        (NOON - own.CODE_LASTS - MINUTE, 0, "code_too_old"),
        (NOON, own.CODE_TRIES, "code_too_old"),
        (None, 0, "code_too_old"),
    ],
)
def test_a_code_holds_for_half_an_hour_and_five_tries(asked_at, tries, code):
    assert refusal_of(own.check_code_holds, asked_at, tries, NOON) == code


def test_the_address_of_a_feed_is_secret_and_not_kept():
    one, other = own.new_feed_key(), own.new_feed_key()
    assert one != other
    assert own.digest_of(one) != own.digest_of(other)
    assert one not in own.digest_of(one)


def test_only_known_services_are_called_and_an_address_has_an_end():
    services = ["push.example.org"]
    path = "https://push.example.org/"
    longest = path + "x" * (devices.ENDPOINT_MAX - len(path))
    assert refusal_of(devices.check_endpoint, longest, services) is None
    for wrong in (f"{longest}x", "https://other.example.org/x", "https://[::1/x"):
        assert refusal_of(devices.check_endpoint, wrong, services) == "no_service"
