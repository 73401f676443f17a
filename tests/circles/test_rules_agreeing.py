"""Agreements between units: nobody binds another, and what is not done says why. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from landfast.circles.rules import agreeing
from landfast.circles.rules.agreeing import ENDS, OPEN, AgreementState
from landfast.circles.rules.answering import check_ahead, check_answer
from landfast.circles.rules.figures import FEW, as_told
from landfast.circles.rules.standing import SittingState
from landfast.meetings.rules import Reply
from tests.refusing import refusal_of, refused

TODAY = date(2026, 3, 3)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def test_ones_own_unit_has_said_yes_by_writing_it_and_another_is_asked():
    assert agreeing.first_state("social", {"social"}) is AgreementState.AGREED
    assert agreeing.first_state("ward", {"social"}) is AgreementState.PROPOSED


def test_an_agreement_has_a_day_and_today_is_not_too_late():
    with refused("no_day", "due_on"):
        agreeing.check_due(None, TODAY)
    with refused("in_the_past", "due_on"):
        agreeing.check_due(TODAY - DAY, TODAY)
    assert agreeing.check_due(TODAY, TODAY) == TODAY


def test_no_unit_that_is_absent_is_bound():
    assert refusal_of(agreeing.check_owner, "ward", {"social"}) == "owner_not_here"
    assert refusal_of(agreeing.check_owner, "ward", {"social", "ward"}) is None


def test_who_is_named_works_in_the_unit_that_owns_it():
    assert refusal_of(agreeing.check_person, {"ward"}, "social") == "not_of_unit"
    assert refusal_of(agreeing.check_person, {"ward", "social"}, "social") is None


def test_only_the_unit_itself_says_yes_or_no_and_how_it_went():
    assert refusal_of(agreeing.check_of_unit, is_of_unit=False) == "not_your_unit"
    assert refusal_of(agreeing.check_of_unit, is_of_unit=True) is None


@pytest.mark.parametrize("state", AgreementState)
def test_it_is_answered_once_and_only_what_was_agreed_can_be_done(state):
    answered = state is not AgreementState.PROPOSED
    assert refusal_of(agreeing.check_waits_for_answer, state) == ("answered" if answered else None)
    runs = state is AgreementState.AGREED
    assert refusal_of(agreeing.check_runs, state) == (None if runs else "not_agreed")


@pytest.mark.parametrize(
    ("ends", "words", "code"),
    [
        (AgreementState.NOT_KEPT, " ", "why_not"),
        (AgreementState.DROPPED, "", "why_not"),
        (AgreementState.NOT_KEPT, "Der var ingen plads.", None),
        (AgreementState.DROPPED, "Hun er flyttet.", None),
        (AgreementState.KEPT, "", None),
    ],
)
def test_what_was_not_done_or_is_given_up_says_why(ends, words, code):
    assert refusal_of(agreeing.check_says_why, ends, words) == code


@pytest.mark.parametrize("state", AgreementState)
def test_only_what_is_open_is_late_and_not_on_its_own_day(state):
    assert agreeing.is_late(state, TODAY - DAY, TODAY) is (state in OPEN)
    assert agreeing.is_late(state, TODAY, TODAY) is False


def test_what_has_ended_is_not_open():
    assert not OPEN & ENDS


@pytest.mark.parametrize(
    ("reply", "reason", "code"),
    [
        (Reply.COMES, "", None),
        (Reply.BY_PHONE, "", None),
        (Reply.DECLINED, "Jeg er syg.", None),
        (Reply.DECLINED, "", "why_not"),
        (Reply.WRITES, "", "no_answer"),
    ],
)
def test_they_come_or_telephone_or_say_why_not(reply, reason, code):
    assert refusal_of(check_answer, reply, reason) == code


@pytest.mark.parametrize(
    ("state", "starts_at", "code"),
    [
        (SittingState.PLANNED, NOON + MINUTE, None),
        (SittingState.PLANNED, NOON, "not_open"),
        (SittingState.PLANNED, NOON - MINUTE, "not_open"),
        (SittingState.CANCELLED, NOON + MINUTE, "not_open"),
        (SittingState.HELD, NOON + MINUTE, "not_open"),
    ],
)
def test_it_is_answered_before_it_begins(state, starts_at, code):
    assert refusal_of(check_ahead, state, starts_at, NOON) == code


@pytest.mark.parametrize(
    ("count", "told"), [(0, 0), (1, FEW), (4, FEW), (5, 5), (12, 12)]
)  # fmt: skip
def test_one_to_four_are_told_as_few_and_nobody_is_known_by_a_figure(count, told):
    assert as_told(count) == told
