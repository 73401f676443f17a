"""From an act to a telephone: real events, real jobs, a gateway with checks of its own."""

import json
from datetime import time, timedelta

import pytest
from django.db import connection

from landfast.access.actions import record
from landfast.access.actor import SYSTEM
from landfast.access.session import acting
from landfast.consent.rules.proxy import Limit
from landfast.interop import https
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.messages import actions, models, queries
from landfast.messages.rules import DeliveryState, Failure, Purpose, Way
from tests.factories.courses import assessed_course
from tests.factories.days import past_noon
from tests.factories.parts import proxy_of
from tests.factories.town import as_
from tests.messages.gateway import TOKEN, Gateway, certificate, serving
from tests.own import KEPT

NOON = past_noon()
TOMORROW = NOON + timedelta(days=1)
NUMBER = "+4520304050"


@pytest.fixture
def gateway(settings, monkeypatch, tmp_path):
    """A gateway that this process trusts."""
    context, roots = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    settings.LANDFAST_SMS_TOKEN = TOKEN
    peer = Gateway()
    with serving(peer, context) as address:
        settings.LANDFAST_SMS_URL = address
        yield peer


def chooses(actor, *, way=Way.SMS, address="", phone="20 30 40 50", **more):
    with as_(actor):
        actions.choose(
            actor=actor, way=way, address=address, phone=phone, quiet_from=time(20),
            quiet_until=time(8), **more,
        )  # fmt: skip


def with_number(actor, as_jobs, gateway, **more):
    """Somebody whose number is theirs: the code that came was typed."""
    chooses(actor, **more)
    with as_jobs():
        outbox.empty()
    code = next(text for text in gateway.texts if "kode" in text).split()[3].rstrip(".")
    with as_(actor):
        assert actions.confirm_phone(actor=actor, code=code)
    with as_jobs():
        outbox.empty()
    gateway.taken.clear()


def happens(kind, **facts):
    with as_(SYSTEM):
        record(SYSTEM, kind, **facts)


@pytest.fixture
def bo(lived_town, as_jobs, gateway):
    """Bo, who wants an SMS, also when something is urgent."""

    def chosen():
        with clock.at(NOON):
            with_number(lived_town.bo, as_jobs, gateway, is_urgent=True)
        return lived_town.bo

    return KEPT.stood("Bo wants an SMS", chosen)


def told(as_jobs, at):
    with clock.at(at), as_jobs():
        return outbox.empty()


def test_a_number_gets_nothing_but_its_code_before_its_owner_has_typed_it(
    lived_town, as_jobs, gateway
):
    bo = lived_town.bo
    with clock.at(NOON):
        chooses(bo)
        happens("plan.remind_before", to=[bo.person_id])
        assert told(as_jobs, NOON) == {DeliveryState.SENT: 1}
    [one] = gateway.taken.values()
    assert (one["to"], one["from"]) == (NUMBER, "Besked")
    assert "Landfast" not in one["text"], "the number may be a stranger's"
    with clock.at(NOON), as_(bo):
        for _ in range(5):
            assert not actions.confirm_phone(actor=bo, code="000000")
        with pytest.raises(Exception, match="gælder ikke mere"):
            actions.confirm_phone(actor=bo, code=one["text"].split()[3].rstrip("."))


def test_news_are_one_sms_that_says_nothing(bo, as_jobs, gateway):
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[bo.person_id])
        happens("plan.remind_after", to=[bo.person_id])
    assert told(as_jobs, TOMORROW) == {DeliveryState.SENT: 1}
    assert told(as_jobs, TOMORROW) == {}
    [one] = gateway.taken.values()
    assert (one["to"], one["from"]) == (NUMBER, "Landfast")
    assert one["text"].startswith("Der er nyt til dig i Landfast. Log ind og læs det: http")
    with clock.at(TOMORROW), as_(bo):
        assert queries.deliveries(bo)[0].way is Way.SMS


