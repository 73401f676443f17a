"""A question to a leader ends with what it is about: the promise, or the whole course."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access.models import Event
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.refusals import NotFound
from landfast.plan import actions, models
from landfast.plan.actions import Asking, Interim
from landfast.plan.actions.outside import Said, answer_outside
from landfast.plan.actions.passing import pass_on_late
from landfast.plan.rules.deciding import DecisionAbout, DecisionAnswer, ends_with
from landfast.plan.rules.outside import Reply
from landfast.plan.rules.words import AgreementState
from tests.factories.parts import asked_outside
from tests.factories.plan import accepted, not_kept, proposed, with_team
from tests.factories.town import as_
from tests.messages.conftest import as_jobs
from tests.own import settled

__all__ = ["as_jobs"]


@pytest.fixture
def lived(town):
    town.hire("Sanne Social", town.social, "leader")
    return with_team(town, town.bo)


def ask(town, agreement, **said):
    with as_(town.karen):
        asking = Asking("Må vi?", "Det er over mandatet", **said)
        return actions.ask_decision(
            actor=town.karen, agreement_id=agreement, decider=town.sanne.person_id,
            question=asking.question, reason=asking.reason, asking=asking,
        )  # fmt: skip


def declined(town, agreement):
    with as_(town.bo):
        actions.decline_agreement(actor=town.bo, agreement_id=agreement, reason="Ingen tid")


def withdrawn(town, agreement):
    with as_(town.karen):
        actions.withdraw_agreement(actor=town.karen, agreement_id=agreement)


def no_longer_wanted(town, agreement):
    with as_(town.karen):
        actions.lapse_agreement(actor=town.karen, agreement_id=agreement, citizen_said_so=True)


def stands(town, decision):
    with as_(town.karen):
        return models.DecisionAsk.objects.get(id=decision)


@pytest.mark.parametrize("ends", [declined, withdrawn, no_longer_wanted])
def test_the_leader_reads_nothing_more_of_a_proposal_that_is_over(town, lived, ends):
    agreement = proposed(town, lived, town.bo)
    decision = ask(town, agreement, interim=Interim("Bo kommer som nu", town.bo.person_id))
    ends(town, agreement)
    row = stands(town, decision)
    assert row.withdrawn_at
    with as_(town.karen):
        assert models.Agreement.objects.get(id=row.interim_id).state == AgreementState.LAPSED
        event = Event.objects.get(kind="plan.decision_withdrawn")
        assert event.facts["decider"] == str(town.sanne.person_id)
    nothing_for(town.sanne, decision)


def nothing_for(leader, decision):
    with as_(leader):
        assert not models.DecisionAsk.objects.exists()
        with pytest.raises(NotFound):
            actions.answer_decision(
                actor=leader, decision_id=decision, answer=DecisionAnswer.YES,
                because="Det hjælper",
            )  # fmt: skip


def test_a_no_from_outside_ends_it_too(town, lived):
    agreement, link = asked_outside(town, lived)
    decision = ask(town, agreement)
    with as_(None):
        said = Said(Reply.NO, version(lived, agreement), note="Jeg er på ferie")
        answer_outside(link=link, said=said, source="her")
    assert stands(town, decision).withdrawn_at
    nothing_for(town.sanne, decision)


def version(lived, agreement):
    with as_(lived.citizen):
        return models.Agreement.objects.get(id=agreement).version


def test_what_is_said_yes_to_or_was_not_kept_is_still_to_be_decided(town, lived):
    agreement = proposed(town, lived, town.bo)
    decision = ask(town, agreement)
    with as_(town.bo):
        actions.accept_agreement(actor=town.bo, agreement_id=agreement)
        actions.report_agreement(
            actor=town.bo, agreement_id=agreement, report=actions.Report.NOT_KEPT,
            because="Vi venter på svar",
        )  # fmt: skip
    assert not stands(town, decision).withdrawn_at


def test_who_pays_is_still_asked_of_what_was_kept():
    assert ends_with(AgreementState.KEPT, DecisionAbout.GRANT)
    assert not ends_with(AgreementState.KEPT, DecisionAbout.BILL)
    assert ends_with(AgreementState.LAPSED, DecisionAbout.BILL)
    assert not ends_with(AgreementState.BROKEN, DecisionAbout.PROMISE)


def test_the_database_ends_what_the_rule_ends(town, lived):
    decision = ask(town, accepted(town, lived, town.bo))
    with connection.cursor() as cursor:
        for state in AgreementState:
            for about in DecisionAbout:
                cursor.execute("select plan_question_ends(%s, %s)", [state.value, about.value])
                assert cursor.fetchone() == (ends_with(state, about),), (state, about)
    assert not stands(town, decision).withdrawn_at


def test_she_stops_and_every_question_ends_the_same_second(town, lived):
    open_one = ask(town, accepted(town, lived, town.bo))
    broken = ask(town, not_kept(town, lived, town.bo), about=DecisionAbout.PROMISE)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        rows = models.DecisionAsk.objects.filter(id__in=[open_one, broken])
        assert all(row.withdrawn_at for row in rows)
        assert len(rows) == 2
    nothing_for(town.sanne, broken)


def test_the_clock_lets_nobody_in_after_the_stop_or_the_no(own_database, as_jobs):
    """Also when a question was left open by an older version: neither course nor promise waits."""
    town = settled()
    town.hire("Sanne Social", town.social, "leader")
    stopped, declines = with_team(town, town.bo), with_team(town, town.bo, name="Per Hansen")
    of_stopped = ask(town, proposed(town, stopped, town.bo))
    refused = proposed(town, declines, town.bo)
    of_declined = ask(town, refused)
    with as_(stopped.citizen):
        stop_course(actor=stopped.citizen, course_id=stopped.id)
    declined(town, refused)
    left_open = "update plan_decision_ask set withdrawn_at = null"
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute(left_open)
    with as_(stopped.citizen), connection.cursor() as cursor:
        cursor.execute(left_open)
    with clock.at(clock.now() + timedelta(days=20)), as_jobs(), as_(None):
        assert pass_on_late() == 0
        with connection.cursor() as cursor:
            for decision in (of_stopped, of_declined):
                cursor.execute(
                    "select plan_pass_decision(%s, %s, %s, null, 1, now(), 'late')",
                    [decision, town.sanne.person_id, town.vibeke.person_id],
                )
                assert cursor.fetchone() == (False,)
