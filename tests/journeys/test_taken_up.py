"""She stops and begins again within a month: where it was, held meanwhile, nothing revived."""

from datetime import timedelta

import pytest

from landfast.access import queries as access
from landfast.access.actor import SYSTEM
from landfast.access.apart import keep_apart
from landfast.access.roles import CourseRole
from landfast.access.rules import Apart, Topic
from landfast.consent import actions as consent
from landfast.consent import queries as consents
from landfast.consent.actions import Outside, Yes
from landfast.consent.rules import How
from landfast.course import models
from landfast.course.actions.phases import wind_up
from landfast.course.queries.courses import course_page, offers_to
from landfast.course.rules.ending import TAKE_UP_WITHIN, PauseGround
from landfast.journeys.hand_over import accept_course, refuse_course
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import before_reopening, reopen_course
from landfast.journeys.resume_course import activate_course
from landfast.journeys.start_course import start_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan import models as plan_models
from landfast.plan import queries as plan
from landfast.plan.actions import (
    accept_agreement,
    change_proposal,
    lapse_agreement,
    say_went,
    take_back_went,
)
from landfast.plan.actions.outside import ask_outside
from landfast.plan.rules.outside import Whom
from landfast.plan.rules.words import AgreementKind, AgreementState, Went
from tests.factories.courses import assessed_course, state_of
from tests.factories.network import in_the_team
from tests.factories.plan import accepted, complete, proposed, wished, with_team
from tests.factories.town import as_, leaves


@pytest.fixture
def lived(town):
    """The meetings run; Karen holds it, Bo has promised something."""
    course = with_team(town, town.bo)
    wished(course)
    accepted(town, course, town.bo, text="Ringer til banken")
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=course.id)
    return course


def stops(lived):
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)


def begins(lived, actor=None, **said):
    with as_(actor or lived.citizen):
        return reopen_course(actor=actor or lived.citizen, course_id=lived.id, **said)


def holder(lived):
    with as_(lived.citizen):
        rows = models.Coordinatorship.objects.filter(course_id=lived.id, ended_at=None)
        return [(row.person_id, row.kind) for row in rows]


def asked(lived):
    with as_(lived.citizen):
        rows = models.Handover.objects.filter(course_id=lived.id, state="offered")
        return [row.taker_id for row in rows]


def promises(lived):
    with as_(lived.citizen):
        return {row.text: row.state for row in plan.plan_of(lived.id).agreements}


def test_the_lead_covers_who_held_it_is_asked_and_the_phase_goes_on(town, lived):
    stops(lived)
    assert begins(lived)
    assert state_of(lived) == "AKTIV"
    assert holder(lived) == [(town.dorte.person_id, "cover")]
    assert asked(lived) == [town.karen.person_id]
    with as_(town.karen):
        assert access.course_roles(town.karen, lived.id) == {CourseRole.TAKER}
        [offer] = offers_to(town.karen)
        accept_course(actor=town.karen, handover_id=offer.id)
    assert holder(lived) == [(town.karen.person_id, "coordinator")]
    with as_(town.dorte):
        assert access.course_roles(town.dorte, lived.id) == {CourseRole.LEAD}


def test_who_says_no_leaves_it_with_the_cover(town, lived):
    stops(lived)
    begins(lived)
    with as_(town.karen):
        [offer] = offers_to(town.karen)
        refuse_course(actor=town.karen, handover_id=offer.id, answer="Har ikke plads")
        with pytest.raises(NotFound):
            course_page(town.karen, lived.id)
    assert holder(lived) == [(town.dorte.person_id, "cover")]


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


def test_what_waited_for_anybody_waits_again_and_what_was_asked_outside_does_not(town, lived):
    keys = {
        text: proposed(town, lived, None, text=text)
        for text in ("Finder en cykel", "Maler køkkenet")
    }
    with as_(lived.citizen):
        whom = Whom("Grethe", address="")
        ask_outside(actor=lived.citizen, agreement_id=keys["Maler køkkenet"], whom=whom)
    stops(lived)
    begins(lived)
    states = promises(lived)
    assert states["Finder en cykel"] is AgreementState.PROPOSED
    assert states["Maler køkkenet"] is AgreementState.LAPSED


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


def test_after_a_month_the_way_back_is_the_one_of_half_a_year(town, lived):
    stops(lived)
    with clock.at(now() + TAKE_UP_WITHIN + timedelta(days=1)):
        assert not begins(lived)
        assert state_of(lived) == "GENÅBNET"
        assert holder(lived) == []
        assert promises(lived) == {"Ringer til banken": AgreementState.LAPSED}


def test_on_the_last_day_it_still_goes_on(town, lived):
    stops(lived)
    with clock.at(now() + TAKE_UP_WITHIN):
        assert begins(lived)


