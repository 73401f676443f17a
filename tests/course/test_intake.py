"""Criteria, the decision, two pairs of eyes, the waiting list."""

from dataclasses import replace
from datetime import timedelta

import pytest

from landfast.access.roles import CourseRole
from landfast.course import models
from landfast.course.actions import assessing, coordinator, decision
from landfast.course.actions.telling import note_told
from landfast.course.queries.assessment import assessment, decision_for_citizen
from landfast.course.queries.intake import inbox
from landfast.course.queries.oversight import unheld
from landfast.course.rules.intake import Answered, Proposal
from landfast.course.rules.words import Answer, Outcome, ToldHow, Urgency
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.referrals import (
    answer_all,
    assessed,
    citizen_of,
    decided,
    proposal,
    proposed,
    referred,
    taken,
    unasked,
)
from tests.factories.town import as_


def page_of(town, course_id, actor=None):
    with as_(actor or town.mads):
        return assessment(actor or town.mads, course_id)


def test_nothing_is_answered_until_somebody_answers(town):
    page = page_of(town, taken(town))
    assert page.answers == {}
    assert (page.summary.yes, page.summary.missing) == (0, len(page.criteria))


def test_an_answer_needs_a_reason(town):
    course_id = taken(town)
    first = page_of(town, course_id).criteria[0]
    with as_(town.mads), pytest.raises(Wrong) as refusal:
        assessing.assess(
            actor=town.mads, course_id=course_id, answers=[Answered(first.id, Answer.NO, " ")]
        )
    assert refusal.value.field == f"reason_{first.id}"
    assert page_of(town, course_id).answers == {}


def test_a_colleagues_answer_is_not_written_over_from_a_stale_page(town):
    course_id = taken(town)
    first = page_of(town, course_id).criteria[0]
    opened = now()
    answer = [Answered(first.id, Answer.YES, "Han er 62")]
    with as_(town.mads):
        assessing.assess(actor=town.mads, course_id=course_id, answers=answer, read_at=opened)
    with as_(town.karen), pytest.raises(NotNow, match="Mads Makker har svaret"):
        assessing.assess(
            actor=town.karen, course_id=course_id, read_at=opened,
            answers=[replace(answer[0], answer=Answer.NO)],
        )  # fmt: skip
    assert page_of(town, course_id).answers[first.id].answer is Answer.YES


def test_no_decision_before_every_criterion_is_answered(town):
    course_id = taken(town)
    with pytest.raises(NotNow, match="alle spørgsmål"):
        proposed(town, course_id, Outcome.OFFERED)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        (Proposal(Outcome.OFFERED, " "), "reason"),
        (Proposal(Outcome.DECLINED, "Nej", "", "Ring"), "instead"),
        (Proposal(Outcome.DECLINED, "Nej", "Andet", " "), "appeal"),
        (Proposal(Outcome.WAITING, "Fuldt"), "expected_on"),
        (Proposal(Outcome.WAITING, "Fuldt", expected_on=today()), "expected_on"),
        (Proposal(Outcome.WAITING, "Fuldt", expected_on=today() + timedelta(400)), "expected_on"),
        (Proposal(Outcome.WAITING, "Fuldt", expected_on=today() + timedelta(9)), "calls_meanwhile"),
    ],
)
def test_a_proposal_says_all_that_the_citizen_needs(town, changed, field):
    course_id = assessed(town)
    with as_(town.mads), pytest.raises(Wrong) as refusal:
        decision.propose(actor=town.mads, course_id=course_id, proposal=changed)
    assert refusal.value.field == field


def test_two_pairs_of_eyes(town):
    course_id = assessed(town)
    decision_id = proposed(town, course_id, Outcome.OFFERED)
    with as_(town.mads), pytest.raises(NotNow, match="Bed en kollega"):
        decision.confirm(actor=town.mads, course_id=course_id, decision_id=decision_id)
    with as_(town.karen):
        decision.confirm(actor=town.karen, course_id=course_id, decision_id=decision_id)
    with as_(town.dorte), pytest.raises(NotNow, match="i mellemtiden"):
        decision.confirm(actor=town.dorte, course_id=course_id, decision_id=decision_id)


def test_one_proposal_at_a_time(town):
    course_id = assessed(town)
    proposed(town, course_id, Outcome.OFFERED)
    with pytest.raises(NotNow, match="Mads Makker har allerede foreslået"):
        proposed(town, course_id, Outcome.DECLINED, by=town.karen)


def test_a_proposal_can_be_sent_back_and_made_anew(town):
    course_id = assessed(town)
    decision_id = proposed(town, course_id, Outcome.DECLINED)
    with as_(town.dorte):
        with pytest.raises(Wrong):
            decision.send_back(
                actor=town.dorte, course_id=course_id, decision_id=decision_id, because=""
            )
        decision.send_back(
            actor=town.dorte, course_id=course_id, decision_id=decision_id, because="Spørg hende"
        )
    page = page_of(town, course_id)
    assert page.proposed is None
    assert page.sent_back.returned_because == "Spørg hende"
    proposed(town, course_id, Outcome.OFFERED)


def test_an_offer_stays_under_assessment_until_the_coordinator_is_appointed(town):
    course_id = decided(town, Outcome.OFFERED)
    assert page_of(town, course_id).decided.outcome is Outcome.OFFERED
    with as_(town.dorte):
        coordinator.appoint_first(
            actor=town.dorte, course_id=course_id, person_id=town.karen.person_id, reason="Relation"
        )  # fmt: skip
    with as_(town.mads):
        assert models.Referral.objects.count() == 0  # intake's access has ended
    with as_(town.karen):
        assert models.Referral.objects.get().state == "answered"


