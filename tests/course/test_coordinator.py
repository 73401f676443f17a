"""One coordinator: neutral, with room; handed over by an acceptance; covered when lost."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.access.session import acting
from landfast.course import models
from landfast.course.actions.coordinator import appoint_first
from landfast.course.queries.coordinators import candidates
from landfast.course.queries.courses import answers_to, offers_to
from landfast.journeys.hand_over import accept_course, offer_many, refuse_course
from landfast.journeys.start_course import start_course
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.course.baton import holder, offered, roles
from tests.factories.courses import assessed_course, some_programme, started_course
from tests.factories.town import as_


def test_one_who_decides_authority_matters_is_refused(town):
    lived = assessed_course(town)
    with as_(town.dorte), pytest.raises(NotNow) as refused:
        start_course(said_yes=True,
            actor=town.dorte, course_id=lived.id, person_id=town.solveig.person_id,
            reason="Kender hende",
        )  # fmt: skip
    assert refused.value.code == "not_neutral"


def test_a_full_coordinator_takes_no_more_unless_the_daily_lead_says_why(town):
    some_programme(cap=1)
    started_course(town)
    second = assessed_course(town, "Bent Berg")
    with as_(town.dorte):
        with pytest.raises(Wrong) as refused:
            start_course(
                said_yes=True,
                actor=town.dorte,
                course_id=second.id,
                person_id=town.karen.person_id,
                reason="Ro",
            )
        assert refused.value.field == "override"
    with as_(town.mads), pytest.raises(NotNow):
        start_course(said_yes=True,
            actor=town.mads, course_id=second.id, person_id=town.karen.person_id, reason="Ro",
            override="Jeg synes det",
        )  # fmt: skip
    with as_(town.dorte):
        start_course(said_yes=True,
            actor=town.dorte, course_id=second.id, person_id=town.karen.person_id, reason="Ro",
            override="Kender familien; to andre slutter i juni",
        )  # fmt: skip


def test_many_offers_at_once_go_past_the_cap_only_with_a_reason(town):
    some_programme(cap=2)
    courses = [started_course(town, name=name).id for name in ("Ane Ask", "Bo Birk")]
    courses.append(started_course(town, "Cai Due", by=town.mads).id)
    to = town.hire("Pia Plads", town.coordination, "coordinator")
    ask = {"actor": town.dorte, "taker": to.person_id, "reason": "Går på orlov"}
    with as_(town.dorte):
        told = offer_many(course_ids=courses, **ask)
        assert [row.why_not[:25] for row in told] == ["", "", "Der er ikke plads til fle"]
        [load] = [c.standing.load for c in candidates(courses[2]) if c.person.id == to.person_id]
        assert (load.held, load.asked, load.is_full) == (0, 2, True)
        [last] = offer_many(course_ids=courses[2:], override="Får mere tid", **ask)
        assert not last.why_not


def test_a_new_coordinator_holds_fewer(town):
    new = town.hire("Ny Nielsen", town.coordination, "coordinator", since=today())
    lived = assessed_course(town)
    with as_(town.dorte):
        by_name = {c.person.name: c for c in candidates(lived.id)}
    assert by_name["Ny Nielsen"].standing.load.cap == 8
    assert by_name["Karen Koordinator"].standing.load.cap == 15
    assert new


def test_one_on_leave_cannot_be_appointed(town):
    lived = assessed_course(town)
    with as_(town.karen):
        people.note_leave(
            person_id=town.karen.person_id, starts_on=today(), ends_on=None, kind=LeaveKind.SUDDEN
        )
    with as_(town.dorte), pytest.raises(NotNow) as refused:
        appoint_first(
            actor=town.dorte, course_id=lived.id, person_id=town.karen.person_id, reason="Ro"
        )
    assert refused.value.code == "on_leave"


def test_the_page_of_candidates_asks_few_questions(town, django_assert_max_num_queries):
    lived = assessed_course(town)
    with as_(town.dorte), django_assert_max_num_queries(7):
        assert len(candidates(lived.id)) == 3


def test_the_holder_keeps_the_course_until_the_successor_accepts(town):
    lived = started_course(town)
    offer = offered(town, lived, town.mads)
    assert roles(town.mads, lived) == {CourseRole.TAKER}
    assert holder(lived).holder.name == "Karen Koordinator"
    with as_(town.mads):
        assert [o.citizen for o in offers_to(town.mads)] == ["Jytte Jensen"]
        assert models.Profile.objects.count() == 0
        accept_course(actor=town.mads, handover_id=offer)
    assert holder(lived).holder.name == "Mads Makker"
    assert roles(town.mads, lived) == {CourseRole.COORDINATOR}
    assert roles(town.karen, lived) == {CourseRole.FORMER_COORDINATOR}


def test_the_former_coordinators_reading_really_ends(town):
    lived = started_course(town)
    offer = offered(town, lived, town.mads)
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)
    with clock.at(clock.now() + timedelta(days=16)), acting(town.karen):
        assert access.course_roles(town.karen, lived.id) == frozenset()


def test_a_refusal_has_a_reason_and_the_offerer_is_told(town):
    lived = started_course(town)
    offer = offered(town, lived, town.mads)
    with as_(town.mads):
        with pytest.raises(Wrong) as refused:
            refuse_course(actor=town.mads, handover_id=offer, answer=" ")
        assert refused.value.field == "answer"
        refuse_course(actor=town.mads, handover_id=offer, answer="Jeg har for meget lige nu")
    assert roles(town.mads, lived) == frozenset()
    with as_(town.karen):
        [told] = answers_to(town.karen, today() - timedelta(days=1))
        assert (told.state, told.answer) == ("refused", "Jeg har for meget lige nu")


def test_only_the_one_who_was_asked_can_answer(town):
    lived = started_course(town)
    offer = offered(town, lived, town.mads)
    with as_(town.karen), pytest.raises(NotAllowed):
        accept_course(actor=town.karen, handover_id=offer)
    with as_(town.bo), pytest.raises(NotFound):
        accept_course(actor=town.bo, handover_id=offer)


def test_many_courses_are_offered_at_once_and_each_result_is_told(town):
    lives = [started_course(town, name) for name in ("Anna Ask", "Bent Berg", "Carl Carlsen")]
    offered(town, lives[1], town.nina)
    with as_(town.dorte):
        told = offer_many(
            actor=town.dorte, course_ids=[lived.id for lived in lives],
            taker=town.mads.person_id, reason="Karen går på barsel",
        )  # fmt: skip
    assert [(t.citizen, bool(t.why_not)) for t in told] == [
        ("Anna Ask", False), ("Bent Berg", True), ("Carl Carlsen", False),
    ]  # fmt: skip


def leave_it_to_nobody():
    models.Coordinatorship.objects.update(ended_at=clock.now())
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def test_the_database_refuses_a_course_without_a_coordinator(town):
    lived = started_course(town)
    with as_(town.karen), pytest.raises(IntegrityError), transaction.atomic():
        leave_it_to_nobody()
    assert holder(lived).holder.name == "Karen Koordinator"
