"""Looks before there is a course, and looks told as one."""

from datetime import timedelta

from landfast.access import models
from landfast.access.looks.looking import log_refused_referral, open_record
from landfast.access.looks.told import looks, looks_before
from landfast.journeys.see_referral import read_referral, read_to_ask
from landfast.journeys.take_referral import take_referral
from landfast.kernel import clock
from tests.factories.courses import started_course
from tests.factories.referrals import citizen_of, referred, unasked
from tests.factories.shipped import load_shipped
from tests.factories.town import as_


def test_reading_a_referral_leaves_a_look_that_intake_sees(town):
    receipt = referred(town)
    with as_(town.karen):
        read_referral(town.karen, receipt.id)
    for somebody, seen in ((town.dorte, 1), (town.bo, 0), (town.vibeke, 0), (town.lars, 0)):
        with as_(somebody):
            assert len(looks_before(receipt.id)) == seen


def test_who_is_to_ask_leaves_a_look_too(town):
    receipt = unasked(town)
    with as_(town.bo):
        read_to_ask(town.bo, receipt.id)
    with as_(town.karen):
        assert [row.who for row in looks_before(receipt.id)] == ["Bo Bostøtte"]


def test_when_there_is_a_course_its_citizen_reads_them(town):
    load_shipped()
    receipt = referred(town)
    with as_(town.karen):
        read_referral(town.karen, receipt.id)
        opened = take_referral(actor=town.karen, referral_id=receipt.id)
    citizen = citizen_of(town, opened.course_id)
    with as_(citizen):
        [row] = looks(opened.course_id)
    assert (row.who, row.what, row.role) == ("Karen Koordinator", "Henvendelsen", "intake")


def test_nobody_writes_a_look_in_anothers_name(town):
    receipt = referred(town)
    with as_(None):
        log_refused_referral(receipt.id, "GET /")
    with as_(town.karen):
        assert looks_before(receipt.id) == []


def test_the_same_look_within_half_an_hour_is_one_line_and_the_log_keeps_each(town):
    lived = started_course(town)
    start = clock.now()
    for minutes in (0, 10, 35, 120):
        with clock.at(start + timedelta(minutes=minutes)), as_(town.karen):
            open_record(town.karen, lived.id, "Planen")
    with as_(lived.citizen):
        found = [row.times for row in looks(lived.id)]
        assert models.Look.objects.filter(scope_id=lived.id).count() == 4
    assert found == [1, 3]
