"""A page that reads sees of a course's record what its own transaction has logged."""

import pytest
from django.db import connection

from landfast.access import models
from landfast.access.looks.looking import list_records, log_refused, open_record
from landfast.access.session import acting
from landfast.journeys.see_my_agreements import see_my_agreements
from landfast.meetings import models as meetings
from landfast.plan import models as plan
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.plan import accepted, wished
from tests.factories.town import as_
from tests.own import settled


@pytest.fixture
def two(town):
    """Two courses of Karen's, with a wish in each."""
    lived = [started_course(town), started_course(town, "Bent Berg")]
    for one in lived:
        wished(one)
    return town, *lived


def wishes():
    return set(plan.Wish.objects.order_by().values_list("course_id", flat=True))


def test_a_page_that_opened_nothing_reads_nothing(two):
    town, one, other = two
    with acting(town.karen, reading=True):
        assert wishes() == set()
        assert not meetings.Meeting.objects.exists()
    with acting(town.karen):
        assert wishes() == {one.id, other.id}


def test_what_it_opened_it_reads_and_nothing_else(two):
    town, one, _ = two
    with acting(town.karen, reading=True):
        open_record(town.karen, one.id, "Planen")
        assert wishes() == {one.id}
    with acting(town.karen, reading=True):
        assert wishes() == set(), "the look of the request before opens nothing in this one"


def test_another_persons_look_opens_nothing(two):
    town, one, _ = two
    with acting(town.karen, reading=True):
        open_record(town.karen, one.id, "Planen")
        with acting(town.mads, reading=True), connection.cursor() as cursor:
            cursor.execute("select set_config('landfast.opened', %s, true)", [str(one.id)])
            cursor.execute("select access_opened()")
            assert cursor.fetchone() == ([],)


def test_a_request_that_reads_cannot_say_that_it_acts(two):
    town, *_ = two
    with acting(town.karen, reading=True), connection.cursor() as cursor:
        cursor.execute(
            "select set_config('landfast.actor',"
            " replace(current_setting('landfast.actor'), ':', '.'), true)"
        )
        cursor.execute("select access_actor()")
        assert cursor.fetchone() == (None,)
        assert wishes() == set()


def test_what_was_opened_must_stand_in_the_log(own_database):
    town = settled()
    lived = started_course(town)
    wished(lived)
    with as_(town.karen):
        open_record(town.karen, lived.id, "Planen")
    with acting(town.karen, reading=True), connection.cursor() as cursor:
        cursor.execute("select set_config('landfast.opened', %s, true)", [str(lived.id)])
        assert wishes() == set(), "a look of an earlier transaction is not this one's"


def test_a_list_leaves_a_row_for_each_citizen_on_it(two):
    town, one, other = two
    with acting(town.karen, reading=True):
        list_records(town.karen, [one.id, other.id], "Mandag (liste)")
        assert wishes() == {one.id, other.id}
    for lived in (one, other):
        with as_(lived.citizen):
            row = models.Look.objects.get(scope_id=lived.id, what="Mandag (liste)")
            assert (row.person_id, row.role, row.unit_id) == (
                town.karen.person_id, "coordinator", town.coordination,
            )  # fmt: skip


def test_a_list_shows_nobody_more_than_they_may_see(two):
    town, one, _ = two
    with acting(town.vibeke, reading=True):
        list_records(town.vibeke, [one.id], "Prøver")
        assert wishes() == set()


def test_my_own_promises_lead_to_the_citizens_i_list(two):
    town, one, _ = two
    in_the_team(one, town.bo, by=town.karen)
    accepted(town, one, town.bo)
    with acting(town.bo, reading=True):
        assert [row.course_id for row in see_my_agreements(actor=town.bo).open] == [one.id]
    with as_(one.citizen):
        assert models.Look.objects.filter(scope_id=one.id, what="Mine aftaler (liste)").exists()


def test_a_refused_attempt_says_from_which_unit(two):
    town, one, _ = two
    with as_(town.vibeke):
        log_refused(one.id, "GET /")
    with as_(one.citizen):
        row = models.Look.objects.get(scope_id=one.id, allowed=False)
        assert (row.person_id, row.unit_id) == (town.vibeke.person_id, town.social)