@pytest.mark.parametrize("gone", ["left", "leave", "decides"])
def test_who_is_gone_or_decides_is_not_asked_and_the_lead_covers_all_the_same(town, lived, gone):
    stops(lived)
    if gone == "left":
        leaves(town.karen, today() - timedelta(days=1))
    elif gone == "leave":
        with as_(town.karen):
            people.note_leave(
                person_id=town.karen.person_id, starts_on=today(), ends_on=None,
                kind=LeaveKind.PLANNED,
            )  # fmt: skip
    else:
        leaves(town.karen, today() - timedelta(days=1))
        with as_(SYSTEM):
            people.employ(
                person_id=town.karen.person_id, unit_id=town.social, role="case_worker",
                starts_on=today(),
            )  # fmt: skip
    assert begins(lived)
    assert holder(lived) == [(town.dorte.person_id, "cover")]
    assert asked(lived) == []


def test_a_pause_and_a_closing_go_on_where_the_course_was(town, lived):
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED, review_on=None
        )
    stops(lived)
    begins(lived)
    assert state_of(lived) == "AKTIV"
    with as_(town.dorte):
        wind_up(actor=town.dorte, course_id=lived.id, reason="Målene er nået")
    stops(lived)
    begins(lived)
    assert state_of(lived) == "AKTIV"
    assert len(holder(lived)) == 1


def test_before_anybody_held_it_there_is_nothing_to_take_up(town):
    waits = assessed_course(town)
    stops(waits)
    assert not begins(waits)
    assert state_of(waits) == "GENÅBNET"


def promised_to(leader, course):
    with as_(leader):
        return before_reopening(actor=leader, course_id=course.id)[1]


def test_where_nobody_leads_from_day_to_day_nothing_is_promised(town, lived):
    stops(lived)
    assert promised_to(town.lars, lived)
    leaves(town.dorte, today() - timedelta(days=1))
    assert not promised_to(town.lars, lived)
    assert not begins(lived, town.lars, citizen_said_so=True, said_how="Ringede selv")


@pytest.mark.parametrize("way", ["held", "paused", "closing"])
def test_the_page_promises_beforehand_what_the_act_answers(town, lived, way):
    with as_(lived.citizen):
        if way == "paused":
            pause_course(
                actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED, review_on=None
            )
    if way == "closing":
        with as_(town.karen):
            wind_up(actor=town.karen, course_id=lived.id, reason="Målene er nået")
    assert not promised_to(town.dorte, lived), "she has not stopped"
    stops(lived)
    with clock.at(now() + TAKE_UP_WITHIN + timedelta(days=1)):
        assert not promised_to(town.dorte, lived)
    assert promised_to(town.dorte, lived)
    assert begins(lived)


def test_the_page_promises_nothing_where_a_later_stop_came_before_anybody_held_it(town, lived):
    stops(lived)
    with clock.at(now() + timedelta(days=35)):
        assert not begins(lived)
        stops(lived)
        assert not promised_to(town.dorte, lived)
        assert not begins(lived)


def test_the_lead_opens_it_on_her_word_by_the_same_way(town, lived):
    stops(lived)
    assert begins(lived, town.dorte, citizen_said_so=True, said_how=" Ringede selv i dag ")
    assert holder(lived) == [(town.dorte.person_id, "cover")]
    with as_(lived.citizen):
        moved = models.StateChange.objects.get(course_id=lived.id, after="GENÅBNET")
        assert moved.reason == "Ringede selv i dag"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "citizen_said_so"),
        ({"said_how": "Ringede selv"}, "citizen_said_so"),
        ({"citizen_said_so": True, "said_how": " "}, "said_how"),
        ({"citizen_said_so": True, "said_how": "x" * 501}, "said_how"),
    ],
)
def test_without_her_word_nobody_begins_it_again(town, lived, said, field):
    stops(lived)
    with pytest.raises(Wrong) as refused:
        begins(lived, town.dorte, **said)
    assert refused.value.field == field
    assert state_of(lived) == "AFVIST_AF_BORGER"
    assert holder(lived) == []


def test_nobody_else_takes_it_up(town, lived):
    stops(lived)
    for who in (town.karen, town.bo, town.mads):
        with as_(who), pytest.raises(NotFound):
            reopen_course(actor=who, course_id=lived.id)


def test_a_course_kept_apart_stays_with_its_named_leader(town, lived):
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=lived.id, why=Apart.COLLEAGUE,
            leader=town.lars.person_id,
        )  # fmt: skip
    stops(lived)
    assert begins(lived)
    assert holder(lived) == [(town.lars.person_id, "cover")]
