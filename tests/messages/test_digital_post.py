"""From an act to her Digital Post, and what became of it, over mutual TLS to a test's own point."""

import base64
import json
import re
from datetime import time, timedelta
from uuid import UUID, uuid4
from xml.etree import ElementTree as Tree

import pytest
from django.db import connection

from landfast.access.session import acting
from landfast.interop.digitalpost.memo import SPACE, Memo, Sender, written
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.messages import actions, models, queries
from landfast.messages.rules import DeliveryState, Failure, Way
from tests.factories.courses import assessed_course
from tests.factories.days import past_noon
from tests.factories.town import as_
from tests.messages.gateway import certificate, serving
from tests.messages.test_sms import happens

CPR = "6101709999"
NOON = past_noon()
TOMORROW = NOON + timedelta(days=1)
LATER = TOMORROW + timedelta(minutes=20)
HEAD = {
    "messageType": "DIGITALPOST", "messageUUID": UUID, "label": str, "reply": "false",
    "mandatory": "false", "legalNotification": "false",
    "Sender": {"senderID": "29189846", "idType": "CVR", "label": "Fjordby Kommune"},
    "Recipient": {"recipientID": str, "idType": "CPR"},
}  # fmt: skip
FILE = {
    "encodingFormat": "text/plain", "filename": "besked.txt", "language": "da",
    "content": base64.b64decode,
}  # fmt: skip
ACTION = {"label": str, "actionCode": "SELVBETJENING", "EntryPoint": {"url": str}}
BODY = {
    "createdDateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ").fullmatch,
    "MainDocument": {"File": FILE, "Action": ACTION},
}  # fmt: skip


def fits(part, wanted):
    """Its parts are these, in this order, and nothing else; each says what it must."""
    if isinstance(wanted, dict):
        names = [one.tag.removeprefix(f"{{{SPACE}}}") for one in part]
        assert names == [name for name in wanted if name in names]
        assert set(wanted) - set(names) <= {"Action"}
        for one, name in zip(part, names, strict=True):
            fits(one, wanted[name])
    elif callable(wanted):
        assert wanted(part.text), part.tag
    else:
        assert part.text == wanted


def is_memo(xml):
    """A strict reading of MeMo 1.2, as far as we use it (standards: SF1601, NgDP)."""
    message = Tree.fromstring(xml)  # noqa: S314 (our own)
    assert message.tag == f"{{{SPACE}}}Message"
    assert message.attrib == {"memoVersion": "1.2", "memoSchVersion": "1.2.0"}
    fits(message, {"MessageHeader": HEAD, "MessageBody": BODY})
    return message


def said(message, name):
    return message.find(f".//{{{SPACE}}}{name}").text


class Point:
    """Takes a message that is one, knows who takes Digital Post, and tells what became of it."""

    def __init__(self):
        self.memos, self.receipts, self.closed, self.status = {}, {}, set(), 202
        self.asked, self.is_silent = [], False

    def answer(self, _headers, body):
        message = is_memo(body)
        self.asked.append("memo")
        if said(message, "recipientID") in self.closed:
            return 422
        if self.status == 202:
            self.memos[said(message, "messageUUID")] = message
        return self.status

    def tells(self, path):
        self.asked.append("receipt")
        if self.is_silent:
            return None
        message = path.rpartition("/")[2]
        if message not in self.receipts:
            return 404, b""
        told = {"messageUUID": message, "receiptStatus": self.receipts[message]}
        return 200, json.dumps(told).encode()


@pytest.fixture
def point(settings, monkeypatch, tmp_path):
    ours = tmp_path / "landfast.pem"
    context, roots = certificate(tmp_path, client=ours)
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    peer = Point()
    settings.LANDFAST_POST_CERTIFICATE = str(ours)
    settings.LANDFAST_POST_CVR, settings.LANDFAST_POST_SENDER = "29189846", "Fjordby Kommune"
    with serving(peer, context, where="") as address:
        settings.LANDFAST_POST_URL = address
        yield peer


