"""A leader's no stands in the promise that waited: nobody is asked to say yes to it."""

from dataclasses import replace

import pytest

from landfast.directory.rules.mandates import Service
from landfast.plan import actions, queries
from landfast.plan.actions import Asking
from landfast.plan.actions.costing import price_agreement
from landfast.plan.queries.watched import watched_agreements
from landfast.plan.rules import deciding
from landfast.plan.rules.deciding import Appeal, DecisionAbout, DecisionAnswer
from landfast.plan.rules.mandate import Cost
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementState, MandateState
from tests.factories.plan import FIVE_THOUSAND, complete, priced, with_team
from tests.factories.town import as_
from tests.refusing import refused

WORDS = "Bo kommer ti timer"


@pytest.fixture
def lived(town):
    town.hire("Sanne Social", town.social, "leader")
    return with_team(town, town.bo, town.anna)


@pytest.fixture
def waits(town, lived):
    return priced(town, lived, town.bo, text=WORDS)


def ask(town, agreement, about=DecisionAbout.GRANT):
    asking = Asking("Må vi?", "Det er over mandatet", about=about)
    with as_(town.karen):
        return actions.ask_decision(
            actor=town.karen, agreement_id=agreement, decider=town.sanne.person_id,
            question=asking.question, reason=asking.reason, asking=asking,
        )  # fmt: skip


def answer(town, decision, said=DecisionAnswer.NO):
    let = said is DecisionAnswer.YES
    with as_(town.sanne):
        actions.answer_decision(
            actor=town.sanne, decision_id=decision, answer=said, because="Der er ikke penge",
            instead="Tre timer" if said is DecisionAnswer.INSTEAD else "",
            appeal=None if let else Appeal.MUNICIPALITY,
        )  # fmt: skip


def stands(town, lived, agreement):
    with as_(town.karen):
        return queries.agreement(agreement, lived.id)


def says_yes(town, agreement):
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement)


def changes(town, lived, agreement, text=WORDS):
    row = stands(town, lived, agreement)
    terms = replace(complete(town.karen, text=text), mandate=row.mandate, decided_by="Sanne")
    with as_(town.karen):
        actions.change_proposal(actor=town.karen, agreement_id=agreement, terms=terms)


def watched(actor, lived):
    with as_(actor):
        return [row.id for row in watched_agreements([lived.id])]


def test_after_a_no_nobody_says_yes_to_it_and_nobody_is_said_to_owe_an_answer(town, lived, waits):
    seen = stands(town, lived, waits).version
    decision = ask(town, waits)
    assert waits in watched(town.bo, lived)
    answer(town, decision)
    row = stands(town, lived, waits)
    assert (row.is_refused, row.state) == (True, AgreementState.PROPOSED)
    assert row.version > seen, "who has the page open is told that it changed"
    with refused("refused"):
        says_yes(town, waits)
    assert watched(town.bo, lived) == watched(town.karen, lived) == []


def test_other_words_may_be_asked_about_and_the_same_words_may_not(town, lived, waits):
    answer(town, ask(town, waits))
    changes(town, lived, waits, f"Søger om: {WORDS}")
    assert stands(town, lived, waits).is_refused, "another day alone is not another thing"
    changes(town, lived, waits, "Bo kommer to timer")
    row = stands(town, lived, waits)
    assert (row.is_refused, row.mandate) == (False, MandateState.APPLICATION)
    says_yes(town, waits)


def test_another_price_is_another_thing_and_the_same_price_is_not(town, lived, waits):
    answer(town, ask(town, waits))
    for cost, stays in ((FIVE_THOUSAND, True), (Cost(Service.DAILY, 6000, 12), False)):
        with as_(town.karen):
            price_agreement(actor=town.karen, agreement_id=waits, cost=cost)
        assert stands(town, lived, waits).is_refused is stays


def test_asked_anew_it_waits_again_and_a_yes_lets_it(town, lived, waits):
    answer(town, ask(town, waits))
    decision = ask(town, waits)
    assert not stands(town, lived, waits).is_refused
    answer(town, decision, DecisionAnswer.YES)
    with as_(town.karen):
        actions.take_up_yes(actor=town.karen, agreement_id=waits)
    says_yes(town, waits)
    assert stands(town, lived, waits).text == WORDS


@pytest.mark.parametrize("said", [DecisionAnswer.YES, DecisionAnswer.INSTEAD])
def test_what_is_not_a_no_refuses_nothing(town, lived, waits, said):
    answer(town, ask(town, waits), said)
    assert not stands(town, lived, waits).is_refused


def test_a_no_to_words_that_have_changed_since_is_not_a_no_to_these(town, lived, waits):
    decision = ask(town, waits)
    changes(town, lived, waits, "Bo kommer to timer")
    answer(town, decision)
    assert not stands(town, lived, waits).is_refused


def test_what_was_promised_before_the_no_stays_promised(town, lived, waits):
    decision = ask(town, waits)
    says_yes(town, waits)
    answer(town, decision)
    row = stands(town, lived, waits)
    assert row.counts
    assert row.mandate is MandateState.AWAITS_LEADER


def test_the_rule_of_what_may_be_asked_anew():
    said = Terms("Søger om: Ti timer", mandate=MandateState.REFUSED)
    assert deciding.asked_anew(said, said) == said
    assert deciding.asked_anew(replace(said, text="ti  timer"), said).mandate is said.mandate
    for other, same_price in ((replace(said, text="Fem timer"), True), (said, False)):
        asked = deciding.asked_anew(other, said, same_price=same_price)
        assert asked.mandate is MandateState.APPLICATION
    assert not deciding.is_refused(MandateState.REFUSED, AgreementState.LAPSED)
