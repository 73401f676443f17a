"""Siden sidst: its maker tells aloud, who leads writes it down; nobody tells for the absent."""

import pytest

from landfast.journeys import hold_meeting as journey
from landfast.journeys.see_my_agreements import see_my_agreements
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import actions
from landfast.meetings.rules import Stage
from landfast.plan import actions as plan_actions
from landfast.plan import queries as plan
from landfast.plan.rules.answering import Report
from landfast.plan.rules.words import AgreementState
from tests.factories.meetings import running_meeting
from tests.factories.plan import accepted, proposed, with_team
from tests.factories.town import as_


def tell(met, agreement, report=Report.KEPT, **more):
    with as_(met.karen):
        journey.tell(
            actor=met.karen, meeting_id=met.id, agreement_id=agreement, report=report, **more
        )


@pytest.fixture
def met(town):
    return running_meeting(town, Stage.FOLLOW_UP)


@pytest.fixture
def promise(town, met):
    return accepted(town, met.lived, town.bo)


def row_of(met, agreement):
    with as_(met.karen):
        return plan.agreement(agreement, met.course_id)


def test_what_its_maker_tells_at_the_table_is_written_down_as_her_words(met, promise):
    tell(met, promise, Report.PARTLY, because="De tog ikke telefonen")
    row = row_of(met, promise)
    assert (row.state, row.report) == (AgreementState.PARTLY, "De tog ikke telefonen")
    assert row.told_at
    with as_(met.karen):
        last = plan.history(promise)[-1]
    assert last.told_aloud
    assert last.actor.name == "Karen Koordinator", "who wrote is never hidden"


def test_of_a_maker_who_is_not_here_nothing_is_written(met, promise):
    with as_(met.karen):
        actions.note_present(actor=met.karen, meeting_id=met.id, present=[met.guests["anna"]])
    with pytest.raises(NotAllowed, match="er her"):
        tell(met, promise)
    assert row_of(met, promise).state is AgreementState.ACCEPTED


def test_the_table_never_promises_for_anybody(town, met):
    asked = proposed(town, met.lived, town.bo)
    with pytest.raises(NotNow, match="Ingen har sagt ja"):
        tell(met, asked)
    assert row_of(met, asked).state is AgreementState.PROPOSED


def test_only_who_leads_writes(town, met, promise):
    with as_(town.anna), pytest.raises(NotAllowed):
        journey.tell(actor=town.anna, meeting_id=met.id, agreement_id=promise, report=Report.KEPT)


def test_who_leads_tells_of_her_own_in_her_own_words(town, met):
    own = proposed(town, met.lived, town.karen)
    tell(met, own)
    assert row_of(met, own).told_at is None


def test_not_kept_needs_its_because_at_the_table_too(met, promise):
    with pytest.raises(Wrong) as refused:
        tell(met, promise, Report.NOT_KEPT)
    assert refused.value.field == "because"


def test_an_agreement_of_another_course_is_not_told_here(town, met):
    other = with_team(town, town.bo, name="Jens Toftegaard")
    elsewhere = accepted(town, other, town.bo)
    with pytest.raises(NotFound):
        tell(met, elsewhere)


def test_it_is_told_while_the_meeting_runs(town, met, promise):
    with as_(met.lived.citizen):
        actions.end_with_course(actor=met.lived.citizen, course_id=met.course_id)
    with pytest.raises(NotNow):
        tell(met, promise)


def test_its_maker_sees_it_and_takes_it_back_and_then_tells_it_herself(town, met, promise):
    tell(met, promise)
    with as_(town.bo):
        seen = see_my_agreements(actor=town.bo)
        assert [row.told_at is not None for row in seen.told] == [True]
        plan_actions.take_back(actor=town.bo, agreement_id=promise)
    assert row_of(met, promise).state is AgreementState.STARTED
    with as_(town.bo):
        plan_actions.report_agreement(
            actor=town.bo, agreement_id=promise, report=Report.NOT_KEPT, because="Ferie"
        )
        with pytest.raises(NotNow, match="selv fortalt"):
            plan_actions.take_back(actor=town.bo, agreement_id=promise)


def test_nobody_takes_it_back_for_the_maker(town, met, promise):
    tell(met, promise)
    with as_(met.karen), pytest.raises(NotAllowed):
        plan_actions.take_back(actor=met.karen, agreement_id=promise)


def test_a_page_that_is_old_is_told(met, promise):
    with pytest.raises(NotNow, match="ændret"):
        tell(met, promise, version=99)
