"""Which answer to an invitation counts, and another time that is wished for. No database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from landfast.meetings.rules import inviting
from landfast.meetings.rules.inviting import (
    ANSWERS_MAX,
    CLOCKS_DIFFER,
    NAME_MAX,
    REASON_MAX,
    WORDS_MAX,
    Said,
    Standing,
    Verdict,
    judge,
)
from landfast.meetings.rules.preparing import LONGEST, SHORTEST
from landfast.meetings.rules.words import MeetingState, Reply
from tests.factories.addresses import address_of
from tests.refusing import refusal_of

NOW = datetime(2026, 12, 4, 9, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
STANDS = Standing("bo@eksempel.dk", 2, MeetingState.CALLED, NOW + HOUR)
SAYS = Said("Bo@Eksempel.dk", 2, NOW)


def proposes(starts_at, minutes=60):
    return replace(SAYS, proposes=(starts_at, minutes))


def test_the_answer_of_the_one_invited_to_the_newest_version_counts():
    assert judge(STANDS, SAYS, NOW) is Verdict.COUNTS
    assert judge(None, SAYS, NOW) is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("standing", "said", "verdict"),
    [
        (STANDS, replace(SAYS, attendee="anna@eksempel.dk"), Verdict.SOMEBODY_ELSE),
        (replace(STANDS, address=""), replace(SAYS, attendee=""), Verdict.SOMEBODY_ELSE),
        (STANDS, replace(SAYS, sequence=1), Verdict.OLD),
        (STANDS, replace(SAYS, sequence=3), Verdict.OLD),
        (replace(STANDS, heard_stamp=NOW), SAYS, Verdict.OVERTAKEN),
        (replace(STANDS, heard_stamp=NOW + MINUTE), SAYS, Verdict.OVERTAKEN),
        (replace(STANDS, heard_stamp=NOW - MINUTE), SAYS, Verdict.COUNTS),
        (replace(STANDS, state=MeetingState.HELD), SAYS, Verdict.CLOSED),
        (replace(STANDS, starts_at=NOW), SAYS, Verdict.CLOSED),
        (replace(STANDS, is_at_the_table=False), SAYS, Verdict.CLOSED),
        (STANDS, replace(SAYS, stamp=NOW + CLOCKS_DIFFER), Verdict.COUNTS),
        (STANDS, replace(SAYS, stamp=NOW + CLOCKS_DIFFER + MINUTE), Verdict.BAD_TIME),
        (replace(STANDS, answers=ANSWERS_MAX - 1), SAYS, Verdict.COUNTS),
        (replace(STANDS, answers=ANSWERS_MAX), SAYS, Verdict.TOO_OFTEN),
    ],
)
def test_an_answer_that_is_anothers_old_late_or_one_too_many_does_not(standing, said, verdict):
    assert judge(standing, said, NOW) is verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (proposes(NOW + MINUTE), Verdict.COUNTS),
        (proposes(NOW), Verdict.BAD_TIME),
        (proposes(NOW + HOUR, SHORTEST), Verdict.COUNTS),
        (proposes(NOW + HOUR, SHORTEST - 1), Verdict.BAD_TIME),
        (proposes(NOW + HOUR, LONGEST), Verdict.COUNTS),
        (proposes(NOW + HOUR, LONGEST + 1), Verdict.BAD_TIME),
    ],
)
def test_another_time_lies_ahead_and_is_as_long_as_a_meeting_can_be(said, verdict):
    assert judge(STANDS, said, NOW) is verdict


@pytest.mark.parametrize(
    ("starts_at", "words", "code"),
    [
        (None, "", "no_time"), (NOW, "", "time_is_past"), (NOW + MINUTE, "", None),
        (NOW + HOUR, "x" * REASON_MAX, None), (NOW + HOUR, "x" * (REASON_MAX + 1), "too_long"),
    ],
)  # fmt: skip
def test_another_time_is_a_wish_in_a_few_words(starts_at, words, code):
    assert refusal_of(inviting.check_proposal, starts_at, words, NOW) == code
    if code is None:
        assert inviting.check_proposal(starts_at, words, NOW) == starts_at


def test_an_answer_may_be_as_long_as_its_fields():
    for reply, given in (
        (Reply.DECLINED, ("x" * REASON_MAX, "", "")),
        (Reply.DECLINED, ("", "", "x" * NAME_MAX)),
        (Reply.WRITES, ("", "x" * WORDS_MAX, "")),
    ):
        assert refusal_of(inviting.check_link_reply, reply, *given) is None


def test_an_address_may_be_as_long_as_its_field():
    longest = address_of(inviting.ADDRESS_MAX)
    assert inviting.check_address(longest) == longest
