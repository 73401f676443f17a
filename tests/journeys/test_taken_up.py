"""She stops and begins again within a month: where it was, held meanwhile, nothing revived."""

from datetime import timedelta

import pytest

from landfast.access import queries as access
from landfast.access.actor import SYSTEM
from landfast.access.apart import keep_apart
from landfast.access.roles import CourseRole
from landfast.access.rules import Apart
from landfast.course import models
from landfast.course.actions.phases import wind_up
from landfast.course.queries.courses import course_page, offers_to
from landfast.course.rules.ending import TAKE_UP_WITHIN, ClosingFacts, PauseGround
from landfast.journeys.close_course import close_course
from landfast.journeys.hand_over import accept_course, refuse_course
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import before_reopening, reopen_course
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound, Wrong
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan.rules.words import AgreementState
from tests.factories.courses import assessed_course, state_of
from tests.factories.town import as_, leaves
from tests.journeys.stopped import begins, promises, running_with_a_promise, stops


@pytest.fixture
def lived(town):
    return running_with_a_promise(town)


def holder(lived):
    with as_(lived.citizen):
        rows = models.Coordinatorship.objects.filter(course_id=lived.id, ended_at=None)
        return [(row.person_id, row.kind) for row in rows]


def asked(lived):
    with as_(lived.citizen):
        rows = models.Handover.objects.filter(course_id=lived.id, state="offered")
        return [row.taker_id for row in rows]


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


def test_a_closing_after_an_old_stop_was_planned_and_is_not_taken_up(town, lived):
    stops(lived)
    begins(lived)
    with as_(town.karen):
        [offer] = offers_to(town.karen)
        accept_course(actor=town.karen, handover_id=offer.id)
        wind_up(actor=town.karen, course_id=lived.id, reason="Vi er færdige")
        close_course(
            actor=town.karen, course_id=lived.id,
            facts=ClosingFacts("Bolig", "", "Bo", "Ring", talk_declined=True),
        )  # fmt: skip
    assert not promised_to(lived.citizen, lived)
    assert not begins(lived)
    assert state_of(lived) == "GENÅBNET"
    assert holder(lived) == []