def test_a_neutral_one_does_not_say_who_writes(bo, as_jobs, gateway):
    with clock.at(TOMORROW):
        chooses(bo, is_neutral=True)
        happens("plan.remind_before", to=[bo.person_id])
    told(as_jobs, TOMORROW)
    [one] = gateway.taken.values()
    assert (one["from"], one["text"]) == ("Besked", "Du har en ny besked.")


@pytest.mark.parametrize(
    ("wrong", "failure"),
    [
        ({"busy": True}, Failure.NO_SERVER),
        ({"broken": True}, Failure.NO_SERVER),
        ({"slow": 0.6}, Failure.NO_SERVER),
        ({"unknown": {NUMBER}}, Failure.REFUSED_NUMBER),
        ({"token": "et andet"}, Failure.OTHER),
        ({"away": True}, Failure.NO_SERVER),
        ({"stranger": True}, Failure.NO_SECURE_LINE),
    ],
)
def test_what_does_not_leave_is_tried_again_and_leaves_once(
    bo, as_jobs, gateway, settings, monkeypatch, tmp_path, wrong, failure
):
    right = (settings.LANDFAST_SMS_TOKEN, settings.LANDFAST_SMS_URL)
    monkeypatch.setattr(https, "READ", 0.2 if "slow" in wrong else 10.0)
    for name in wrong.keys() & {"busy", "broken", "slow", "unknown"}:
        setattr(gateway, name, wrong[name])
    settings.LANDFAST_SMS_TOKEN = wrong.get("token", TOKEN)
    if "away" in wrong:
        settings.LANDFAST_SMS_URL = "https://localhost:1/send"
    if "stranger" in wrong:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate(tmp_path)[1]))
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[bo.person_id])
    assert told(as_jobs, TOMORROW) == {DeliveryState.WAITING: 1}
    with clock.at(TOMORROW), as_jobs(), acting(None):
        assert models.Delivery.objects.get(ended_at=None).failure == failure
    if "stranger" in wrong:
        return
    settings.LANDFAST_SMS_TOKEN, settings.LANDFAST_SMS_URL = right
    gateway.busy, gateway.broken, gateway.slow, gateway.unknown = False, False, 0.0, set()
    monkeypatch.setattr(https, "READ", 10.0)
    assert told(as_jobs, TOMORROW + timedelta(minutes=2)) == {DeliveryState.SENT: 1}
    assert len(gateway.taken) == 1


def test_the_same_message_sent_again_is_the_same_to_the_gateway(bo, as_jobs, gateway):
    """Killed between the gateway's yes and our commit: the second is known by its number."""
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[bo.person_id])
    told(as_jobs, TOMORROW)
    with clock.at(TOMORROW), as_jobs(), acting(None):
        models.Delivery.objects.filter(state=DeliveryState.SENT, purpose=Purpose.NEWS).update(
            state=DeliveryState.WAITING, ended_at=None
        )
        models.Channel.objects.update(last_sent_on=None)
    before = gateway.asked
    assert told(as_jobs, TOMORROW) == {DeliveryState.SENT: 1}
    assert (gateway.asked, len(gateway.taken)) == (before + 1, 1)


def test_a_number_that_is_no_more_gives_way_to_the_mail_she_confirmed(
    lived_town, as_jobs, gateway, mail_server, monkeypatch, tmp_path
):
    bo = lived_town.bo
    with clock.at(NOON):
        chooses(bo, way=Way.MAIL, address="bo@eksempel.dk", phone="")
        with as_(bo):
            actions.confirm(actor=bo, address="bo@eksempel.dk")
        with as_jobs():
            outbox.empty()
        mail_server.mails.clear()
        with as_(bo):
            row = models.Channel.objects.get()
            row.way, row.phone, row.phone_confirmed_at = Way.SMS, NUMBER, NOON
            row.save()
    gateway.unknown = {NUMBER}
    roots = tmp_path / "both.pem"
    roots.write_text(
        (tmp_path / "roots.pem").read_text() + (tmp_path / "gateway-roots.pem").read_text()
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[bo.person_id])
    assert told(as_jobs, TOMORROW) == {DeliveryState.SENT: 1}
    assert [mail["To"] for mail in mail_server.mails] == ["bo@eksempel.dk"]
    assert (gateway.asked, gateway.texts) == (1, [])