def chooses(actor, *, address="", **more):
    with as_(actor):
        actions.choose(
            actor=actor, way=Way.POST, address=address, quiet_from=time(20), quiet_until=time(8),
            **more,
        )  # fmt: skip


@pytest.fixture
def jytte(lived_town, as_jobs):
    with clock.at(NOON):
        citizen = assessed_course(lived_town, cpr=CPR).citizen
        chooses(citizen)
        with as_jobs(), as_(None):
            models.Delivery.objects.update(ended_at=NOON, state=DeliveryState.DROPPED)
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[citizen.person_id])
    return citizen


def told(as_jobs, at):
    with clock.at(at), as_jobs():
        return outbox.empty()


def state(as_jobs, actor):
    with as_jobs(), as_(None):
        rows = models.Delivery.objects.filter(person_id=actor.person_id)
        return rows.exclude(state=DeliveryState.DROPPED).get()


def test_a_memo_is_written_as_the_standard_says():
    memo = Memo(
        uuid4(), Sender("29189846", "Fjordby Kommune"), "0101909999", "Nyt & mere <3", "Hej æøå",
        NOON, "https://landfast.example", "Log ind",
    )  # fmt: skip
    message = is_memo(written(memo))
    assert base64.b64decode(said(message, "content")).decode() == "Hej æøå"
    assert said(message, "label") == "Nyt & mere <3"


def test_her_post_says_nothing_and_has_arrived_when_the_point_says_so(jytte, as_jobs, point):
    assert told(as_jobs, TOMORROW) == {DeliveryState.HANDED: 1}
    [(message, memo)] = point.memos.items()
    text = base64.b64decode(said(memo, "content")).decode()
    assert "Jytte" not in text
    assert "aftale" not in text.lower()
    assert said(memo, "recipientID") == CPR
    assert told(as_jobs, LATER) == {}, "nobody knows yet, and nothing is sent twice"
    assert state(as_jobs, jytte).state == DeliveryState.HANDED
    point.receipts[message] = "COMPLETED"
    told(as_jobs, LATER + timedelta(minutes=20))
    assert state(as_jobs, jytte).state == DeliveryState.SENT


@pytest.fixture
def with_mail(jytte, as_jobs, monkeypatch, settings, tmp_path):
    """She has said yes to a mail as well; each is a file, in this folder."""
    settings.LANDFAST_MAIL_URL = ""
    monkeypatch.setattr("landfast.jobs.post.mail_folder", lambda: tmp_path / "mail")
    with clock.at(TOMORROW):
        chooses(jytte, address="jytte@eksempel.dk")
        with as_(jytte):
            actions.confirm(actor=jytte, address="jytte@eksempel.dk")
        with as_jobs(), as_(None):
            models.Delivery.objects.filter(purpose="confirm").update(
                ended_at=TOMORROW, state=DeliveryState.DROPPED
            )
    return tmp_path / "mail"


@pytest.mark.parametrize("at_once", [True, False])
def test_who_takes_no_digital_post_is_told_by_the_mail_she_confirmed(
    as_jobs, point, with_mail, at_once
):
    if at_once:
        point.closed.add(CPR)
        assert told(as_jobs, TOMORROW) == {DeliveryState.SENT: 1}
    else:
        assert told(as_jobs, TOMORROW) == {DeliveryState.HANDED: 1}
        point.receipts[next(iter(point.memos))] = "INVALID"
        told(as_jobs, LATER)
        assert told(as_jobs, LATER) == {DeliveryState.SENT: 1}
    [mail] = with_mail.iterdir()
    assert "jytte@eksempel.dk" in mail.read_text()


