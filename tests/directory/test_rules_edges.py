"""Where a unit's line, room, meeting day and mailbox begin and end."""

from datetime import date, datetime, time, timedelta

import pytest

from landfast.directory import rules
from landfast.directory.rules import SEATS_MAX, WAY_MAX, Block, Line
from landfast.directory.rules.record_box import ADDRESS_MAX, check_address, may_leave
from tests.factories.addresses import address_of
from tests.refusing import refusal_of, refused

DAY = Line("Teamet", "70 10 20 30", frozenset({0}), time(8), time(15))
NOON = datetime(2026, 3, 2, 12)  # noqa: DTZ001 Danish local time


def test_a_number_is_answered_from_its_first_minute():
    assert rules.is_answered(DAY, datetime(2026, 3, 2, 8), holiday=False) is True  # noqa: DTZ001
    assert rules.is_answered(DAY, datetime(2026, 3, 2, 7, 59), holiday=False) is False  # noqa: DTZ001


def test_a_line_that_closes_as_it_opens_is_never_open():
    rules.check_line(DAY)
    with refused("never_open", "opens"):
        rules.check_line(Line("Teamet", "70 10 20 30", frozenset({0}), time(8), time(8)))


@pytest.mark.parametrize("number", ["", " "])
def test_a_line_without_a_number_is_none(number):
    with refused("no_number", "phone"):
        rules.check_line(Line("Teamet", number, frozenset({0}), time(8), time(15)))


def test_a_chain_has_changed_when_anything_of_a_line_or_their_order_has():
    night = Line("Døgnvagten", "70 70 70 70", frozenset(), time(0), time(0), always=True)
    later = Line("Teamet", "70 10 20 30", frozenset({0}), time(8), time(16))
    chains = [[DAY, night], [night, DAY], [DAY], [later, night], []]
    assert len({rules.chain_as_seen(chain) for chain in chains}) == len(chains)


@pytest.mark.parametrize(
    ("seats", "way", "code"),
    [
        (1, 0, None), (SEATS_MAX, WAY_MAX, None),
        (0, 0, "seats"), (SEATS_MAX + 1, 0, "seats"), (1, -1, "way"), (1, WAY_MAX + 1, "way"),
    ],
)  # fmt: skip
def test_a_room_seats_one_at_least_and_may_lie_next_door(seats, way, code):
    assert refusal_of(rules.check_room, "Stuen", "Rådhuset", seats, way) == code


def test_meeting_days_may_follow_on_each_other_from_either_side():
    noon = Block(1, time(12), time(13))
    for beside in (Block(1, time(9), time(12)), Block(1, time(13), time(15))):
        assert refusal_of(rules.check_block, noon, [beside]) is None


@pytest.mark.parametrize(("length", "code"), [(ADDRESS_MAX, None), (ADDRESS_MAX + 1, "no_address")])
def test_a_mailbox_may_be_as_long_as_its_field(length, code):
    assert refusal_of(check_address, address_of(length)) == code


def test_no_address_turns_the_mailbox_off():
    assert refusal_of(check_address, " ") is None


def test_after_a_failure_the_mail_waits_for_its_next_try():
    today = date(2026, 3, 2)
    minute = timedelta(minutes=1)
    assert may_leave(None, NOON, NOON, today) is True
    assert may_leave(None, NOON + minute, NOON, today) is False
    assert may_leave(today, NOON - minute, NOON, today) is False