def test_what_is_urgent_does_not_wait_for_tomorrow(bo, as_jobs, gateway):
    soon = TOMORROW + timedelta(hours=2)
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[bo.person_id])
    told(as_jobs, TOMORROW)
    with clock.at(TOMORROW + timedelta(minutes=5)):
        happens("meeting.cancelled", to=[bo.person_id], starts_at=soon)
        happens("coordinator.lost", cover=bo.person_id)
    assert told(as_jobs, TOMORROW + timedelta(minutes=5)) == {DeliveryState.SENT: 1}
    assert [text[:30] for text in gateway.texts] == [
        "Der er nyt til dig i Landfast.", "Der er noget i Landfast, du sk",
    ]  # fmt: skip


def test_a_meeting_at_seven_wakes_and_one_at_ten_does_not(bo, as_jobs, gateway):
    night = TOMORROW.replace(hour=5)
    with clock.at(night):
        happens("meeting.cancelled", to=[bo.person_id], starts_at=night.replace(hour=10))
    assert told(as_jobs, night) == {}
    with clock.at(night):
        happens("meeting.cancelled", to=[bo.person_id], starts_at=night.replace(hour=7))
    assert told(as_jobs, night) == {DeliveryState.SENT: 1}


def test_who_reads_her_meetings_for_her_hears_of_them_and_of_nothing_else(
    lived_town, as_jobs, gateway
):
    with clock.at(NOON):
        lived = assessed_course(lived_town)
        sister = proxy_of(lived, [Limit.READ_MEETINGS])
        with_number(sister, as_jobs, gateway)
    day = TOMORROW + timedelta(days=1)
    with clock.at(TOMORROW), as_(SYSTEM):
        record(SYSTEM, "plan.agreement_break", course=lived.id)
        record(SYSTEM, "consent.read_by_law", course=lived.id)
    assert told(as_jobs, TOMORROW) == {}
    with clock.at(day), as_(SYSTEM):
        record(SYSTEM, "meeting.cancelled", course=lived.id, starts_at=day + timedelta(days=5))
    assert told(as_jobs, day) == {DeliveryState.SENT: 1}
    [one] = gateway.taken.values()
    assert "møde" not in one["text"].lower()


def test_without_a_gateway_each_sms_is_a_file(bo, as_jobs, settings, monkeypatch, tmp_path):
    settings.LANDFAST_SMS_URL = ""
    monkeypatch.setattr("landfast.jobs.sms_post.sms_folder", lambda: tmp_path / "sms")
    with clock.at(TOMORROW):
        happens("plan.remind_before", to=[bo.person_id])
    assert told(as_jobs, TOMORROW) == {DeliveryState.SENT: 1}
    [file] = (tmp_path / "sms").iterdir()
    assert json.loads(file.read_text())["to"] == NUMBER


@pytest.mark.django_db
def test_a_process_that_knows_of_no_sms_still_adds_its_rows():
    """While a newer one migrates: what it does not name has a value from the database."""
    new = ["phone", "phone_tries", "is_urgent", "is_neutral", "way"]
    with connection.cursor() as cursor:
        cursor.execute(
            "select attrelid::regclass::text, attname from pg_attribute"
            " where attrelid in ('notices_channel'::regclass, 'notices_delivery'::regclass)"
            " and attname = any(%s) and attnotnull and not atthasdef",
            [new],
        )
        assert cursor.fetchall() == [("notices_channel", "way")]  # which every process names
