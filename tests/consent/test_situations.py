"""If I am admitted, if nobody can reach me, at a named meeting: it opens and closes by acts."""

from datetime import date, timedelta

import pytest
from django.db import Error, transaction

from landfast.access import queries as access
from landfast.access.actions import To, grant
from landfast.access.roles import CourseRole
from landfast.access.rules import Situation, Topic, When
from landfast.consent import actions, queries
from landfast.consent.actions import Outside
from landfast.course.actions.observing import record_observation
from landfast.course.rules import observation as told
from landfast.course.rules.words import Precision
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound, Wrong
from landfast.meetings import actions as meetings
from landfast.plan import actions as plan
from landfast.plan import queries as plans
from landfast.programmes.rules import NeedArea
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_

ADMITTED = When(Situation.ADMITTED)
UNREACHABLE = When(Situation.UNREACHABLE, days=3)
DAY = timedelta(days=1)


@pytest.fixture
def lived(town):
    course = started_course(town)
    wish(course)
    return course


def wish(course):
    with as_(course.citizen):
        plan.add_wish(
            actor=course.citizen, course_id=course.id, area=NeedArea.HOUSING, words="Et sted at bo"
        )


def reads(actor, lived):
    with as_(actor):
        listed = [row.course for row in access.shared_with(actor)]
        wishes = [one.words for one in plans.wishes_of(lived.id)]
        assert bool(listed) == bool(wishes) == bool(access.course_roles(actor, lived.id))
        return bool(wishes)


def observe(town, lived, kind, on, **more):
    with as_(town.karen):
        record_observation(
            actor=town.karen, course_id=lived.id, kind=kind, happened_on=on, source="P3", **more
        )


def test_an_admission_that_is_told_opens_for_the_ward_and_the_discharge_closes(town, lived):
    said_yes(lived, Outside(unit=town.ward), when=ADMITTED)
    assert not reads(town.anna, lived)
    observe(town, lived, "admission", today() - 2 * DAY)
    assert reads(town.anna, lived)
    observe(town, lived, "discharge", today() - 3 * DAY)
    assert reads(town.anna, lived), "an earlier discharge says nothing about this admission"
    observe(town, lived, "discharge", today())
    assert not reads(town.anna, lived)
    with as_(town.karen):
        [row] = queries.shares(lived.id)
        assert (row.runs, row.is_so) == (True, False)


def test_a_whole_organisation_is_let_in_with_everybody_who_works_there(town, lived):
    said_yes(lived, Outside(organisation=town.region))
    assert reads(town.anna, lived)
    assert not reads(town.bo, lived)
    with as_(town.karen):
        assert "Region Fjord" in [row.name for row in access.readers(lived.id)]
        assert queries.shares(lived.id)[0].recipient == "Region Fjord"


@pytest.mark.parametrize(
    ("kind", "precision", "days_ago", "what"),
    [
        ("admission", Precision.EXACT, 0, Situation.ADMITTED),
        ("admission", Precision.EXACT, 90, Situation.ADMITTED),
        ("admission", Precision.EXACT, 91, None),
        ("admission", Precision.YEAR, 0, None),
        ("contact_lost", Precision.EXACT, 1, Situation.UNREACHABLE),
        ("home_visit", Precision.EXACT, 1, None),
    ],
)
def test_only_what_was_told_of_a_known_and_recent_day_opens(kind, precision, days_ago, what):
    day = date(2026, 3, 2)
    assert told.opens(kind, precision, day - timedelta(days=days_ago), day) is what


def test_an_old_admission_told_after_its_discharge_opens_nothing(town, lived):
    said_yes(lived, Outside(unit=town.ward), when=ADMITTED)
    observe(town, lived, "discharge", today() - DAY)
    observe(town, lived, "admission", today() - 5 * DAY)
    assert not reads(town.anna, lived)


