"""Who is told of what, and when a message may leave."""

from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import NotNow, Wrong
from landfast.messages import rules
from landfast.messages.rules import Happened, Hours, Way
from landfast.messages.rules.for_her import read_for_her

NOON = datetime(2026, 3, 2, 12, tzinfo=DENMARK)
AWAKE = Hours(time(20), time(8))
ANNA, BO, JYTTE = uuid4(), uuid4(), uuid4()


def event(kind: str, actor: UUID | None = ANNA, at: datetime = NOON, **facts) -> Happened:
    return Happened(kind, at, actor, facts, citizen=JYTTE, holders=(ANNA,))


def test_the_maker_hears_of_a_proposal_and_nobody_hears_of_their_own_act():
    assert rules.told(event("plan.agreement_propose", maker=str(BO)), NOON) == {BO}
    assert rules.told(event("plan.agreement_propose", maker=str(ANNA)), NOON) == frozenset()


def test_what_the_whole_team_is_asked_for_is_news_to_all_but_who_asks():
    asked = event("plan.agreement_propose", maker=None, team=[str(ANNA), str(BO)])
    assert rules.told(asked, NOON) == {BO}


def test_a_broken_promise_reaches_the_coordinator_and_the_citizen():
    assert rules.told(event("plan.agreement_break", actor=BO), NOON) == {ANNA, JYTTE}


def test_who_holds_the_threads_hears_that_she_says_it_is_not_so():
    assert rules.told(event("finding.contested", actor=JYTTE), NOON) == {ANNA}


def test_those_at_the_table_hear_that_a_meeting_is_near():
    told = rules.told(event("meeting.near", to=[str(BO), str(ANNA)]), NOON)
    assert told == {BO, JYTTE}


def test_she_is_not_reminded_of_a_meeting_without_her():
    near = event("meeting.near", to=[str(BO)], without_her=True)
    assert rules.told(near, NOON) == {BO}
    assert read_for_her(near, [(ANNA, "meetings")], NOON) == frozenset()


@pytest.mark.parametrize(
    ("facts", "hears"),
    [
        ({"changed": ["starts_at"], "to": [str(JYTTE)]}, True),
        ({"changed": ["place", "breaks"], "to": [str(JYTTE)]}, True),
        ({"changed": ["breaks"], "to": [str(JYTTE)]}, False),
        ({"changed": ["starts_at"], "to": []}, False),
        ({}, False),
    ],
)
@pytest.mark.parametrize("by", [BO, JYTTE])
def test_who_reads_for_her_hears_that_a_called_meeting_was_moved_whoever_did_it(facts, hears, by):
    moved = event("meeting.frame_set", actor=by, **facts)
    assert bool(read_for_her(moved, [(ANNA, "meetings")], NOON)) is hears
    assert read_for_her(moved, [(ANNA, "plan")], NOON) == frozenset()


def test_who_is_asked_to_a_meeting_gets_an_invitation_and_no_second_mail():
    assert rules.told(event("meeting.called", to=[str(BO)]), NOON) == {JYTTE}
    assert rules.told(event("meeting.cancelled", to=[str(BO)]), NOON) == {JYTTE}


def test_what_is_not_news_and_what_is_old_wakes_nobody():
    assert rules.told(event("plan.wish_rated"), NOON) == frozenset()
    old = event("minutes.shown", at=NOON - timedelta(days=3))
    assert rules.told(old, NOON) == frozenset()


def test_a_fact_that_names_nobody_is_nobody():
    assert rules.told(event("plan.agreement_propose", maker=None), NOON) == frozenset()


@pytest.mark.parametrize(
    ("hour", "quiet"), [(7, True), (8, False), (12, False), (19, False), (20, True), (23, True)]
)
def test_quiet_hours_cross_midnight(hour, quiet):
    assert AWAKE.are_quiet(NOON.replace(hour=hour)) is quiet


def test_the_same_time_twice_is_never_quiet():
    assert not Hours(time(8), time(8)).are_quiet(NOON)


def test_at_most_one_message_a_day_and_never_in_quiet_hours():
    assert rules.may_leave(NOON, AWAKE, None)
    assert rules.may_leave(NOON, AWAKE, date(2026, 3, 1))
    assert not rules.may_leave(NOON, AWAKE, date(2026, 3, 2))
    assert not rules.may_leave(NOON.replace(hour=22), AWAKE, None)


@given(st.integers(1, 20))
def test_tries_wait_longer_each_time_and_end(tries):
    again = rules.next_try(tries, NOON)
    if tries > len(rules.TRIES_AFTER):
        assert again is None
    else:
        assert again is not None
        later = rules.next_try(tries + 1, NOON)
        assert again > NOON
        assert later is None or later > again


@pytest.mark.parametrize(
    "address",
    ["", "anna", "anna@", "@eksempel.dk", "anna@eksempel", "a b@eksempel.dk", "a@b.dk\nBcc: x@y.dk",
     "a@b@c.dk", "a@b.dk,c@d.dk", "<a@b.dk>"],
)  # fmt: skip
def test_mail_needs_one_address(address):
    with pytest.raises(Wrong):
        rules.check_channel(Way.MAIL, address, AWAKE)


def test_no_mail_needs_no_address():
    rules.check_channel(Way.NONE, "", AWAKE)
    rules.check_channel(Way.MAIL, "anna@eksempel.dk", AWAKE)


def test_quiet_hours_may_not_fill_the_day():
    with pytest.raises(Wrong):
        rules.check_channel(Way.MAIL, "anna@eksempel.dk", Hours(time(0), time(23, 59)))


def test_a_link_confirms_only_the_address_it_was_sent_to():
    rules.check_confirms("a@b.dk", "a@b.dk")
    with pytest.raises(NotNow):
        rules.check_confirms("new@b.dk", "a@b.dk")


def test_that_it_was_begun_again_for_her_is_news_to_her():
    begun = event("coordinator.held_meanwhile", actor=BO, cover=str(BO))
    assert rules.told(begun, NOON) == {JYTTE}
    assert rules.told(event("coordinator.held_meanwhile", actor=JYTTE, cover=str(BO)), NOON) == {BO}
