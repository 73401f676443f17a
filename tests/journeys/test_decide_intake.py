"""After intake's no nothing in her plan waits for a yes; after a yes it waits on."""

import pytest

from landfast.course.rules.words import Outcome
from landfast.journeys.decide_intake import confirm_decision
from landfast.journeys.prepare_meeting import begin_meeting
from landfast.meetings.queries import meetings_of
from landfast.plan import actions, queries
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import Act, AgreementState
from tests.factories.meetings import load_formats
from tests.factories.plan import in_days
from tests.factories.referrals import assessed, citizen_of, decided, proposed
from tests.factories.town import as_
from tests.refusing import refused


@pytest.mark.parametrize(
    ("outcome", "stands"),
    [
        (Outcome.DECLINED, AgreementState.LAPSED),
        (Outcome.WAITING, AgreementState.PROPOSED),
        (Outcome.OFFERED, AgreementState.PROPOSED),
    ],
)
def test_what_she_had_proposed_herself_waits_for_nobody_after_a_no(town, outcome, stands):
    course = assessed(town)
    her = citizen_of(town, course)
    terms = Terms("Følger mig til banken", practical_problem="Breve", due_on=in_days(9))
    with as_(her):
        made = actions.propose_agreement(actor=her, course_id=course, terms=terms)
    decision_id = proposed(town, course, outcome)
    with as_(town.dorte):
        confirm_decision(actor=town.dorte, course_id=course, decision_id=decision_id)
    with as_(her):
        assert queries.agreement(made, course).state is stands
        last = queries.history(made)[-1]
    if outcome is Outcome.DECLINED:
        assert (last.act, last.actor.id) == (Act.LEAVE, town.dorte.person_id)


@pytest.mark.parametrize("outcome", [None, Outcome.WAITING, Outcome.DECLINED])
def test_before_somebody_holds_it_no_meeting_begins_that_a_no_could_leave_behind(town, outcome):
    load_formats()
    course = decided(town, outcome) if outcome else assessed(town)
    her = citizen_of(town, course)
    with as_(her), refused("no_leader"):
        begin_meeting(actor=her, course_id=course, format_code="M-01")
    with as_(her):
        assert meetings_of(course) == []
