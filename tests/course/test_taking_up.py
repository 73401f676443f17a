"""The database's own part of taking a course up believes nobody more than the rule does."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from landfast.course import models
from landfast.course.actions import ending
from landfast.course.actions.taking_up import take_up
from landfast.course.rules.coordinator import COVER_BUSINESS_DAYS
from landfast.course.rules.ending import TAKE_UP_WITHIN
from landfast.journeys.resume_course import activate_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import now, today
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def stopped(town):
    lived = started_course(town)
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=lived.id)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived


def asked(course, lead, *, former=None, days=7):
    """Who covers and who was asked, past every action: what a stolen session could send.

    Undone again: a course that is covered and does not run is refused at the end.
    """
    with as_(course.citizen), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "select course_take_up(%s, %s, %s, %s)",
            [course.id, lead, former, today() + timedelta(days=days)],
        )
        (covers,) = cursor.fetchone()
        offers = models.Handover.objects.filter(course_id=course.id)
        taker = offers.values_list("taker_id", flat=True).first()
        transaction.set_rollback(True)
    return covers, taker


def opened(course):
    with as_(course.citizen):
        ending.reopen(actor=course.citizen, course_id=course.id)


def test_not_before_it_is_opened_again(town, stopped):
    assert asked(stopped, town.dorte.person_id) == (None, None)


@pytest.mark.parametrize(("later", "goes_on"), [(0, True), (1, False)])
def test_the_last_day_is_the_one_of_the_rule(town, stopped, later, goes_on):
    with clock.at(now() + TAKE_UP_WITHIN + timedelta(days=later)):
        opened(stopped)
        covers, _taker = asked(stopped, town.dorte.person_id)
        assert covers == (town.dorte.person_id if goes_on else None)


@pytest.mark.parametrize("days", [-1, 15, 400])
def test_a_cover_ends_within_what_five_business_days_can_be(town, stopped, days):
    opened(stopped)
    assert asked(stopped, town.dorte.person_id, days=days) == (None, None)


def test_no_five_business_days_are_longer():
    start = today()
    for day in (start + timedelta(days=n) for n in range(366 * 8)):
        assert add_business_days(day, COVER_BUSINESS_DAYS) <= day + timedelta(days=14)


def test_nobody_is_asked_but_who_held_it_last(town, stopped):
    opened(stopped)
    lead, karen = town.dorte.person_id, town.karen.person_id
    assert asked(stopped, lead, former=town.bo.person_id) == (lead, None)
    assert asked(stopped, lead, former=karen) == (lead, karen)


def test_who_covers_and_who_is_asked_read_why(town, stopped):
    opened(stopped)
    with as_(stopped.citizen):
        assert take_up(actor=stopped.citizen, course_id=stopped.id, cover=town.dorte.person_id)
        [cover] = models.Coordinatorship.objects.filter(course_id=stopped.id, ended_at=None)
        [offer] = models.Handover.objects.filter(course_id=stopped.id)
    assert cover.reason == "Forløbet er begyndt igen efter et stop"
    assert offer.reason == "Forløbet er begyndt igen efter et stop. Du havde det før."
