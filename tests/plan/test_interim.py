"""What holds while a leader decides is a promise of its own, and ends with the question."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from landfast.course.actions import handover
from landfast.directory.rules.mandates import Service
from landfast.kernel.clock import today
from landfast.plan import actions, models, queries
from landfast.plan.actions import Asking, Interim
from landfast.plan.rules import life
from landfast.plan.rules.deciding import LONGEST, DecisionAnswer
from landfast.plan.rules.mandate import Cost, Share
from landfast.plan.rules.words import Act, AgreementKind, AgreementState
from tests.factories.plan import accepted, priced, proposed, with_team
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def lived(town):
    town.hire("Sanne Social", town.social, "leader")
    return with_team(town, town.bo, town.anna)


def ask(town, agreement, maker=None, text="Bo kommer tre timer"):
    """Karen asks Sanne, and says what holds meanwhile."""
    asking = Asking(
        "Må vi?", "Det er over mandatet", interim=Interim(text, maker and maker.person_id)
    )
    with as_(town.karen):
        return actions.ask_decision(
            actor=town.karen, agreement_id=agreement, decider=town.sanne.person_id,
            question=asking.question, reason=asking.reason, asking=asking,
        )  # fmt: skip


def meanwhile(town, lived, decision):
    with as_(town.karen):
        key = models.DecisionAsk.objects.get(id=decision).interim_id
        return queries.agreement(key, lived.id) if key else None


def answer(town, decision, said=DecisionAnswer.YES):
    with as_(town.sanne):
        actions.answer_decision(
            actor=town.sanne, decision_id=decision, answer=said, because="Det hjælper"
        )


@pytest.mark.parametrize("ends", ["answered", "taken back"])
@pytest.mark.parametrize("has_yes", [True, False])
def test_it_counts_on_its_makers_yes_and_ends_with_the_question(town, lived, ends, has_yes):
    decision = ask(town, proposed(town, lived, town.bo), town.bo)
    row = meanwhile(town, lived, decision)
    assert (row.kind, row.maker.id, row.counts) == (
        AgreementKind.INTERIM, town.bo.person_id, False,
    )  # fmt: skip
    assert row.due_on == today() + LONGEST
    with refused("not_the_maker"), as_(town.karen):
        actions.accept_agreement(actor=town.karen, agreement_id=row.id)
    if has_yes:
        with as_(town.bo):
            actions.accept_agreement(actor=town.bo, agreement_id=row.id)
        assert meanwhile(town, lived, decision).counts
    if ends == "answered":
        answer(town, decision)
    else:
        with as_(town.karen):
            actions.withdraw_decision(actor=town.karen, decision_id=decision)
    row = meanwhile(town, lived, decision)
    assert row.state is AgreementState.LAPSED
    with as_(lived.citizen):
        last = queries.history(row.id)[-1]
    whose = town.sanne if ends == "answered" else town.karen
    assert (last.act, last.actor.id) == (Act.END, whose.person_id)


ACTS_ON_IT = {
    AgreementState.PROPOSED: (),
    AgreementState.DECLINED: ("decline",),
    AgreementState.ACCEPTED: ("accept",),
    AgreementState.STARTED: ("accept", "start"),
    AgreementState.KEPT: ("accept", actions.Report.KEPT),
    AgreementState.PARTLY: ("accept", actions.Report.PARTLY),
    AgreementState.BROKEN: ("accept", actions.Report.NOT_KEPT),
}


@pytest.mark.parametrize("state", ACTS_ON_IT)
def test_the_database_ends_what_the_table_of_life_ends_and_nothing_else(town, lived, state):
    decision = ask(town, proposed(town, lived, town.bo), town.bo)
    about = {"actor": town.bo, "agreement_id": meanwhile(town, lived, decision).id}
    for act in ACTS_ON_IT[state]:
        with as_(town.bo):
            match act:
                case "accept":
                    actions.accept_agreement(**about)
                case "start":
                    actions.start_agreement(**about)
                case "decline":
                    actions.decline_agreement(**about, reason="Har ikke tid")
                case report:
                    actions.report_agreement(**about, report=report, because="Sygdom")
    assert meanwhile(town, lived, decision).state is state
    answer(town, decision)
    ends = life.check_step(state, Act.END) if life.may_step(state, Act.END) else state
    assert meanwhile(town, lived, decision).state is ends


def test_what_was_told_about_before_the_answer_stands_as_it_was_told(town, lived):
    decision = ask(town, accepted(town, lived, town.bo), town.karen)
    row = meanwhile(town, lived, decision)
    assert row.counts, "Karen promised it with her own question"
    with as_(town.karen):
        actions.report_agreement(actor=town.karen, agreement_id=row.id, report=actions.Report.KEPT)
    answer(town, decision)
    assert meanwhile(town, lived, decision).state is AgreementState.KEPT


def test_without_words_nothing_holds_and_nobody_outside_the_team_is_asked(town, lived):
    agreement = proposed(town, lived, town.bo)
    with refused("not_in_team", "maker"):
        ask(town, agreement, town.peter)
    assert meanwhile(town, lived, ask(town, agreement, text=" ")) is None


def test_nobody_ends_it_before_the_question_is_over(town, lived):
    decision = ask(town, proposed(town, lived, town.bo), town.karen)
    with as_(town.sanne), connection.cursor() as cursor:
        cursor.execute("select plan_end_interim(%s)", [decision])
        assert cursor.fetchone() == (False,)
    assert meanwhile(town, lived, decision).counts


@pytest.fixture
def bill(town, lived):
    """Bo's promise with a bill that two units share."""
    agreement = priced(town, lived, town.bo)
    shares = [Share(town.social, "Social", 60), Share(town.ward, "Afsnit P3", 40)]
    with as_(town.karen):
        actions.price_agreement(
            actor=town.karen, agreement_id=agreement, cost=Cost(Service.DAILY, 5000, 12),
            shares=shares,
        )  # fmt: skip
    return agreement


