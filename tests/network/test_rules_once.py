"""Somebody is in the team once, and history is not rewritten."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from landfast.network import rules
from landfast.network.rules import Said, SeatAnswer
from tests.refusing import refused


def test_somebody_is_in_the_team_once():
    rules.check_not_in_team(is_member=False)
    with refused("in_the_team", "person_id"):
        rules.check_not_in_team(is_member=True)


def test_who_has_left_is_not_taken_off_again():
    rules.check_still_there(has_left=False)
    with refused("has_left"):
        rules.check_still_there(has_left=True)


ANSWERED = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = ANSWERED + timedelta(minutes=1)


def test_a_seat_is_asked_about_once_and_after_not_now_once_more():
    assert rules.is_asked(None, None) is True
    not_now = Said(SeatAnswer.NOT_NOW, ANSWERED, 1)
    assert rules.is_asked(not_now, LATER) is True
    assert rules.is_asked(not_now, ANSWERED) is False
    assert rules.is_asked(not_now, None) is False
    assert rules.is_asked(replace(not_now, times=rules.ASKED_AT_MOST), LATER) is False
    assert rules.is_asked(replace(not_now, answer=SeatAnswer.NEVER), LATER) is False
