"""A leader who may not know of a course notes that its coordinator is gone: it is covered still."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access import models
from landfast.access.actor import SYSTEM
from landfast.access.apart import keep_apart
from landfast.access.rules import Apart
from landfast.course import models as courses
from landfast.course.actions.coordinator import name_second
from landfast.course.queries.holding import holders
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel.clock import now, today
from landfast.meetings import models as meetings
from landfast.people import actions as people
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_, leaves


@pytest.fixture
def lived(town):
    """Kept apart by its coordinator Karen; only Lars, of the two who lead the unit, knows of it."""
    course = started_course(town)
    apart(town, course)
    return course


def apart(town, course):
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=course.id, why=Apart.COLLEAGUE, leader=town.lars.person_id
        )


def lost(town, loss=Loss.LEAVE):
    with as_(town.dorte):
        return lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=loss)


def holder(lived):
    """Who holds it by her own page, and whether it says that it is vacant."""
    with as_(lived.citizen):
        held = holders(lived.id)
        return held.holder.person_id, held.is_cover


@pytest.mark.parametrize("loss", list(Loss))
def test_the_named_leader_covers_and_who_noted_it_learns_nothing(town, lived, loss):
    assert lost(town, loss) == 0
    assert holder(lived) == (town.lars.person_id, True)
    with as_(town.dorte):
        assert not courses.Course.objects.filter(scope_id=lived.id).exists()
        assert not models.Event.objects.filter(scope_id=lived.id).exists()
    with as_(town.lars):
        told = models.Event.objects.get(scope_id=lived.id, kind="coordinator.lost")
    assert (told.facts["cover"], told.actor_id) == (str(town.lars.person_id), None)
    with as_(town.karen):
        assert not courses.Course.objects.filter(scope_id=lived.id).exists()


def test_her_meetings_are_led_by_who_covers(town):
    met = prepared_meeting(town)
    apart(town, met.lived)
    lost(town)
    with as_(met.lived.citizen):
        assert meetings.Meeting.objects.get(id=met.id).leader_id == town.lars.person_id


def test_has_the_named_leader_left_it_is_the_second_then_who_notes_it(town, lived):
    leaves(town.lars, today() - timedelta(days=1))
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.bo.person_id)
    lost(town)
    assert holder(lived) == (town.bo.person_id, True)
    with as_(lived.citizen):
        assert not courses.Second.objects.filter(course_id=lived.id, ended_at=None).exists()


def test_is_nobody_left_who_knows_of_it_who_notes_it_covers(town, lived):
    leaves(town.lars, today() - timedelta(days=1))
    lost(town)
    assert holder(lived) == (town.dorte.person_id, True)


def asked(actor, gone, days=7):
    """What a stolen session could send."""
    with as_(actor), connection.cursor() as cursor:
        cursor.execute("select course_cover_unseen(%s, %s)", [gone, today() + timedelta(days=days)])
        return cursor.fetchone()[0]


def test_who_is_at_work_keeps_it_whoever_asks(town, lived):
    for actor in (town.dorte, town.mads, town.karen, lived.citizen):
        assert asked(actor, town.karen.person_id) == []
    assert holder(lived) == (town.karen.person_id, False)


def test_only_who_leads_the_unit_and_for_no_longer_than_the_rule(town, lived):
    leaves(town.karen, today() - timedelta(days=1))
    for actor in (town.mads, town.solveig, lived.citizen):
        assert asked(actor, town.karen.person_id) == []
    for days in (-1, 15):
        assert asked(town.dorte, town.karen.person_id, days) == []
    assert asked(town.dorte, town.karen.person_id) == [lived.id]


def written(lived, since):
    """What stands and what was told of a cover, without whose and when."""
    with as_(lived.citizen):
        [row] = courses.Coordinatorship.objects.filter(course_id=lived.id, ended_at=None)
        [given] = models.Grant.objects.filter(scope_id=lived.id, role="cover")
        events = models.Event.objects.filter(scope_id=lived.id, at__gte=since).order_by("kind")
        told = [(one.kind, one.topic, one.object_type, sorted(one.facts)) for one in events]
    return (
        (row.kind, row.cover_until, row.reason, row.override),
        (given.post, given.ground, given.topic, given.level, given.situation, given.reason),
        told,
    )


def test_it_writes_and_tells_what_the_ordinary_act_does(town, lived):
    seen = started_course(town, name="Yrsa Yde")
    since = now()
    assert lost(town) == 1
    assert written(lived, since) == written(seen, since)


def test_a_leader_who_was_named_and_holds_it_herself_is_covered_by_another(town):
    """In a small unit the daily lead holds courses too, and is named where one is kept apart."""
    with as_(SYSTEM):
        people.employ(
            person_id=town.karen.person_id, unit_id=town.coordination, role="daily_leader",
            starts_on=today(),
        )  # fmt: skip
    course = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=course.id, person_id=town.mads.person_id)
        keep_apart(
            actor=town.karen, course_id=course.id, why=Apart.COLLEAGUE, leader=town.karen.person_id
        )
    assert lost(town) == 0
    assert holder(course) == (town.mads.person_id, True)