def test_a_no_is_told_by_who_said_it_and_then_intakes_access_ends(town):
    course_id = decided(town, Outcome.DECLINED)
    with as_(town.mads):
        page = assessment(town.mads, course_id)
        assert (page.waits_to_hear, page.may_note_told, page.may_reassess) == (True, True, False)
        note_told(actor=town.mads, course_id=course_id, how=ToldHow.PHONE)
    with as_(town.mads), pytest.raises(NotFound):
        assessment(town.mads, course_id)
    with as_(town.mads):
        assert models.Referral.objects.count() == models.Citizen.objects.count() == 0
    jytte = citizen_of(town, course_id)
    with as_(jytte):
        answer = decision_for_citizen(course_id)
        assert answer.outcome is Outcome.DECLINED
        said = [one.text for one in answer.letter]
        assert "Din kontaktperson hjælper dig." in said
        assert "Ring til os." in said


def test_a_no_is_looked_at_again_and_answered_anew(town):
    course_id = decided(town, Outcome.DECLINED)
    with as_(town.mads), pytest.raises(NotAllowed):
        decision.reassess(actor=town.mads, course_id=course_id, reason="Nyt")
    with as_(town.lars), pytest.raises(NotAllowed):
        decision.reassess(actor=town.lars, course_id=course_id, reason="Nyt")
    with as_(town.dorte):
        decision.reassess(actor=town.dorte, course_id=course_id, reason="Hun har ringet")
        with pytest.raises(NotNow):
            decision.reassess(actor=town.dorte, course_id=course_id, reason="Hun har ringet")
    page = page_of(town, course_id)
    assert page.answers == {}
    assert page.decided is None
    with as_(citizen_of(town, course_id)):
        assert decision_for_citizen(course_id) is None
    answer_all(town.mads, course_id)
    proposed(town, course_id, Outcome.OFFERED)


def test_the_waiting_list_stands_by_urgency_then_by_date(town):
    late = decided(town, Outcome.WAITING, urgency=Urgency.THIS_WEEK)
    last = decided(town, Outcome.WAITING, urgency=Urgency.CAN_WAIT)
    urgent = decided(town, Outcome.WAITING, urgency=Urgency.TODAY)
    with as_(town.karen):
        rows = inbox(town.karen).waiting
    assert [(row.course_id, row.position) for row in rows] == [(urgent, 1), (late, 2), (last, 3)]
    for place, course_id in enumerate((urgent, late, last), start=1):
        with as_(citizen_of(town, course_id)):
            answer = decision_for_citizen(course_id)
        assert answer.position == place
        assert answer.rings.name == "Karen Koordinator"
    with as_(town.dorte):
        covers = {row.course_id: row.cover for row in unheld([town.coordination])}
    assert covers == dict.fromkeys((urgent, late, last), "Karen Koordinator")


def test_from_the_waiting_list_to_an_offer(town):
    course_id = decided(town, Outcome.WAITING)
    decision_id = proposed(town, course_id, Outcome.OFFERED)
    with as_(town.dorte):
        decision.confirm(actor=town.dorte, course_id=course_id, decision_id=decision_id)
        assert inbox(town.dorte).waiting[0].decided is Outcome.OFFERED


def test_the_inbox_has_everything_apart_in_few_queries(town, django_assert_max_num_queries):
    referred(town)
    urgent = referred(town, urgency=Urgency.TODAY)
    unasked(town)
    taken(town)
    decided(town, Outcome.WAITING)
    with (
        as_(town.karen),
        django_assert_max_num_queries(10),
    ):  # of who rings meanwhile: are they there?
        found = inbox(town.karen)
    assert [row.urgency for row in found.new] == [Urgency.TODAY, Urgency.THIS_WEEK]
    assert found.new[0].id == urgent.id
    assert [len(x) for x in (found.waits_for_yes, found.assessing, found.waiting)] == [1, 1, 1]
    with as_(town.anna), pytest.raises(NotAllowed):
        inbox(town.anna)


def test_the_assessment_is_read_in_few_queries_and_the_look_is_logged(
    town, django_assert_max_num_queries
):
    course_id = assessed(town)
    with as_(town.karen), django_assert_max_num_queries(8):
        assessment(town.karen, course_id)
    with as_(citizen_of(town, course_id)):
        from landfast.access.looks.told import looks

        assert "Henvendelsen" in {look.what for look in looks(course_id)}


def test_intake_reaches_only_the_frame(town):
    from landfast.access.queries import course_roles

    course_id = taken(town)
    with as_(town.mads):
        assert course_roles(town.mads, course_id) == {CourseRole.INTAKE}
        assert proposal(town, Outcome.OFFERED).outcome is Outcome.OFFERED


def test_a_leader_sees_that_there_is_a_course_and_not_why_she_was_offered_it(town):
    course_id = decided(town, Outcome.OFFERED)
    with as_(town.lars):
        with pytest.raises(NotAllowed):
            assessment(town.lars, course_id)
        assert not models.Assessment.objects.filter(course_id=course_id).exists()
        assert not models.Decision.objects.filter(course_id=course_id).exists()


def test_the_lead_reads_the_reasons_of_a_no_that_can_be_looked_at_again(town):
    course_id = decided(town, Outcome.DECLINED)
    assert page_of(town, course_id, town.dorte).decided
