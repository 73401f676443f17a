"""What a maker may promise alone, and what a leader must say yes to: no database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.directory.rules.mandates import AMOUNT_MAX, WEEKS_MAX, Mandate, Service
from landfast.plan.rules import deciding, mandate
from landfast.plan.rules.deciding import Appeal, DecisionAbout, DecisionAnswer, Passed, Shown
from landfast.plan.rules.mandate import DISPUTE_MAX, Cost, Share
from landfast.plan.rules.promise import Terms, locked_text
from landfast.plan.rules.words import AgreementState, MandateState
from tests.refusing import refused

DAY = date(2026, 12, 1)
MAY = Mandate(uuid4(), "home_support", Service.DAILY, 5000, 12, DAY, DAY + timedelta(days=30))
COST = Cost(Service.DAILY, 5000, 12)


@pytest.mark.parametrize(
    ("cost", "on", "may"),
    [
        (COST, DAY, True),
        (replace(COST, amount=5001), DAY, False),
        (replace(COST, weeks=13), DAY, False),
        (replace(COST, amount=None), DAY, False),
        (replace(COST, service=Service.HOME), DAY, False),
        (COST, DAY - timedelta(days=1), False),
        (COST, DAY + timedelta(days=31), False),
        (None, DAY, True),
    ],
)
def test_a_promise_is_made_alone_within_what_how_much_how_long_and_when(cost, on, may):
    assert mandate.may_promise([MAY], cost, on) is may


def test_without_a_limit_an_open_amount_is_covered():
    assert mandate.covers(replace(MAY, amount=None, weeks=None), Cost(Service.DAILY), DAY)


LIMITS = st.none() | st.integers(0, 20_000)


@given(LIMITS, LIMITS, LIMITS)
def test_a_wider_mandate_never_forbids_what_a_narrower_one_lets(asked, narrow, wide):
    if wide is not None and (narrow is None or narrow > wide):
        narrow, wide = wide, narrow
    cost = replace(COST, amount=asked)
    if mandate.covers(replace(MAY, amount=narrow), cost, DAY):
        assert mandate.covers(replace(MAY, amount=wide), cost, DAY)


def test_outside_the_mandate_the_words_say_soeger_om_whatever_was_chosen():
    terms = Terms("Bo giver ti timer om ugen")
    bound = mandate.bound(terms, replace(COST, amount=9000), [MAY], DAY, decided_by="Sanne")
    assert (bound.mandate, bound.decided_by) == (MandateState.AWAITS_LEADER, "Sanne")
    assert locked_text(bound.text, bound.mandate) == "Søger om: Bo giver ti timer om ugen"
    said = replace(terms, mandate=MandateState.APPLICATION, decided_by="Visitationen")
    assert mandate.bound(said, replace(COST, amount=9000), [MAY], DAY) == said
    assert mandate.bound(terms, COST, [MAY], DAY) is terms
    assert mandate.bound(terms, COST, [], DAY).decided_by == mandate.SOMEBODY


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("Søger om: Ti timer", "Ti timer"),
        ("Søger om ti timer", "Ti timer"),
        ("Ansøger om ti timer", "Ti timer"),
        ("Ti timer", "Ti timer"),
    ],
)
def test_after_a_yes_the_words_say_it(text, granted):
    assert mandate.granted_text(text) == granted


def share(percent, unit=None):
    return Share(unit or uuid4(), "Enhed", percent)


def test_who_pays_is_one_hundred_per_cent_in_all_and_each_once():
    mandate.check_shares([])
    for shares in ([share(60), share(40)], [share(99), share(1)], [share(100)]):
        mandate.check_shares(shares)
    one = uuid4()
    for shares, code in (
        ([share(60), share(30)], "not_whole"),
        ([share(0), share(100)], "not_whole"),
        ([share(50, one), share(50, one)], "pays_twice"),
    ):
        with refused(code):
            mandate.check_shares(shares)


def test_a_quarrel_needs_a_bill_a_why_and_something_that_holds_meanwhile():
    bill = [share(100)]
    for why in ("Regionen siger nej", "x" * DISPUTE_MAX):
        mandate.check_dispute(bill, why, "Bo kommer som nu", is_disputed=False)
    for shares, why, interim, disputed, code in (
        ([], "x", "y", False, "no_bill_to_dispute"),
        (bill, "x", "y", True, "no_bill_to_dispute"),
        (bill, " ", "y", False, "no_why"),
        (bill, "x" * (DISPUTE_MAX + 1), "y", False, "no_why"),
        (bill, "x", " ", False, "no_interim"),
    ):
        with refused(code):
            mandate.check_dispute(shares, why, interim, is_disputed=disputed)


def test_figures_can_be_meant_and_are_said_before_a_yes():
    for amount, weeks, code in (
        (-1, 1, "amount"),
        (AMOUNT_MAX + 1, 1, "amount"),
        (0, 0, "weeks"),
        (0, WEEKS_MAX + 1, "weeks"),
    ):
        with refused(code):
            mandate.check_cost(Cost(Service.DAILY, amount, weeks))
    for amount, weeks in ((0, 1), (AMOUNT_MAX, WEEKS_MAX), (None, None)):
        mandate.check_cost(Cost(Service.DAILY, amount, weeks))
    mandate.check_may_price(AgreementState.PROPOSED)
    with refused("priced_too_late"):
        mandate.check_may_price(AgreementState.ACCEPTED)
    assert COST.words == "Støtte i hverdagen, 5.000 kr., 12 uger"
    assert Cost(Service.DAILY, None, 1).words == "Støtte i hverdagen, 1 uge"
    assert Cost(Service.DAILY, None, 2).words == "Støtte i hverdagen, 2 uger"


@pytest.mark.parametrize(
    ("less", "instead"), [(DecisionAnswer.NO, ""), (DecisionAnswer.INSTEAD, "Fem timer")]
)
def test_less_than_asked_for_says_how_to_complain_and_a_yes_does_not(less, instead):
    with refused("no_appeal"):
        deciding.check_decision(less, "Rammen er brugt", instead)
    deciding.check_decision(less, "Rammen er brugt", instead, appeal=Appeal.MUNICIPALITY)
    deciding.check_decision(DecisionAnswer.YES, "Der er råd", "")
    deciding.check_decision(DecisionAnswer.NO, "Se aftalen", "", about=DecisionAbout.BILL)
    assert deciding.appeal_by(DAY, Appeal.MUNICIPALITY) == date(2026, 12, 29)
    assert deciding.appeal_by(DAY, Appeal.NOT_A_RULING) is None


def test_a_no_starts_a_new_talk_until_there_has_been_one():
    no, yes = DecisionAnswer.NO, DecisionAnswer.YES
    assert deciding.talk_is_due(no, DAY, None)
    assert deciding.talk_is_due(no, DAY, DAY - timedelta(days=1))
    assert not deciding.talk_is_due(no, DAY, DAY)
    assert not deciding.talk_is_due(yes, DAY, None)
    assert not deciding.talk_is_due(None, None, None)


def test_a_question_goes_on_when_the_time_is_up_or_the_leader_is_away():
    now = datetime(2026, 12, 1, 10, tzinfo=UTC)
    soon = now + timedelta(seconds=1)
    assert deciding.passes_on(soon, now, is_there=True) is None
    assert deciding.passes_on(now, now, is_there=True) is Passed.LATE
    assert deciding.passes_on(soon, now, is_there=False) is Passed.AWAY


def test_a_yes_is_to_the_price_that_was_asked_about_and_to_no_other():
    assert deciding.is_to_this_price("100 kr.", "100 kr."), "set again as it was"
    assert not deciding.is_to_this_price("100 kr.", "900 kr.")
    assert not deciding.is_to_this_price(None, "100 kr."), "who was not shown it grants nothing"
    assert deciding.is_to_this_price(None, "")
    assert deciding.shows_of([Shown.DUE], DecisionAbout.GRANT) == {Shown.DUE, Shown.COST}
    assert deciding.shows_of([Shown.DUE], DecisionAbout.PROMISE) == {Shown.DUE}
    deciding.check_price(same=True)
    with refused("other_price"):
        deciding.check_price(same=False)


def test_a_yes_is_to_the_words_that_were_asked_about_and_instead_to_others():
    asked = datetime(2027, 1, 4, 9, tzinfo=UTC)
    before, after = asked - timedelta(hours=1), asked + timedelta(hours=1)
    later = [(before, "Alt"), (after, ""), (after, "Søger om: Ti timer"), (after, "Tolv")]
    yes, instead = DecisionAnswer.YES, DecisionAnswer.INSTEAD
    assert deciding.is_to_words(yes, asked, later, "Elleve timer", "ti  timer")
    assert not deciding.is_to_words(yes, asked, later, "Elleve timer")
    assert deciding.is_to_words(yes, asked, later[:2], "Elleve timer"), "nothing was changed since"
    assert not deciding.is_to_words(yes, asked, later[:2], "Elleve timer", "Ti timer")
    assert deciding.is_to_words(instead, asked, later, "Fem timer")
    deciding.check_asked_words(same=True)
    with refused("other_words"):
        deciding.check_asked_words(same=False)


def test_only_a_yes_unlocks_the_words_and_once():
    waits, clear, open_ = MandateState.AWAITS_LEADER, MandateState.CLEAR, AgreementState.PROPOSED
    deciding.check_may_take_up(DecisionAnswer.YES, waits, open_)
    for answer, stands, state in (
        (DecisionAnswer.NO, waits, open_),
        (None, waits, open_),
        (DecisionAnswer.YES, clear, open_),
        (DecisionAnswer.YES, waits, AgreementState.LAPSED),
    ):
        with refused("no_yes_to_take_up"):
            deciding.check_may_take_up(answer, stands, state)
