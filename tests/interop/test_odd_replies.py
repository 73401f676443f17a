"""A thousand answers that nobody must believe, and those of real programs that count."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from landfast.interop.ical.replies import Heard, Odd, Word, read
from landfast.meetings.rules import MeetingState
from landfast.meetings.rules.inviting import Said, Standing, Verdict, judge
from tests.interop.odd import CHANGED, WHOLE, Facts, counter, envelope, odd_mails, true_reply

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
FACTS = Facts("5f" * 32 + "@landfast", "grete@eksempel.dk", 2, NOW + timedelta(days=5), NOW)
STANDING = Standing(FACTS.address, 2, MeetingState.CALLED, FACTS.starts_at)


def verdict_of(mail: bytes) -> Verdict | Odd:
    heard = read(mail)
    if not isinstance(heard, Heard):
        return heard
    proposes = (heard.starts_at, heard.minutes_long) if heard.word is Word.PROPOSES else None
    said = Said(heard.attendee, heard.sequence, heard.stamp, proposes)
    return judge(STANDING if heard.uid == FACTS.uid else None, said, NOW)


def test_a_thousand_odd_replies_change_nothing():
    met, wrong = set(), []
    for kind, mail in odd_mails(FACTS, 4, 1000):
        verdict = verdict_of(mail)
        met.add((kind, verdict))
        if verdict is Verdict.COUNTS:
            wrong.append((kind, mail))
    assert wrong == []
    assert {kind for kind, _ in met} == {*CHANGED, *WHOLE}
    assert {verdict for _, verdict in met} >= {
        Verdict.UNKNOWN, Verdict.OLD, Verdict.SOMEBODY_ELSE, Verdict.BAD_TIME, Odd.NO_CALENDAR,
        Odd.BROKEN, Odd.NOT_ONE, Odd.OTHER_METHOD, Odd.DELEGATED, Odd.NO_TIME,
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_what_programs_really_send_counts(seed):
    dice = random.Random(seed)
    make = counter if seed % 3 == 0 else true_reply
    reply = make(FACTS, dice)
    mail = envelope(reply, dice, "en.anden@eksempel.dk")
    assert verdict_of(mail) is Verdict.COUNTS
    heard = read(mail)
    assert isinstance(heard, Heard)
    assert heard.word == ("proposes" if make is counter else reply.partstat.lower())


def test_a_proposed_time_is_read_in_its_zone():
    dice = random.Random(1)
    said = counter(FACTS, dice)
    heard = read(envelope(said, dice, FACTS.address))
    assert isinstance(heard, Heard)
    written = datetime.strptime(said.dtstart[-15:], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    assert heard.starts_at == written - timedelta(hours=1)  # winter
    assert heard.minutes_long == 60


def test_why_is_read_and_cut():
    dice = random.Random(2)
    mail = envelope(true_reply(FACTS, dice), dice, FACTS.address)
    heard = read(mail)
    assert isinstance(heard, Heard)
    assert len(heard.comment) <= 300
    assert read(b"x" * 1_000_001) is Odd.TOO_LARGE


def test_an_answer_by_mail_counts_only_while_it_can():
    said = Said(FACTS.address.upper(), 2, NOW - timedelta(minutes=1))
    cases = {
        Verdict.COUNTS: STANDING,
        Verdict.UNKNOWN: None,
        Verdict.OVERTAKEN: Standing(
            FACTS.address, 2, MeetingState.CALLED, FACTS.starts_at, True, NOW
        ),
        Verdict.CLOSED: Standing(FACTS.address, 2, MeetingState.CANCELLED, FACTS.starts_at),
        Verdict.TOO_OFTEN: Standing(
            FACTS.address, 2, MeetingState.CALLED, FACTS.starts_at, answers=50
        ),
        Verdict.OLD: Standing(FACTS.address, 3, MeetingState.CALLED, FACTS.starts_at),
        Verdict.SOMEBODY_ELSE: Standing("", 2, MeetingState.CALLED, FACTS.starts_at),
    }
    for verdict, standing in cases.items():
        assert judge(standing, said, NOW) is verdict
    off_the_list = Standing(FACTS.address, 2, MeetingState.CALLED, FACTS.starts_at, False)
    begun = Standing(FACTS.address, 2, MeetingState.CALLED, NOW)
    assert {judge(one, said, NOW) for one in (off_the_list, begun)} == {Verdict.CLOSED}


EARLY = b"""From: grete@eksempel.dk\r
Content-Type: text/calendar; method=COUNTER\r
\r
BEGIN:VCALENDAR\r
METHOD:COUNTER\r
BEGIN:VEVENT\r
UID:x@landfast\r
DTSTAMP:20260101T000000Z\r
DTSTART;TZID=Europe/Copenhagen:00010101T000000\r
DTEND;TZID=Europe/Copenhagen:00010101T010000\r
ATTENDEE;PARTSTAT=TENTATIVE:mailto:grete@eksempel.dk\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_a_time_before_all_times_is_no_answer():
    assert read(EARLY.replace(b"\r\n", b"\n")) is Odd.BROKEN


def test_what_breaks_the_reading_of_a_mail_is_no_answer_and_not_read_again(monkeypatch):
    def breaks(*_args, **_more):
        raise RecursionError

    monkeypatch.setattr("landfast.interop.ical.replies.message_from_bytes", breaks)
    assert read(b"From: x") is Odd.BROKEN
