"""A lost coordinator is covered: by the daily lead, or by the second."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access import queries as access
from landfast.access.actor import SYSTEM
from landfast.access.roles import CourseRole
from landfast.access.session import acting
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.course.queries.baton import stood_in
from landfast.course.queries.holding import answers_now, holders
from landfast.course.queries.lately import mine_lately
from landfast.journeys import cover_absence as absence
from landfast.journeys.come_back import come_back
from landfast.journeys.hand_over import accept_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel import clock
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import queries as meetings
from landfast.people import actions as people
from landfast.people import queries as people_queries
from landfast.people.rules import LeaveKind
from tests.course.baton import holder, offered, roles
from tests.factories.courses import started_course
from tests.factories.days import past_noon
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_, leaves
from tests.refusing import refused


def test_a_lost_coordinators_courses_are_all_covered_by_the_daily_lead(town):
    lives = [started_course(town, name) for name in ("Anna Ask", "Bent Berg")]
    with as_(town.dorte):
        assert (
            lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE) == 2
        )
    for lived in lives:
        held = holder(lived)
        assert held.is_cover
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
    assert not holder(lived).is_cover
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
        assert answers_now(holders(lived.id), monday).name == "Karen Koordinator"
    with as_(town.karen):
        people.note_leave(
            person_id=town.karen.person_id, starts_on=monday.date(), ends_on=None,
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    with as_(lived.citizen):
        answers = answers_now(holders(lived.id), monday)
        assert (answers.why, answers.name) == ("second", "Mads Makker")
        assert answers_now(holders(lived.id), monday.replace(hour=23)) is None


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


def test_who_covers_and_falls_ill_is_covered_in_turn(town):
    lived = with_second(town)
    until = absence.until_choices(today())[-1]
    with as_(town.mads):
        absence.cover_absence(actor=town.mads, person_id=town.karen.person_id, until=until)
    away(town.mads)
    with as_(town.dorte):
        absence.cover_absence(actor=town.dorte, person_id=town.karen.person_id, until=today())
        seen = absence.absence(actor=town.dorte, person_id=town.karen.person_id)
    assert seen.open == []
    assert holder(lived).deputy.name == "Dorte Daglig"
    with as_(town.karen):
        assert come_back(actor=town.karen) == 1
    assert holder(lived).deputy is None


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


def test_the_second_has_met_her_by_today(town):
    lived, mads = started_course(town), town.mads.person_id
    tomorrow = today() + timedelta(days=1)
    with as_(town.karen):
        with refused("met_ahead", "met_on"):
            name_second(actor=town.karen, course_id=lived.id, person_id=mads, met_on=tomorrow)
        name_second(actor=town.karen, course_id=lived.id, person_id=mads, met_on=today())


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


def test_a_daily_lead_who_is_lost_does_not_cover_her_own_courses(town):
    """In a small team the daily lead holds courses too."""
    lived = started_course(town)
    with as_(SYSTEM):
        people.employ(
            person_id=town.karen.person_id, unit_id=town.coordination, role="daily_leader",
            starts_on=today(),
        )  # fmt: skip
    away(town.dorte)
    with as_(town.lars):
        lose_coordinator(actor=town.lars, person_id=town.karen.person_id, loss=Loss.LEAVE)
    held = holder(lived)
    assert held.is_cover
    assert held.holder.name == "Dorte Daglig"  # away too, but not the one who is lost


def test_who_covered_and_takes_over_does_not_cover_for_themselves(town):
    """Else nobody could cover for them: they would stand there already."""
    lived = with_second(town)
    until = absence.until_choices(today())[-1]
    with as_(town.mads):
        absence.cover_absence(actor=town.mads, person_id=town.karen.person_id, until=until)
    offer = offered(town, lived, town.mads, by=town.dorte)
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)
    assert holder(lived).deputy is None
    assert roles(town.mads, lived) == {CourseRole.COORDINATOR}
    with as_(town.dorte):
        absence.cover_absence(actor=town.dorte, person_id=town.mads.person_id, until=until)
    assert holder(lived).deputy.name == "Dorte Daglig"


def test_who_covered_for_the_former_coordinator_covers_for_no_other(town):
    lived = with_second(town)
    until = absence.until_choices(today())[-1]
    with as_(town.mads):
        absence.cover_absence(actor=town.mads, person_id=town.karen.person_id, until=until)
    offer = offered(town, lived, town.nina, by=town.dorte)
    with as_(town.nina):
        accept_course(actor=town.nina, handover_id=offer)
    assert holder(lived).deputy is None
    assert roles(town.mads, lived) == {CourseRole.SECOND}


def test_the_lead_who_covers_as_a_deputy_already_covers_once(town):
    lived = started_course(town)
    until = absence.until_choices(today())[-1]
    with as_(town.dorte):
        absence.cover_absence(actor=town.dorte, person_id=town.karen.person_id, until=until)
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    assert holder(lived).deputy is None
    assert roles(town.dorte, lived) == {CourseRole.LEAD, CourseRole.COVER}


def test_nobody_is_covered_by_themselves_when_they_note_their_own_loss(town):
    with as_(SYSTEM):
        people.employ(
            person_id=town.dorte.person_id, unit_id=town.coordination, role="coordinator",
            starts_on=today(),
        )  # fmt: skip
    with as_(town.dorte), pytest.raises(NotNow, match="lost_oneself"):
        lose_coordinator(actor=town.dorte, person_id=town.dorte.person_id, loss=Loss.LEAVE)
