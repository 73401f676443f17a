"""A leader decides one thing: sees the question and nothing else, until it is answered."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from landfast.access.looks.looking import check_still_open, open_record, remembering
from landfast.access.looks.told import looks
from landfast.access.session import acting
from landfast.journeys import decide_one as journey
from landfast.kernel import clock
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.plan import actions
from landfast.plan.models import Agreement, DecisionAsk, Wish
from landfast.plan.rules.deciding import Appeal, DecisionAnswer, check_decision, may_ask_decision
from landfast.plan.rules.words import AgreementState
from tests.factories.courses import started_course
from tests.factories.parts import asked_to_decide
from tests.factories.plan import proposed, wished
from tests.factories.town import as_, leaves
from tests.refusing import refused

BECAUSE = "Der er råd til det i år"


@pytest.fixture
def lived(town):
    town.hire("Birgit Bevilger", town.social, "leader")
    return started_course(town)


def reads(person):
    with as_(person):
        return DecisionAsk.objects.exists()


def answer(town, decision, said=DecisionAnswer.YES, **words):
    with as_(town.birgit):
        actions.answer_decision(
            actor=town.birgit, decision_id=decision, answer=said,
            **{"because": BECAUSE} | words,
        )  # fmt: skip


def test_a_decision_is_asked_about_what_is_open_and_once():
    assert may_ask_decision(AgreementState.PROPOSED, waits=False)
    assert not may_ask_decision(AgreementState.PROPOSED, waits=True)
    assert may_ask_decision(AgreementState.ACCEPTED, waits=False)
    assert not may_ask_decision(AgreementState.KEPT, waits=False)


@pytest.mark.parametrize(
    ("said", "because", "instead", "code"),
    [
        (DecisionAnswer.YES, " ", "", "decision_without_reason"),
        (DecisionAnswer.INSTEAD, BECAUSE, "", "instead_of_what"),
        (DecisionAnswer.NO, BECAUSE, "Tre timer", "instead_of_what"),
    ],
)
def test_an_answer_has_a_reason_and_instead_says_what(said, because, instead, code):
    with refused(code):
        check_decision(said, because, instead)


def test_the_leader_reads_the_question_and_nothing_else(town, lived):
    wished(lived)
    decision = asked_to_decide(town, lived, town.birgit)
    with as_(town.birgit):
        [row] = DecisionAsk.objects.all()
        assert row.id == decision
        assert not Agreement.objects.exists()
        assert not Wish.objects.exists()
        with pytest.raises(NotFound):
            open_record(town.birgit, lived.id, "Planen")


def test_without_a_look_there_is_only_what_one_is_asked(town, lived):
    decision = asked_to_decide(town, lived, town.birgit)
    with acting(town.birgit, reading=True):
        seen = journey.see_decision(town.birgit, lived.id, decision)
        assert (seen.citizen, seen.decision.asked_by) == ("Jytte Jensen", "Karen Koordinator")
    with as_(lived.citizen):
        [look] = [row for row in looks(lived.id) if row.role == "decider"]
        assert look.what == "Et spørgsmål til afgørelse"


def test_it_ends_with_the_answer_which_stands_by_the_agreement(town, lived):
    decision = asked_to_decide(town, lived, town.birgit)
    answer(town, decision, DecisionAnswer.INSTEAD, instead="Tre timer", appeal=Appeal.NOT_A_RULING)
    assert not reads(town.birgit)
    with as_(town.birgit), pytest.raises(NotFound):
        journey.see_decision(town.birgit, lived.id, decision)
    with as_(lived.citizen):
        row = DecisionAsk.objects.get(id=decision)
        assert (row.answer, row.instead, row.because) == ("instead", "Tre timer", BECAUSE)


def test_it_ends_when_karen_takes_it_back_also_under_way(town, lived):
    decision = asked_to_decide(town, lived, town.birgit)
    with remembering(), as_(town.birgit):
        journey.see_decision(town.birgit, lived.id, decision)
        with as_(town.karen):
            actions.withdraw_decision(actor=town.karen, decision_id=decision)
        with pytest.raises(NotFound):
            check_still_open()
    with as_(town.karen), refused("decision_is_over"):
        actions.withdraw_decision(actor=town.karen, decision_id=decision)


def test_it_ends_with_the_job_and_after_thirty_days(town, lived):
    asked_to_decide(town, lived, town.birgit)
    with clock.at(clock.now() + timedelta(days=31)):
        assert not reads(town.birgit)
    leaves(town.birgit, clock.today() - timedelta(days=1))
    assert not reads(town.birgit)


def test_nobody_else_answers_and_nothing_else_is_written(town, lived):
    decision = asked_to_decide(town, lived, town.birgit)
    with as_(town.karen), pytest.raises(NotAllowed):
        actions.answer_decision(
            actor=town.karen, decision_id=decision, answer=DecisionAnswer.YES, because=BECAUSE
        )
    forged = "update plan_decision_ask set answer = 'yes', because = 'x', answered_at = now()"
    with as_(town.karen), pytest.raises(Exception, match="row-level security"):
        _run(forged)
    with as_(town.birgit):
        assert _run("update plan_agreement set text = 'x'") == 0


def _run(sql):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.rowcount


def test_only_whoever_holds_the_threads_asks_and_of_an_employee(town, lived):
    agreement = proposed(town, lived, None, text="Søger om: Timer")
    asked = {"agreement_id": agreement, "question": "Må vi?", "reason": "Fordi"}
    with as_(lived.citizen), pytest.raises(NotAllowed):
        actions.ask_decision(actor=lived.citizen, decider=town.birgit.person_id, **asked)
    with as_(town.karen):
        for who in (town.karen, lived.citizen):
            with refused("not_a_leader"):
                actions.ask_decision(actor=town.karen, decider=who.person_id, **asked)
        actions.ask_decision(actor=town.karen, decider=town.birgit.person_id, **asked)
        with refused("no_decision_to_ask"):
            actions.ask_decision(actor=town.karen, decider=town.lars.person_id, **asked)