def test_three_days_without_a_word_from_the_point_say_nothing_of_her(
    jytte, as_jobs, point, with_mail
):
    """Counted from the hand-over, not from what it tells of; her next news go by Digital Post."""
    assert told(as_jobs, TOMORROW) == {DeliveryState.HANDED: 1}
    with as_jobs(), as_(None):
        models.Delivery.objects.filter(state=DeliveryState.HANDED).update(
            created_at=TOMORROW - timedelta(days=5)
        )
    told(as_jobs, LATER)
    assert state(as_jobs, jytte).state == DeliveryState.HANDED
    silent = LATER + timedelta(days=3)
    told(as_jobs, silent)
    assert told(as_jobs, silent + timedelta(minutes=1)) == {DeliveryState.SENT: 1}
    [mail] = with_mail.iterdir()
    assert "jytte@eksempel.dk" in mail.read_text()
    with as_(jytte):
        assert not queries.channel(jytte).post_refused
    day = silent + timedelta(days=1)
    with clock.at(day):
        happens("plan.remind_before", to=[jytte.person_id])
    assert told(as_jobs, day) == {DeliveryState.HANDED: 1}


def test_messages_leave_before_receipts_are_asked_and_silence_ends_the_asking(
    jytte, lived_town, as_jobs, point
):
    with clock.at(NOON):
        other = assessed_course(lived_town, "Anna Andersen", "6201709999").citizen
        chooses(other)
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[other.person_id])
    assert told(as_jobs, TOMORROW) == {DeliveryState.HANDED: 2}
    point.asked, point.is_silent = [], True
    day = TOMORROW + timedelta(days=1)
    with clock.at(day):
        happens("plan.remind_before", to=[jytte.person_id])
    assert told(as_jobs, day) == {DeliveryState.HANDED: 1}
    assert point.asked == ["memo", "receipt"]
    point.asked, point.is_silent = [], False
    told(as_jobs, day)
    assert point.asked == ["receipt"], "the one who was not asked before"


def test_without_another_way_it_is_shown_as_not_arrived_and_her_page_says_so(jytte, as_jobs, point):
    told(as_jobs, TOMORROW)
    point.receipts[next(iter(point.memos))] = "INVALID"
    told(as_jobs, LATER)
    row = state(as_jobs, jytte)
    assert (row.state, row.failure) == (DeliveryState.DEAD, Failure.REFUSED_POST)
    with as_(jytte):
        assert queries.channel(jytte).post_refused
    chooses(jytte)
    with as_(jytte):
        assert not queries.channel(jytte).post_refused, "chosen anew it is tried anew"


def test_a_point_that_is_busy_or_asks_for_another_certificate_is_tried_again(
    jytte, as_jobs, point, settings, tmp_path
):
    point.status = 503
    assert told(as_jobs, TOMORROW) == {DeliveryState.WAITING: 1}
    point.status = 202
    ours, settings.LANDFAST_POST_CERTIFICATE = settings.LANDFAST_POST_CERTIFICATE, ""
    assert told(as_jobs, TOMORROW + timedelta(minutes=2)) == {DeliveryState.WAITING: 1}
    settings.LANDFAST_POST_CERTIFICATE = ours
    assert told(as_jobs, TOMORROW + timedelta(minutes=30)) == {DeliveryState.HANDED: 1}


def test_without_a_point_it_is_a_file_without_her_number(jytte, as_jobs, monkeypatch, tmp_path):
    monkeypatch.setattr("landfast.jobs.digital_post.post_folder", lambda: tmp_path / "post")
    assert told(as_jobs, TOMORROW) == {DeliveryState.HANDED: 1}
    [file] = (tmp_path / "post").iterdir()
    assert CPR not in file.read_text()
    told(as_jobs, LATER)
    assert state(as_jobs, jytte).state == DeliveryState.SENT


def test_only_the_jobs_can_ask_for_a_number(jytte, lived_town):
    with acting(lived_town.karen), connection.cursor() as cursor:
        cursor.execute("select notices_number_of(%s)", [jytte.person_id])
        assert cursor.fetchone() == (None,)
    with as_(jytte):
        assert queries.has_number(jytte)
    with as_(lived_town.karen):
        assert not queries.has_number(lived_town.karen)
