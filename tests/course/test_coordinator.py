"""One coordinator: neutral, with room; handed over by an acceptance; covered when lost."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.access.session import acting
from landfast.course import models
from landfast.course.actions.coordinator import appoint_first, name_second
from landfast.course.actions.cover import name_deputy
from landfast.course.queries.baton import stood_in
from landfast.course.queries.coordinators import candidates
from landfast.course.queries.courses import answers_to, offers_to
from landfast.course.queries.holding import answers_of, who_holds
from landfast.course.queries.lately import mine_lately
from landfast.journeys import cover_absence as absence
from landfast.journeys.come_back import come_back
from landfast.journeys.hand_over import accept_course, offer_course, offer_many, refuse_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.start_course import start_course
from landfast.kernel import clock
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import queries as meetings
from landfast.people import actions as people
from landfast.people import queries as people_queries
from landfast.people.rules import LeaveKind
from tests.factories.courses import assessed_course, some_programme, started_course
from tests.factories.days import past_noon
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_, leaves


def roles(actor, lived):
    with as_(actor):
        return access.course_roles(actor, lived.id)


def holder(lived):
    with as_(lived.citizen):
        return who_holds(lived.id)


def offered(town, lived, to, by=None):
    by = by or town.karen
    with as_(by):
        return offer_course(
            actor=by, course_id=lived.id, taker=to.person_id, reason="Bor tættere på"
        )


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


def test_a_lost_coordinators_courses_are_all_covered_by_the_daily_lead(town):
    lives = [started_course(town, name) for name in ("Anna Ask", "Bent Berg")]
    with as_(town.dorte):
        assert (
            lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE) == 2
        )
    for lived in lives:
        held = holder(lived)
        assert held.is_vacant
        assert held.holder.name == "Dorte Daglig"
        assert held.cover_until == add_business_days(today(), 5)
        assert roles(town.karen, lived) == frozenset()
        assert CourseRole.COVER in roles(town.dorte, lived)


def test_a_covered_course_gets_a_new_coordinator_by_the_same_hand_over(town):
    lived = started_course(town)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEFT)
    offer = offered(town, lived, town.mads, by=town.dorte)
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)
    assert not holder(lived).is_vacant
    assert roles(town.dorte, lived) == {CourseRole.LEAD}


def test_a_coordinator_cannot_report_a_colleague_lost(town):
    started_course(town)
    with as_(town.mads), pytest.raises(NotAllowed):
        lose_coordinator(actor=town.mads, person_id=town.karen.person_id, loss=Loss.LEAVE)


def with_second(town):
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    return lived


def test_the_second_covers_without_an_act(town):
    lived = with_second(town)
    monday = clock.datetime(2026, 11, 23, 10, tzinfo=clock.DENMARK)
    with as_(lived.citizen):
        assert answers_of(who_holds(lived.id), monday).name == "Karen Koordinator"
    with as_(town.karen):
        people.note_leave(
            person_id=town.karen.person_id, starts_on=monday.date(), ends_on=None,
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    with as_(lived.citizen):
        answers = answers_of(who_holds(lived.id), monday)
        assert (answers.why, answers.name) == ("second", "Mads Makker")
        assert answers_of(who_holds(lived.id), monday.replace(hour=23)) is None


def test_the_second_covers_all_her_courses_in_one_act_and_the_time_ends_it(town):
    lived = with_second(town)
    until = absence.until_choices(today())[-1]
    far = until + timedelta(days=300)
    with as_(town.mads):
        with pytest.raises(Wrong):
            absence.cover_absence(actor=town.mads, person_id=town.karen.person_id, until=far)
        assert (
            absence.cover_absence(actor=town.mads, person_id=town.karen.person_id, until=until) == 1
        )
    held = holder(lived)
    assert (held.holder.name, held.deputy.name) == ("Karen Koordinator", "Mads Makker")
    assert held.deputy.until == until
    assert CourseRole.DEPUTY in roles(town.mads, lived)
    with clock.at(clock.now() + (until - today()) + timedelta(days=2)), acting(town.mads):
        assert access.course_roles(town.mads, lived.id) == {CourseRole.SECOND}


def test_who_is_back_before_time_has_her_courses_again_and_no_cover_is_left(town):
    lived = with_second(town)
    until = absence.until_choices(today())[-1]
    later = until + timedelta(days=7)
    with as_(town.mads):
        absence.cover_absence(actor=town.mads, person_id=town.karen.person_id, until=until)
    with as_(town.karen):
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.mads.person_id,
            starts_on=later, ends_on=later,
        )  # fmt: skip
        assert come_back(actor=town.karen) == 1
        assert people_queries.away([town.karen.person_id]) == frozenset()
        with pytest.raises(NotNow):
            come_back(actor=town.karen)
    assert holder(lived).deputy is None
    assert CourseRole.DEPUTY not in roles(town.mads, lived)
    with clock.at(clock.now() + (later - today())), acting(town.mads):
        assert CourseRole.DEPUTY not in access.course_roles(town.mads, lived.id)


def away(somebody):
    with as_(somebody):
        people.note_leave(
            person_id=somebody.person_id, starts_on=today(), ends_on=None, kind=LeaveKind.SUDDEN
        )


def test_nobody_is_covered_by_one_who_is_away_too(town):
    lived = with_second(town)
    away(town.mads)
    with as_(town.dorte):
        absence.cover_absence(actor=town.dorte, person_id=town.karen.person_id, until=today())
    assert holder(lived).deputy.name == "Dorte Daglig"


def test_the_lead_who_is_at_work_covers_the_lost_one(town):
    town.hire("Else Daglig", town.coordination, "daily_leader")
    lived = started_course(town)
    away(town.dorte)
    with as_(town.lars):
        lose_coordinator(actor=town.lars, person_id=town.karen.person_id, loss=Loss.LEAVE)
    assert holder(lived).holder.name == "Else Daglig"


def test_the_meetings_ahead_follow_whoever_covers_also_when_another_leader_acts(town):
    """Lars sees no meeting of the course: the same transaction gives it to who covers (A3)."""
    met = prepared_meeting(town, call=True)
    with as_(town.lars):
        lose_coordinator(actor=town.lars, person_id=town.karen.person_id, loss=Loss.LEAVE)
    with as_(met.lived.citizen):
        assert meetings.meeting(met.id).leader == "Dorte Daglig"
        assert next(one.kind for one in access.events(met.lived.id)) == "meeting.leader_changed"
    with as_(town.mads), connection.cursor() as cursor:
        cursor.execute("select meetings_leader_follows(%s)", [met.lived.id])
        assert cursor.fetchone() == (0,), "nobody else moves it"


def test_whoever_has_left_is_nothing_to_any_course(town):
    lived = with_second(town)
    with as_(town.mads):
        assert access.scopes_as(town.mads, CourseRole.SECOND) == [lived.id]
    leaves(town.mads, today() - timedelta(days=1))
    with as_(town.mads):
        assert access.scopes_as(town.mads, CourseRole.SECOND) == []
        assert mine_lately() == {}


def test_a_stranger_to_the_courses_cannot_cover(town):
    with_second(town)
    with as_(town.nina), pytest.raises(NotFound):
        absence.cover_absence(actor=town.nina, person_id=town.karen.person_id, until=today())


def test_a_deputys_time_has_an_end_within_eight_weeks(town):
    lived = started_course(town)
    with as_(town.karen), pytest.raises(Wrong) as refused:
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.nina.person_id,
            starts_on=today(), ends_on=today() + timedelta(days=90),
        )  # fmt: skip
    assert refused.value.field == "ends_on"


def test_cover_ahead_gives_access_only_when_it_begins_and_none_after_a_stop(town):
    from landfast.journeys.stop_course import stop_course

    lived = started_course(town)
    with as_(town.karen):
        name_deputy(
            actor=town.karen, course_id=lived.id, person_id=town.nina.person_id,
            starts_on=today() + timedelta(days=2), ends_on=today() + timedelta(days=9),
        )  # fmt: skip
    assert roles(town.nina, lived) == frozenset()
    with clock.at(clock.now() + timedelta(days=3)), acting(town.nina):
        assert access.course_roles(town.nina, lived.id) == {CourseRole.DEPUTY}
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    with clock.at(clock.now() + timedelta(days=3)), acting(town.nina):
        assert access.course_roles(town.nina, lived.id) == frozenset()


def test_the_second_is_another_than_the_coordinator(town):
    lived = started_course(town)
    with as_(town.karen), pytest.raises(Wrong):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.karen.person_id)


def test_a_second_stands_on_the_day_that_it_was_in_denmark(town):
    # given a second named half an hour past midnight, and another the same hour the day after
    midnight = past_noon().replace(hour=0, minute=30)
    with clock.at(midnight - timedelta(days=2)):
        lived = started_course(town)
    before = midnight - timedelta(days=1)
    for at, person in ((before, town.mads), (midnight, town.dorte)):
        with clock.at(at), as_(town.karen):
            name_second(actor=town.karen, course_id=lived.id, person_id=person.person_id)
    # then each day is the one of the Danish calendar, not the evening before it
    with as_(town.karen):
        stood = [(one.since, one.until) for one in stood_in(lived.id, today())]
    assert stood == [(before.date(), midnight.date()), (midnight.date(), None)]


def leave_it_to_nobody():
    models.Coordinatorship.objects.update(ended_at=clock.now())
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def test_the_database_refuses_a_course_without_a_coordinator(town):
    lived = started_course(town)
    with as_(town.karen), pytest.raises(IntegrityError), transaction.atomic():
        leave_it_to_nobody()
    assert holder(lived).holder.name == "Karen Koordinator"
