"""When somebody is taken, out of a calendar of theirs."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.refusals import NotNow, Wrong
from landfast.people.rules import busy
from landfast.people.rules.busy import Unreadable, taken_in, together
from landfast.people.rules.calendars import Taken, check_calendar, with_https

FIRST, LAST = date(2027, 1, 4), date(2027, 1, 31)


def calendar(*lines, part="VEVENT"):
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//", f"BEGIN:{part}", "UID:1",
             "DTSTAMP:20260101T000000Z", *lines, f"END:{part}", "END:VCALENDAR", ""]  # fmt: skip
    return "\r\n".join(whole).encode()


def at(day, hour, minute=0):
    return datetime(2027, 1, day, hour, minute, tzinfo=UTC)


def taken(*lines, **more):
    return [
        (one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC))
        for one in taken_in(calendar(*lines, **more), FIRST, LAST)
    ]


DENTIST = ("SUMMARY:Tandlæge", "DTSTART:20270105T090000Z", "DTEND:20270105T100000Z")


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        (DENTIST, [(at(5, 9), at(5, 10))]),
        ((*DENTIST, "STATUS:CANCELLED"), []),
        ((*DENTIST, "TRANSP:TRANSPARENT"), []),
        ((*DENTIST, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), []),
        ((*DENTIST, "STATUS:TENTATIVE"), [(at(5, 9), at(5, 10))]),
        (("DTSTART;TZID=Europe/Copenhagen:20270105T090000", "DURATION:PT30M"),
         [(at(5, 8), at(5, 8, 30))]),
        (("DTSTART:20270105T090000", "DTEND:20270105T100000"), [(at(5, 8), at(5, 9))]),
        (("DTSTART;VALUE=DATE:20270106", "DTEND;VALUE=DATE:20270108", "TRANSP:OPAQUE"),
         [(at(5, 23), at(7, 23))]),
        (("DTSTART;VALUE=DATE:20270106", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
         [(at(5, 23), at(6, 23))]),
        (("DTSTART;VALUE=DATE:20270106", "SUMMARY:Ida har fødselsdag"), []),
        (("DTSTART:20270105T090000Z", "DTEND:20270105T090000Z"), []),
        ((*DENTIST, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20270112T090000Z"),
         [(at(5, 9), at(5, 10)), (at(19, 9), at(19, 10))]),
        (("DTSTART:20200107T090000Z", "DTEND:20200107T100000Z",
          "RRULE:FREQ=WEEKLY;UNTIL=20270113T000000Z"),
         [(at(5, 9), at(5, 10)), (at(12, 9), at(12, 10))]),
        (("DTSTART:20270301T090000Z", "DTEND:20270301T100000Z"), []),
        (("DTSTART:20270103T210000Z", "DTEND:20270104T010000Z"), [(at(3, 23), at(4, 1))]),
        (("DTSTART:20270103T210000Z", "DTEND:20270103T230000Z"), []),
        (("DTSTART:20270103T210000", "DTEND:20270104T010000"), [(at(3, 23), at(4, 0))]),
        (("DTSTART:20270101T210000Z", "DTEND:20270104T010000Z"), [(at(3, 23), at(4, 1))]),
        (("DTSTART;VALUE=DATE:20270103", "DTEND;VALUE=DATE:20270104", "TRANSP:OPAQUE"), []),
        (("DTSTART:20270131T220000Z", "DTEND:20270201T010000Z"), [(at(31, 22), at(31, 23))]),
        (("DTSTART:20270131T230000Z", "DTEND:20270201T010000Z"), []),
    ],
)  # fmt: skip
def test_what_an_entry_takes(lines, spans):
    assert taken(*lines) == spans


def test_the_answer_of_a_caldav_server_is_read():
    lines = ("FREEBUSY;FBTYPE=BUSY:20270105T080000Z/20270105T090000Z,20270105T090000Z/PT1H",
             "FREEBUSY;FBTYPE=FREE:20270106T080000Z/20270106T090000Z",
             "FREEBUSY:20270107T080000Z/20270107T090000Z")  # fmt: skip
    assert taken(*lines, part="VFREEBUSY") == [(at(5, 8), at(5, 10)), (at(7, 8), at(7, 9))]
    before = "FREEBUSY:20270103T220000Z/20270103T230000Z"
    assert taken(before, part="VFREEBUSY") == []


@pytest.mark.parametrize(
    "text",
    [b"", b"<html>Log ind</html>", b"\xff\xfe\x00", calendar("DTSTART:i morgen"),
     calendar(*DENTIST, "RRULE:FREQ=SECONDLY"), calendar(*DENTIST, "RRULE:FREQ=minutely;COUNT=9"),
     calendar("SUMMARY:Uden tid")],
)  # fmt: skip
def test_what_is_no_calendar_is_not_read(text):
    with pytest.raises(Unreadable):
        taken_in(text, FIRST, LAST)


def test_so_many_times_are_read_and_not_one_more(monkeypatch):
    monkeypatch.setattr(busy, "SPANS", 2)
    assert len(taken(*DENTIST, "RRULE:FREQ=WEEKLY;COUNT=2")) == 2
    with pytest.raises(Unreadable):
        taken(*DENTIST, "RRULE:FREQ=WEEKLY;COUNT=3")


SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(
        lambda two: Taken(
            datetime.fromtimestamp(two[0] * 60, UTC), datetime.fromtimestamp(sum(two) * 60, UTC)
        )
    ),
    max_size=8,
)


@given(SPANS)
def test_spans_that_touch_run_together_and_take_the_same_minutes(spans):
    def minutes(several):
        return {
            minute
            for one in several
            for minute in range(int(one.starts_at.timestamp()), int(one.ends_at.timestamp()), 60)
        }

    found = together(spans)
    assert minutes(found) == minutes(spans)
    assert all(a.ends_at < b.starts_at for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("address", "login", "password", "count", "code"),
    [
        ("http://a.dk/x.ics", "", "", 0, "address"), ("min kalender", "", "", 0, "address"),
        ("https://a.dk/x", "bo", "", 0, "login"), ("https://a.dk/x", "", "kode", 0, "login"),
        ("https://a.dk/x.ics", "", "", 5, "many_calendars"),
    ],
)  # fmt: skip
def test_a_calendar_that_cannot_be_read_is_not_added(address, login, password, count, code):
    with pytest.raises((Wrong, NotNow)) as told:
        check_calendar(address, login, password, count)
    assert told.value.code == code
    check_calendar("https://a.dk/x.ics", "", "", 4)


def test_the_address_that_calendar_programs_show_is_an_address_too():
    assert with_https(" webcal://a.dk/x.ics ") == "https://a.dk/x.ics"
    assert with_https("WEBCALS://a.dk/x") == "https://a.dk/x"
    for address in ("https://a.dk/x", "http://a.dk/x", "webcal"):
        assert with_https(address) == address
