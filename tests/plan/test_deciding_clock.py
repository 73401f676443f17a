"""A question to a leader: the least that is needed, a clock, who stands in, and climbing."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from landfast.access.actor import SYSTEM
from landfast.access.models import Event
from landfast.directory.actions.mandates import name_deciders, write_mandate
from landfast.directory.rules.mandates import Decider, Mandate, Service
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK, today
from landfast.kernel.refusals import NotFound
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan import actions
from landfast.plan.actions import Asking, Interim
from landfast.plan.actions.moving import terms_of
from landfast.plan.actions.passing import pass_on_late
from landfast.plan.models import Agreement, DecisionAsk
from landfast.plan.queries.of_units import of_units
from landfast.plan.rules.deciding import Appeal, DecisionAnswer, Shown
from landfast.plan.rules.mandate import Cost, Share
from landfast.plan.rules.words import MandateState
from tests.factories.plan import priced, proposed, with_team
from tests.factories.town import as_, build_town
from tests.messages.conftest import as_jobs
from tests.own import KEPT
from tests.refusing import refused

__all__ = ["as_jobs"]
TUESDAY = datetime(2026, 12, 1, 10, tzinfo=DENMARK)


@pytest.fixture
def lived(town):
    town.hire("Sanne Social", town.social, "leader")
    return with_team(town, town.bo)


def text_of(lived, agreement):
    with as_(lived.citizen):
        return Agreement.objects.get(id=agreement).text


def ask(town, agreement, who, **said):
    with as_(town.karen):
        asking = Asking("Må vi?", "Det er over mandatet", **said)
        return actions.ask_decision(
            actor=town.karen, agreement_id=agreement, decider=who.person_id,
            question=asking.question, reason=asking.reason, asking=asking,
        )  # fmt: skip


def test_within_the_mandate_it_is_promised_and_outside_it_is_applied_for(town, lived):
    with as_(town.sanne):
        may = Mandate(town.social, "home_support", Service.DAILY, 5000, 12, today())
        write_mandate(actor=town.sanne, mandate=may)
    within = priced(town, lived, town.bo, text="Ti timer om ugen")
    assert text_of(lived, within) == "Ti timer om ugen"
    beyond = priced(town, lived, town.bo, Cost(Service.DAILY, 5001, 12), text="Ti timer om ugen")
    assert text_of(lived, beyond) == "Søger om: Ti timer om ugen"
    with as_(town.karen):
        assert Agreement.objects.get(id=beyond).decided_by == "Sanne Social"
    with as_(town.karen):
        again = terms_of(Agreement.objects.get(id=beyond))
        actions.change_proposal(actor=town.karen, agreement_id=beyond, terms=freed(again))
    assert text_of(lived, beyond) == "Søger om: Elleve timer"


def freed(terms):
    return replace(terms, text="Elleve timer", mandate=MandateState.CLEAR, decided_by="")


def test_a_price_said_later_binds_the_words_as_well(town, lived):
    agreement = proposed(town, lived, town.bo, text="Ti timer om ugen")
    with as_(town.karen):
        assert actions.price_agreement(
            actor=town.karen, agreement_id=agreement, cost=Cost(Service.DAILY, 100)
        )
    assert text_of(lived, agreement) == "Søger om: Ti timer om ugen"


def test_a_yes_is_written_into_the_agreement_and_a_dearer_one_is_asked_anew(town, lived):
    agreement = priced(town, lived, town.bo, text="Ti timer om ugen")
    decision = ask(town, agreement, town.sanne)
    with as_(town.karen), refused("no_yes_to_take_up"):
        actions.take_up_yes(actor=town.karen, agreement_id=agreement)
    with as_(town.sanne):
        actions.answer_decision(
            actor=town.sanne, decision_id=decision, answer=DecisionAnswer.YES, because="Det hjælper"
        )
    with as_(town.karen):
        actions.take_up_yes(actor=town.karen, agreement_id=agreement)
    assert text_of(lived, agreement) == "Ti timer om ugen"
    with as_(town.karen), clock.at(clock.now() + timedelta(minutes=1)):
        dearer = Cost(Service.DAILY, 9000, 12)
        assert actions.price_agreement(actor=town.karen, agreement_id=agreement, cost=dearer)
    assert text_of(lived, agreement) == "Søger om: Ti timer om ugen"


def test_a_yes_to_a_little_frees_no_words_about_a_lot(town, lived):
    agreement = priced(town, lived, town.bo, Cost(Service.DAILY, 40000), text="Ti timer om ugen")
    decision = ask(town, agreement, town.sanne)
    with as_(town.sanne):
        assert dict(DecisionAsk.objects.get(id=decision).shown)["cost"], "shown though not chosen"
    with as_(town.karen):
        dearer = Cost(Service.DAILY, 900000)
        actions.price_agreement(actor=town.karen, agreement_id=agreement, cost=dearer)
    with as_(town.sanne):
        actions.answer_decision(
            actor=town.sanne, decision_id=decision, answer=DecisionAnswer.YES, because="Det hjælper"
        )
    with as_(town.karen):
        again = freed(terms_of(Agreement.objects.get(id=agreement)))
        actions.change_proposal(actor=town.karen, agreement_id=agreement, terms=again)
    assert text_of(lived, agreement) == "Søger om: Elleve timer"


def test_a_yes_frees_the_words_it_was_asked_about_and_no_others(town, lived):
    agreement = priced(town, lived, town.bo, text="Ti timer om ugen")
    decision = ask(town, agreement, town.sanne)

    def says(text, minutes):
        with as_(town.karen), clock.at(clock.now() + timedelta(minutes=minutes)):
            now_said = replace(terms_of(Agreement.objects.get(id=agreement)), text=text)
            actions.change_proposal(actor=town.karen, agreement_id=agreement, terms=now_said)

    says("Søger om: Tyve timer om ugen", 1)
    with as_(town.sanne):
        actions.answer_decision(
            actor=town.sanne, decision_id=decision, answer=DecisionAnswer.YES, because="Det hjælper"
        )
    with as_(town.karen), refused("other_words"):
        actions.take_up_yes(actor=town.karen, agreement_id=agreement)
    says("Ti timer om ugen", 2)
    with as_(town.karen):
        actions.take_up_yes(actor=town.karen, agreement_id=agreement)
    assert text_of(lived, agreement) == "Ti timer om ugen", "as it was asked about"
    says("Tyve timer om ugen", 3)
    assert text_of(lived, agreement) == "Søger om: Tyve timer om ugen"


def test_the_leader_is_shown_what_was_chosen_and_no_more(town, lived):
    agreement = priced(town, lived, town.bo)
    meanwhile = Interim("Bo kommer som nu", town.bo.person_id)
    decision = ask(town, agreement, town.sanne, shows={Shown.COST}, interim=meanwhile)
    with as_(town.sanne):
        row = DecisionAsk.objects.get(id=decision)
        assert row.shown == [["cost", "Støtte i hverdagen, 5.000 kr., 12 uger"]]
        assert not Agreement.objects.exists()


def test_a_no_says_how_to_complain(town, lived):
    decision = ask(town, proposed(town, lived, town.bo), town.sanne)
    said = {"actor": town.sanne, "decision_id": decision, "answer": DecisionAnswer.NO}
    with as_(town.sanne):
        with refused("no_appeal"):
            actions.answer_decision(**said, because="Rammen er brugt")
        actions.answer_decision(**said, because="Rammen er brugt", appeal=Appeal.MUNICIPALITY)
    with as_(lived.citizen):
        assert DecisionAsk.objects.get(id=decision).appeal == "municipality"


def test_a_quarrel_over_the_bill_goes_above_the_nearest_leader_at_once(town, lived):
    town.hire("Ulla Direktør", town.social, "leader")
    agreement = priced(town, lived, town.bo)
    shares = [Share(town.social, "Social", 60), Share(town.ward, "Afsnit P3", 40)]
    cost = Cost(Service.DAILY, 5000, 12)
    with as_(town.karen):
        actions.price_agreement(actor=town.karen, agreement_id=agreement, cost=cost, shares=shares)
        decision = actions.dispute_bill(
            actor=town.karen, agreement_id=agreement, why="P3 siger nej",
            interim=Interim("Bo kommer"),
        )  # fmt: skip
        row = DecisionAsk.objects.get(id=decision)
        assert row.level == 1
        assert row.answer_by is not None
        with refused("no_bill_to_dispute"):
            actions.dispute_bill(
                actor=town.karen, agreement_id=agreement, why="P3 siger nej",
                interim=Interim("Bo kommer"),
            )  # fmt: skip


def test_leaders_read_how_long_answers_took_in_their_own_units_only(town, lived):
    ask(town, proposed(town, lived, town.bo), town.sanne)
    since = clock.now() - timedelta(days=1)
    with as_(town.sanne):
        [took] = of_units([town.social], since).took
        assert took.answered_at is None
    with as_(town.lars):
        assert of_units([town.social], since).took == []


@pytest.fixture
def late(own_database):
    """A town with real commits, and a question asked on a Tuesday at ten."""
    return KEPT.stood("a question asked", asked_on_tuesday)


def asked_on_tuesday():
    with clock.at(TUESDAY):
        town = build_town()
        town.hire("Sanne Social", town.social, "leader")
        town.hire("Ulla Chef", town.social, "leader")
        with as_(town.sanne):
            chain = [
                Decider(town.vibeke.person_id, town.solveig.person_id, 16),
                Decider(town.sanne.person_id, None, 8),
            ]
            name_deciders(actor=town.sanne, unit_id=town.social, deciders=chain)
        lived = with_team(town, town.bo)
        decision = ask(town, proposed(town, lived, town.bo), town.vibeke)
    return town, lived, decision


def decider(lived, decision):
    with clock.at(TUESDAY + timedelta(days=9)), as_(lived.citizen):
        return DecisionAsk.objects.get(id=decision)


def test_a_late_question_climbs_once_to_the_next_and_the_first_reads_no_more(late, as_jobs):
    town, lived, decision = late
    # sixteen of her own hours, from eight to half past three
    assert decider(lived, decision).answer_by == datetime(2026, 12, 3, 11, tzinfo=DENMARK)
    for moment, moved in ((datetime(2026, 12, 3, 10, 59, tzinfo=DENMARK), 0),
                          (datetime(2026, 12, 3, 11, tzinfo=DENMARK), 1),
                          (datetime(2026, 12, 3, 11, 5, tzinfo=DENMARK), 0)):  # fmt: skip
        with clock.at(moment), as_jobs(), as_(None):
            assert pass_on_late() == moved
    row = decider(lived, decision)
    assert (row.decider_id, row.level) == (town.sanne.person_id, 1)
    assert (row.passed_from_id, row.passed_why) == (town.vibeke.person_id, "late")
    assert row.answer_by == datetime(2026, 12, 4, 11, 30, tzinfo=DENMARK)
    with clock.at(datetime(2026, 12, 3, 12, tzinfo=DENMARK)):
        with as_(town.vibeke), pytest.raises(NotFound):
            answered(town.vibeke, decision)
        with as_(town.sanne):
            answered(town.sanne, decision)
    with clock.at(TUESDAY + timedelta(days=9)), as_(lived.citizen):
        assert Event.objects.filter(kind="plan.decision_passed").count() == 1


def answered(who, decision):
    actions.answer_decision(
        actor=who, decision_id=decision, answer=DecisionAnswer.YES, because="Det hjælper"
    )


def test_when_the_leader_goes_on_leave_the_deputy_has_it_within_minutes(late, as_jobs):
    town, lived, decision = late
    with clock.at(TUESDAY + timedelta(hours=1)):
        with as_(SYSTEM):
            people.note_leave(
                person_id=town.vibeke.person_id, starts_on=today(), ends_on=None,
                kind=LeaveKind.SUDDEN,
            )  # fmt: skip
        with as_jobs(), as_(None):
            assert pass_on_late() == 1
    row = decider(lived, decision)
    assert (row.decider_id, row.stands_in_for_id) == (
        town.solveig.person_id, town.vibeke.person_id
    )  # fmt: skip
    assert row.level == 0


def test_nobody_but_the_jobs_learns_of_them_or_moves_them(late):
    town, lived, decision = late
    with clock.at(TUESDAY + timedelta(days=9)), as_(town.karen):
        assert pass_on_late() == 0
    assert decider(lived, decision).level == 0
