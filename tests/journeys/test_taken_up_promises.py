"""She begins again within a month: what was promised is asked anew, what ended stays ended."""

from datetime import timedelta

import pytest

from landfast.access.rules import Topic
from landfast.consent import actions as consent
from landfast.consent import queries as consents
from landfast.consent.actions import Outside, Yes
from landfast.consent.rules import How
from landfast.course.queries.courses import course_page
from landfast.journeys.start_course import start_course
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.plan import models as plan_models
from landfast.plan import queries as plan
from landfast.plan.actions import (
    accept_agreement,
    change_proposal,
    lapse_agreement,
    say_went,
    take_back_went,
)
from landfast.plan.actions.outside import Said, answer_outside, ask_outside, renew_link
from landfast.plan.queries.outside import asked, outside_of
from landfast.plan.rules.outside import Reply, Whom
from landfast.plan.rules.words import AgreementKind, AgreementState, Went
from tests.factories.network import in_the_team
from tests.factories.plan import accepted, complete, in_days, proposed
from tests.factories.town import as_
from tests.journeys.stopped import begins, promises, running_with_a_promise, stops


@pytest.fixture
def lived(town):
    return running_with_a_promise(town)


def test_what_was_promised_is_asked_for_again_and_counts_from_the_new_yes(town, lived):
    stops(lived)
    assert promises(lived) == {"Ringer til banken": AgreementState.LAPSED}
    begins(lived)
    assert promises(lived) == {"Ringer til banken": AgreementState.PROPOSED}
    with as_(town.bo):
        [task] = plan.tasks_of(town.bo)
        assert task.text == "Ringer til banken"
        with pytest.raises(NotFound):  # she has not let him in again
            course_page(town.bo, lived.id)
    with as_(lived.citizen):
        consent.allow(
            actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id,
            purpose="Bolig", how=How.SELF,
        )  # fmt: skip
        [key] = [row.id for row in plan.plan_of(lived.id).agreements]
    with as_(town.bo):
        course_page(town.bo, lived.id)
        accept_agreement(actor=town.bo, agreement_id=key, follow_up_by=town.dorte.person_id)
        assert plan.tasks_of(town.bo) == []
    assert promises(lived) == {"Ringer til banken": AgreementState.ACCEPTED}


def test_who_offers_another_day_has_the_promise_and_no_task_beside_it(town, lived):
    stops(lived)
    begins(lived)
    with as_(lived.citizen):
        consent.allow(
            actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id,
            purpose="Bolig", how=How.SELF,
        )  # fmt: skip
        row = plan_models.Agreement.objects.get(text="Ringer til banken")
    with as_(town.bo):
        assert len(plan.tasks_of(town.bo)) == 1
        change_proposal(
            actor=town.bo, agreement_id=row.id,
            terms=complete(town.dorte, text=row.text, due_on=today() + timedelta(days=10)),
        )  # fmt: skip
        assert plan.tasks_of(town.bo) == []


def test_a_day_that_has_gone_is_asked_about_and_never_said_yes_to(town, lived):
    with as_(lived.citizen):
        row = plan_models.Agreement.objects.get(text="Ringer til banken")
        was = row.due_on
    stops(lived)
    with clock.at(now() + timedelta(days=(was - today()).days + 1)):
        begins(lived)
        with as_(lived.citizen):
            row.refresh_from_db()
            assert (row.due_on, row.follow_up_on, row.starts_on) == (None, None, None)
            assert row.changes.latest("at").old_due_on == was
            consent.allow(
                actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id,
                purpose="Bolig", how=How.SELF,
            )  # fmt: skip
        with as_(town.bo):
            yes = {"actor": town.bo, "agreement_id": row.id, "follow_up_by": town.dorte.person_id}
            for days, follows, field in [
                ({}, 7, "due_on"), ({"due_on": was}, 7, "due_on"),
                ({"due_on": today() + timedelta(days=7)}, 3, "follow_up_on"),
            ]:  # fmt: skip
                after = today() + timedelta(days=follows)
                with pytest.raises(Wrong) as refused:
                    accept_agreement(**yes, **days, follow_up_on=after)
                assert refused.value.field == field
            after = today() + timedelta(days=7)
            accept_agreement(**yes, due_on=after, follow_up_on=after)
    assert promises(lived) == {"Ringer til banken": AgreementState.ACCEPTED}


def test_a_day_that_comes_stands_as_it_was_said(lived):
    with as_(lived.citizen):
        was = plan_models.Agreement.objects.get(text="Ringer til banken").due_on
    stops(lived)
    begins(lived)
    with as_(lived.citizen):
        row = plan_models.Agreement.objects.get(text="Ringer til banken")
        assert (row.due_on, row.changes.latest("at").old_due_on) == (was, None)


def test_a_proposal_waits_again_and_what_she_ended_herself_stays_ended(town, lived):
    proposed(town, lived, town.bo, text="Følger med til lægen")
    gone = accepted(town, lived, town.bo, text="Fylder køleskabet op")
    interim = accepted(town, lived, town.bo, text="Sover hos en ven")
    with as_(lived.citizen):
        lapse_agreement(actor=lived.citizen, agreement_id=gone, citizen_said_so=True)
        rows = plan_models.Agreement.objects.filter(id=interim)
        rows.update(kind=AgreementKind.INTERIM)
    stops(lived)
    begins(lived)
    states = promises(lived)
    assert states["Følger med til lægen"] is AgreementState.PROPOSED
    assert states["Fylder køleskabet op"] is AgreementState.LAPSED
    assert states["Sover hos en ven"] is AgreementState.LAPSED