def test_whose_promise_it_is_sends_the_bill_to_a_leader(town, lived, bill):
    quarrel = {"agreement_id": bill, "why": "P3 siger nej", "interim": Interim("Jeg kommer")}
    with refused("not_your_bill"), as_(town.anna):
        actions.dispute_bill(actor=town.anna, **quarrel)
    with as_(town.bo):
        decision = actions.dispute_bill(
            actor=town.bo, **quarrel | {"interim": Interim("Jeg kommer", town.bo.person_id)}
        )
    assert meanwhile(town, lived, decision).counts
    with as_(town.sanne):
        assert models.DecisionAsk.objects.get(id=decision).question.startswith("Hvem betaler")


def test_the_maker_lets_in_that_leader_about_that_bill_and_nobody_else(town, lived, bill):
    forged = """insert into access_grant (id, created_at, scope_id, person_id, post, role, ground,
        topic, level, starts_at, given_by_id, reason, situation, about)
      values (uuidv7(), now(), %s, %s, '', 'decider', 'decision', 'one', 'write', now(), %s, 'x',
        'always', %s)"""
    with as_(town.bo):
        decision = actions.dispute_bill(
            actor=town.bo, agreement_id=bill, why="Uenige", interim=Interim("Jeg kommer")
        )
    for given in ((lived.id, town.peter.person_id, town.bo.person_id, decision),
                  (lived.id, town.sanne.person_id, town.bo.person_id, bill)):  # fmt: skip
        with (
            as_(town.bo), pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic(),
            connection.cursor() as cursor,
        ):  # fmt: skip
            cursor.execute(forged, given)


def test_its_maker_says_yes_though_who_was_to_follow_up_has_handed_over(town, lived):
    """It is followed up before its last day: only days that a yes sets are held to the order."""
    decision = ask(town, proposed(town, lived, town.bo), town.bo)
    row = meanwhile(town, lived, decision)
    assert row.follow_up_on < row.due_on
    with as_(town.dorte):
        asked = handover.offer(
            actor=town.dorte, course_id=lived.id, taker=town.mads.person_id, reason="Skift"
        )
    with as_(town.mads):
        handover.accept(actor=town.mads, handover_id=asked)
    with as_(town.bo):
        actions.accept_agreement(
            actor=town.bo, agreement_id=row.id, follow_up_by=town.mads.person_id
        )
    with as_(town.mads):
        assert queries.agreement(row.id, lived.id).counts
