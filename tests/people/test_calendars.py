"""A calendar that somebody has elsewhere: read for times only, and nobody else's business."""

import base64
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.actor import SYSTEM
from landfast.jobs import calendars as job
from landfast.journeys import my_calendars as journey
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.fetching import NotFetched
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.people import calendars, models
from landfast.people.rules.calendars import Taken, Trouble
from landfast.web.people.time_views import TROUBLE
from tests.factories.courses import started_course
from tests.factories.town import as_, leaves

FEED = "https://kalender.example/hemmelig-bo.ics"
TAKEN = "SUMMARY:Tandlæge\r\nDTSTART;TZID=Europe/Copenhagen:{day}T100000\r\nDURATION:PT1H\r\n"


def feed(day):
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTAMP:20260101T000000Z\r\n" + TAKEN.format(day=day.strftime("%Y%m%d"))
        + "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()  # fmt: skip


@pytest.fixture
def outside(monkeypatch):
    """What is asked for, and what the world answers."""
    asked, said = [], {"answer": feed(today() + timedelta(days=1))}

    def answer(question, limits):
        asked.append(question)
        if isinstance(said["answer"], Exception):
            raise said["answer"]
        return said["answer"]

    monkeypatch.setattr(job, "fetch", answer)
    return asked, said


def add(actor, address=FEED, **more):
    with as_(actor):
        return journey.add_calendar(actor=actor, address=address, **more)


def seen(actor):
    with as_(actor):
        return journey.look_at_my_time(actor)


def tomorrow(hour):
    return datetime.combine(today() + timedelta(days=1), datetime.min.time(), DENMARK).replace(
        hour=hour
    )


def test_the_clock_reads_a_calendar_and_keeps_times_only(town, outside):
    add(town.bo)
    assert job.read_due() == 1
    found = seen(town.bo)
    assert found.taken == [Taken(tomorrow(10), tomorrow(11))]
    assert (found.calendars[0].host, found.calendars[0].trouble) == ("kalender.example", None)
    with as_(SYSTEM), connection.cursor() as cursor:
        cursor.execute("select c::text || b::text from people_calendar c, people_busy b")
        kept = cursor.fetchone()[0]
    assert "Tandlæge" not in kept
    assert "hemmelig-bo" not in kept


def test_it_is_read_again_after_a_while_and_says_what_is_so_now(town, outside):
    add(town.bo)
    job.read_due()
    outside[1]["answer"] = feed(today() + timedelta(days=2))
    assert job.read_due() == 0
    now_so = [tomorrow(10) + timedelta(days=1)]
    with clock.at(now() + timedelta(minutes=15)):
        assert job.read_due() == 1
        assert [one.starts_at for one in seen(town.bo).taken] == now_so


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [(NotFetched("inside"), Trouble.INSIDE), (b"<html>", Trouble.UNREADABLE)],
)
def test_a_calendar_that_cannot_be_read_says_so_and_keeps_what_was_known(
    town, outside, answer, trouble
):
    add(town.bo)
    job.read_due()
    outside[1]["answer"] = answer
    with clock.at(now() + timedelta(minutes=15)):
        job.read_due()
        found = seen(town.bo)
    assert found.calendars[0].trouble is trouble
    assert found.taken


def test_a_locked_calendar_is_asked_for_free_and_busy_only(town, outside):
    add(town.bo, login="bo", password="kode:ord")
    job.read_due()
    (question,) = outside[0]
    assert question.method == "REPORT"
    assert b"free-busy-query" in question.body
    assert question.headers["Authorization"] == f"Basic {base64.b64encode(b'bo:kode:ord').decode()}"


def test_what_is_removed_is_forgotten_at_once(town, outside):
    calendar = add(town.bo)
    job.read_due()
    with as_(town.karen), pytest.raises(NotFound):
        journey.remove_calendar(actor=town.karen, calendar_id=calendar)
    with as_(town.bo):
        journey.remove_calendar(actor=town.bo, calendar_id=calendar)
    assert (seen(town.bo).calendars, seen(town.bo).taken) == ([], [])


def test_whoever_is_gone_is_asked_for_no_time(town, outside):
    add(town.bo)
    add(town.anna)
    leaves(town.bo, today() - timedelta(days=1))
    assert job.read_due() == 1
    with as_(SYSTEM):
        assert set(models.Calendar.objects.values_list("person_id", flat=True)) == {
            town.anna.person_id
        }


def test_only_their_own_see_and_write_and_only_the_clock_says_what_is_taken(town, outside):
    add(town.bo)
    job.read_due()
    citizen = started_course(town).citizen
    for actor in (town.karen, town.dorte, town.lars, citizen):
        with as_(actor):
            assert not models.Calendar.objects.exists()
            assert not models.Busy.objects.exists()
    with as_(town.bo):
        (row,) = models.Calendar.objects.order_by("id")
        assert models.Busy.objects.exists()
        for write in (
            lambda: models.Calendar.objects.filter(id=row.id).update(address="x"),
            lambda: models.Busy.objects.create(
                calendar=row, person_id=row.person_id, starts_at=now(),
                ends_at=now() + timedelta(hours=1),
            ),
        ):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic():
                write()
    with as_(citizen), pytest.raises(NotAllowed):
        journey.look_at_my_time(citizen)
    with as_(citizen), pytest.raises(DatabaseError), transaction.atomic():
        calendars.add_calendar(person_id=citizen.person_id, address=FEED, login="", password="")


def test_a_calendar_whose_key_is_lost_says_so_and_holds_up_nobody_elses(town, outside, settings):
    used = settings.LANDFAST_SEALING_KEYS
    add(town.bo)
    settings.LANDFAST_SEALING_KEYS = ["en ny noegle, og den gamle er vaek"]
    add(town.karen)
    assert job.read_due() == 1
    assert seen(town.karen).calendars[0].trouble is None
    assert seen(town.karen).taken
    assert seen(town.bo).calendars[0].trouble is Trouble.LOST
    settings.LANDFAST_SEALING_KEYS = used
    with clock.at(now() + timedelta(minutes=15)):
        job.read_due()
        assert seen(town.bo).calendars[0].trouble is None


def test_each_trouble_has_words_for_its_owner():
    assert set(TROUBLE) == set(Trouble)