def test_what_waited_for_anybody_waits_again(town, lived):
    proposed(town, lived, None, text="Finder en cykel")
    stops(lived)
    begins(lived)
    assert promises(lived)["Finder en cykel"] is AgreementState.PROPOSED


def test_who_promised_from_outside_is_asked_again_by_a_new_link_only(town, lived):
    made = proposed(town, lived, None, text="Maler køkkenet")
    with as_(lived.citizen):
        whom = Whom("Grethe", address="grethe@example.dk")
        old = ask_outside(actor=lived.citizen, agreement_id=made, whom=whom)
    stops(lived)
    begins(lived)
    assert promises(lived)["Maler køkkenet"] is AgreementState.PROPOSED
    with as_(None):
        assert asked(old) is None, "nobody outside reads of it before she says so again"
    with as_(lived.citizen):
        row = outside_of(made)
        assert not row.is_open(now())
        assert row.mail_state == ""
        new = renew_link(actor=lived.citizen, agreement_id=made)
    with as_(None):
        assert asked(new).text == "Maler køkkenet"
        said = Said(Reply.YES, asked(new).version, due_on=in_days(9))
        answer_outside(link=new, said=said, source="192.0.2.1")
    assert promises(lived)["Maler køkkenet"] is AgreementState.ACCEPTED


def test_what_ended_with_an_earlier_stop_stays_ended(town, lived):
    stops(lived)
    with clock.at(now() + timedelta(days=35)):
        assert not begins(lived)
        with as_(town.dorte):
            start_course(
                said_yes=True,
                actor=town.dorte,
                course_id=lived.id,
                person_id=town.karen.person_id,
                reason="Igen",
            )
    with clock.at(now() + timedelta(days=40)):
        stops(lived)
    with clock.at(now() + timedelta(days=41)):
        assert begins(lived)
    assert promises(lived) == {"Ringer til banken": AgreementState.LAPSED}


def test_what_a_proposal_replaces_is_not_offered_beside_it(town, lived):
    with as_(lived.citizen):
        old = plan_models.Agreement.objects.get(text="Ringer til banken")
    new = proposed(town, lived, town.bo, text="Skriver til banken")
    with as_(lived.citizen):
        plan_models.Agreement.objects.filter(id=new).update(replaces=old.id)
    stops(lived)
    begins(lived)
    assert promises(lived) == {
        "Ringer til banken": AgreementState.LAPSED,
        "Skriver til banken": AgreementState.PROPOSED,
    }


def test_taking_her_word_back_after_the_stop_keeps_no_promise_away(town, lived):
    with as_(lived.citizen):
        [key] = [row.id for row in plan.plan_of(lived.id).agreements]
    with clock.at(now() + timedelta(days=14)):
        with as_(lived.citizen):
            say_went(actor=lived.citizen, agreement_id=key, went=Went.NOT)
        stops(lived)
        with as_(lived.citizen):
            take_back_went(actor=lived.citizen, agreement_id=key)
        begins(lived)
    assert promises(lived) == {"Ringer til banken": AgreementState.PROPOSED}


@pytest.mark.parametrize("by_lead", [False, True])
def test_what_she_said_of_a_promise_is_not_said_of_the_one_that_is_offered_again(
    town, lived, by_lead
):
    with as_(lived.citizen):
        [key] = [row.id for row in plan.plan_of(lived.id).agreements]
    with clock.at(now() + timedelta(days=14)):
        with as_(lived.citizen):
            say_went(actor=lived.citizen, agreement_id=key, went=Went.NOT, words="Ingen ringede")
        stops(lived)
        if by_lead:
            begins(lived, town.dorte, citizen_said_so=True, said_how="Ringede selv")
        else:
            begins(lived)
        with as_(lived.citizen):
            [row] = plan.plan_of(lived.id).agreements
    assert (row.state, row.hers, row.hers_words) == (AgreementState.PROPOSED, None, "")


def test_her_wishes_stand_and_no_yes_of_hers_comes_back_by_itself(town, lived):
    in_the_team(lived, town.bo, by=lived.citizen)
    with as_(lived.citizen):
        share = consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(person=town.peter.person_id),
            yes=Yes([Topic.HOUSING], "Må vide det", today() + timedelta(days=60)),
        )  # fmt: skip
    stops(lived)
    begins(lived)
    with as_(lived.citizen):
        assert len(plan.plan_of(lived.id).living) == 1
        assert consents.allowed(lived.id) == frozenset()
        assert not any(row.runs for row in consents.shares(lived.id))
        new = consent.share_again(actor=lived.citizen, course_id=lived.id, share_id=share)
        again = consents.share(lived.id, new)
        assert (again.runs, again.until) == (True, today() + timedelta(days=60))
        with pytest.raises(NotNow):
            consent.share_again(actor=lived.citizen, course_id=lived.id, share_id=share)


def test_a_share_of_a_course_that_is_over_is_not_given_again(town, lived):
    with as_(lived.citizen):
        share = consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(person=town.peter.person_id),
            yes=Yes([Topic.HOUSING], "Må vide det", today() + timedelta(days=60)),
        )  # fmt: skip
    stops(lived)
    with as_(lived.citizen), pytest.raises(NotNow):
        consent.share_again(actor=lived.citizen, course_id=lived.id, share_id=share)