def test_nobody_can_reach_her_waits_its_days_and_ends_with_her_next_act(town, lived):
    said_yes(lived, Outside(person=town.bo.person_id), when=UNREACHABLE)
    observe(town, lived, "contact_lost", today())
    for days, opened in ((0, False), (3, False), (4, True)):
        with clock.at(clock.now() + timedelta(days=days)):
            assert reads(town.bo, lived) == opened, days
    with clock.at(clock.now() + timedelta(days=5)):
        wish(lived)
        assert not reads(town.bo, lived), "she has done something: somebody has reached her"
        observe(town, lived, "contact_lost", today())
    with clock.at(clock.now() + timedelta(days=9)):
        assert reads(town.bo, lived), "lost again: told anew, counted anew"
        with as_(town.karen):
            actions.say_so_no_more(actor=town.karen, course_id=lived.id, kind=Situation.UNREACHABLE)
        assert not reads(town.bo, lived)


def test_she_says_herself_that_she_is_admitted_and_that_it_is_over(town, lived):
    said_yes(lived, Outside(unit=town.ward), when=ADMITTED)
    me = lived.citizen
    with as_(me):
        actions.say_so(actor=me, course_id=lived.id, kind=Situation.ADMITTED, since=today())
    assert reads(town.anna, lived)
    with as_(me):
        actions.say_so_no_more(actor=me, course_id=lived.id, kind=Situation.ADMITTED)
    assert not reads(town.anna, lived)
    with as_(town.anna), pytest.raises(NotFound):
        actions.say_so(actor=town.anna, course_id=lived.id, kind=Situation.ADMITTED, since=today())


@pytest.mark.parametrize(
    ("kind", "ago"), [(Situation.MEETING, 0), (Situation.ADMITTED, -1), (Situation.ADMITTED, 91)]
)
def test_a_situation_is_said_of_a_day_that_has_been(town, lived, kind, ago):
    with as_(town.karen), pytest.raises(Wrong):
        actions.say_so(
            actor=town.karen, course_id=lived.id, kind=kind, since=today() - timedelta(days=ago)
        )


@pytest.mark.parametrize(
    "when",
    [
        When(Situation.UNREACHABLE),
        When(Situation.UNREACHABLE, days=5),
        When(Situation.ADMITTED, days=3),
        When(Situation.MEETING),
    ],
)
def test_half_a_situation_is_none(lived, town, when):
    with pytest.raises(Wrong):
        said_yes(lived, Outside(unit=town.ward), when=when)


def test_at_a_named_meeting_only_while_it_is_held(town):
    met = prepared_meeting(town, call=True)
    wish(met.lived)
    at = When(Situation.MEETING, about=met.id)
    said_yes(met.lived, Outside(person=town.solveig.person_id), when=at)
    other = When(Situation.MEETING, about=met.lived.id)
    said_yes(met.lived, Outside(unit=town.ward), when=other)
    assert not reads(town.solveig, met.lived)
    with as_(town.karen):
        meetings.start_meeting(actor=town.karen, meeting_id=met.id, present=[])
    assert reads(town.solveig, met.lived)
    assert not reads(town.peter, met.lived), "another meeting's"
    with clock.at(clock.now() + DAY):
        assert not reads(town.solveig, met.lived), "left open: over after a day"
    with as_(town.karen):
        meetings.end_with_course(actor=town.karen, course_id=met.lived.id)
    assert not reads(town.solveig, met.lived)


def test_the_frame_and_the_whole_hang_on_nothing(town, lived):
    for topic in (Topic.FRAME, Topic.WHOLE):
        for more in ({"when": ADMITTED}, {"person": None, "organisation": town.region}):
            to = {"person": town.bo.person_id, "topic": topic} | more
            with (
                as_(town.karen),
                transaction.atomic(),
                pytest.raises(Error, match="frame_and_whole_are_always"),
            ):
                grant(town.karen, lived.id, [To(CourseRole.PROFESSIONAL, "x", **to)])
