"""Rules of invitations: addresses, who comes instead, when to remind."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from landfast.kernel.clock import DENMARK
from landfast.meetings.rules import MeetingState, Reply
from landfast.meetings.rules import inviting as rules
from landfast.meetings.rules.inviting import Post, Standing
from tests.factories.addresses import address_of
from tests.refusing import refused

NOW = datetime(2026, 12, 4, 9, tzinfo=UTC)  # a Friday
ELSE, OLE, SOCIAL = UUID(int=1), UUID(int=2), UUID(int=3)


@pytest.mark.parametrize("address", ["", " navn@eksempel.dk ", "a.b+c@x.eksempel.dk"])
def test_an_address_that_can_be_one(address):
    assert rules.check_address(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    ["navn", "navn@", "@eksempel.dk", "a@b", "a b@c.dk", "a@b@c.dk", "a@b.dk,c@d.dk", "æ@b.dk",
     "a@b.dk\nBcc: c@d.dk", "<a@b.dk>"],
)  # fmt: skip
def test_an_address_that_cannot(address):
    with refused("no_address", "address"):
        rules.check_address(address)


def test_an_address_that_is_too_long():
    with refused("address_too_long", "address"):
        rules.check_address(address_of(255))


def test_who_can_come_instead_has_the_same_role_in_the_same_unit():
    mine = {Post(SOCIAL, "home_support")}
    assert rules.can_stand_in({Post(SOCIAL, "home_support")}, mine)
    assert not rules.can_stand_in({Post(SOCIAL, "case_worker")}, mine)
    assert not rules.can_stand_in({Post(OLE, "home_support")}, mine)


def test_own_staff_say_why_and_who():
    with refused("why_not", "reply_reason"):
        rules.check_own_no(" ", ELSE, {ELSE}, is_own=True)
    with refused("who_instead", "substitute"):
        rules.check_own_no("Kursus", None, {ELSE}, is_own=True)
    with refused("other_mandate", "substitute"):
        rules.check_own_no("Kursus", OLE, {ELSE}, is_own=True)
    rules.check_own_no("Kursus", ELSE, {ELSE}, is_own=True)
    rules.check_own_no("Kursus", None, set(), is_own=True)  # nobody is there to be named


def test_others_are_free():
    rules.check_own_no("", None, {ELSE}, is_own=False)
    with refused("other_mandate", "substitute"):
        rules.check_own_no("", OLE, {ELSE}, is_own=False)


@pytest.mark.parametrize(
    ("reply", "named", "could", "is_own", "owes"),
    [
        (Reply.DECLINED, None, {ELSE}, True, True),
        (Reply.DECLINED, ELSE, {ELSE}, True, False),
        (Reply.DECLINED, None, set(), True, False),
        (Reply.DECLINED, None, {ELSE}, False, False),
        (Reply.COMES, None, {ELSE}, True, False),
    ],
)
def test_a_no_by_mail_still_owes_who_comes(reply, named, could, is_own, owes):
    assert rules.owes_substitute(reply, named, could, is_own=is_own) is owes


@pytest.mark.parametrize(
    ("is_own", "is_away", "comes"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_own_staff_at_work_that_day_come_by_duty(is_own, is_away, comes):
    assert rules.comes_by_duty(is_own=is_own, is_away=is_away) is comes


def test_the_day_before_is_a_business_day_and_nobody_is_woken():
    monday = datetime(2026, 12, 7, 23, 59, tzinfo=DENMARK)
    until = rules.remind_until(NOW)
    assert until is not None
    assert until > monday
    assert until < monday + timedelta(minutes=1)
    assert rules.remind_until(datetime(2026, 12, 4, 7, 59, tzinfo=DENMARK)) is None
    christmas = rules.remind_until(datetime(2026, 12, 24, 8, tzinfo=DENMARK))
    assert christmas is not None
    assert christmas.date() == datetime(2026, 12, 28, tzinfo=DENMARK).date()


def test_a_link_is_open_while_the_meeting_is_ahead():
    ahead = Standing("a@b.dk", 0, MeetingState.CALLED, NOW + timedelta(hours=1))
    assert rules.check_open(ahead, NOW) is ahead
    with refused("not_found"):
        rules.check_open(None, NOW)
    with refused("not_open"):
        rules.check_open(Standing("a@b.dk", 0, MeetingState.CALLED, NOW), NOW)
    with refused("answered_often"):
        rules.check_open(
            Standing("a@b.dk", 0, MeetingState.CALLED, NOW + timedelta(hours=1), answers=50), NOW
        )


def test_what_is_too_long_is_refused_at_its_field():
    long = "x" * 2001
    with refused("too_long", "reply_reason"):
        rules.check_link_reply(Reply.DECLINED, long, "", "")
    with refused("too_long", "written_word"):
        rules.check_link_reply(Reply.WRITES, "", long, "")
    with refused("too_long", "instead"):
        rules.check_link_reply(Reply.DECLINED, "", "", long)
    with refused("too_long", "words"):
        rules.check_proposal(NOW + timedelta(days=1), long, NOW)


def test_keys_are_long_and_no_two_are_alike():
    keys = {rules.new_key() for _ in range(100)}
    assert len(keys) == 100
    assert {len(key) for key in keys} == {64}
