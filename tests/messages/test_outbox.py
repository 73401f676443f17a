"""From an act to a mail in a box: real events, real jobs, a real mail server."""

import re
from datetime import time, timedelta
from functools import partial

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from landfast.access.actions import record
from landfast.access.looks import overseeing
from landfast.access.looks.looking import open_record
from landfast.access.looks.oversight import questions
from landfast.access.looks.told import looks
from landfast.access.session import acting
from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.course.actions.correcting import ask_correction
from landfast.jobs import outbox, post
from landfast.kernel import clock, postgres
from landfast.messages import actions, models, queries
from landfast.messages.rules import DeliveryState, Failure, Way
from tests.factories.days import past_noon
from tests.factories.plan import proposed, wished, with_team
from tests.factories.town import as_
from tests.messages.conftest import free_port
from tests.own import KEPT
from tests.web.conftest import enter

NOON = past_noon()


def wants_mail(actor, address="bo@eksempel.dk"):
    with as_(actor):
        actions.choose(
            actor=actor, way=Way.MAIL, address=address, quiet_from=time(20), quiet_until=time(8)
        )


def confirmed(actor, address="bo@eksempel.dk"):
    wants_mail(actor, address)
    with as_(actor):
        actions.confirm(actor=actor, address=address)
    return actor


@pytest.fixture
def proposal(lived_town, as_jobs, mail_server):
    """Bo wants mail, and somebody has proposed an agreement that he is to make."""
    made = KEPT.stood("a proposal to Bo", partial(proposes, lived_town, as_jobs))
    mail_server.mails.clear()  # what asks for the address, and all that went before
    return made


def proposes(town, as_jobs):
    with clock.at(NOON):
        lived = with_team(town, town.bo)
        confirmed(town.bo)
        with as_jobs():
            outbox.empty()
        tomorrow = NOON + timedelta(days=1)
    with clock.at(tomorrow):
        proposed(town, lived, town.bo)
    return town, lived, tomorrow


def test_a_proposal_becomes_one_mail_that_says_nothing(proposal, as_jobs, mail_server):
    _town, _lived, day = proposal
    with clock.at(day), as_jobs():
        assert outbox.empty() == {DeliveryState.SENT: 1}
        assert outbox.empty() == {}
    [mail] = mail_server.mails
    text = mail.get_payload(decode=True).decode()
    assert mail["To"] == "bo@eksempel.dk"
    assert mail["Subject"] == "Der er nyt til dig i Landfast"
    assert "Jytte" not in str(mail) + text
    assert "aftale" not in text.lower()
    assert mail["Auto-Submitted"] == "auto-generated"


def test_what_is_taken_back_before_the_mail_leaves_is_not_in_it(proposal, as_jobs, mail_server):
    """Withdrawn between the claim and the sending: the mail is as empty of her as ever, and its
    link leads to nothing of hers.
    """
    town, lived, day = proposal
    me = {"actor": lived.citizen, "course_id": lived.id, "recipient": town.bo.person_id}
    with clock.at(day):
        with as_(lived.citizen):
            consent.allow(**me, purpose="Hjælper", how=How.SELF)
        with as_jobs():
            assert actions.collect() > 0
        with as_(lived.citizen):
            consent.withdraw(**me)
        with as_jobs():
            assert outbox.empty() == {DeliveryState.SENT: 1}
        page = enter(town.bo).get("/mine-aftaler/").content.decode()
    [mail] = mail_server.mails
    text = mail.get_payload(decode=True).decode()
    hers = ("Jytte", "aftale", str(lived.id), str(town.bo.person_id), "Strandby")
    assert [word for word in hers if word.lower() in (str(mail) + text).lower()] == []
    assert "Ringer til boligforeningen" not in page


def test_at_most_one_mail_a_day_and_none_at_night(proposal, as_jobs, mail_server):
    town, lived, day = proposal
    with clock.at(day.replace(hour=22)), as_jobs():
        assert outbox.empty() == {}
    with clock.at(day + timedelta(days=1)), as_jobs():
        assert outbox.empty() == {DeliveryState.SENT: 1}
    with clock.at(day + timedelta(days=1, hours=1)):
        proposed(town, lived, town.bo)
        proposed(town, lived, town.bo)
        with as_jobs():
            assert outbox.empty() == {}
    with clock.at(day + timedelta(days=2)), as_jobs():
        assert outbox.empty() == {DeliveryState.SENT: 1}
    assert len(mail_server.mails) == 2


def test_who_takes_mail_away_again_gets_none(proposal, as_jobs, mail_server):
    town, _lived, day = proposal
    with clock.at(day):
        with as_jobs():
            actions.collect()
        with as_(town.bo):
            actions.choose(
                actor=town.bo, way=Way.NONE, address="", quiet_from=time(20), quiet_until=time(8)
            )
        with as_jobs():
            assert outbox.empty() == {DeliveryState.DROPPED: 1}
    assert mail_server.mails == []


def test_an_address_that_refuses_is_tried_and_then_shown_to_the_leader(
    proposal, as_jobs, mail_server
):
    town, _lived, day = proposal
    mail_server.refuses.add("bo@eksempel.dk")
    states = []
    for hours in (0, 0.1, 1, 3, 24):
        with clock.at(day + timedelta(hours=hours)), as_jobs():
            states += list(outbox.empty())
    assert states == [DeliveryState.WAITING] * 4 + [DeliveryState.DEAD]
    with clock.at(day + timedelta(days=1)):
        lead = town.hire("Sanne Social", town.social, "leader")
        with as_(lead):
            [one] = queries.unreached(lead)
        assert (one.name, one.failure) == ("Bo Bostøtte", Failure.REFUSED_ADDRESS)
        with as_(town.dorte):
            assert queries.unreached(town.dorte) == [], "another unit's people are not hers"
        with as_(town.bo):
            assert queries.deliveries(town.bo)[0].state is DeliveryState.DEAD


def test_who_may_not_be_told_yet_keeps_nobody_waiting_behind_them(proposal, as_jobs, mail_server):
    """A round takes so many people; those whose time has not come give up their place in it."""
    town, lived, day = proposal
    night = day.replace(hour=22)
    with clock.at(night):
        with as_jobs():
            actions.collect()
            assert queries.due(limit=1) == [town.bo.person_id]
            assert actions.deliver(person_id=town.bo.person_id, send=post.send) is None
            assert queries.due(limit=1) == []
        wants_mail(town.karen, "karen@eksempel.dk")
        with as_jobs():
            assert queries.due(limit=1) == [town.karen.person_id], "her mail leaves at once"
            assert outbox.empty() == {DeliveryState.SENT: 1}
    with clock.at(night + timedelta(hours=10, minutes=1)):
        proposed(town, lived, town.bo)
        with as_jobs():
            outbox.empty()
            rows = models.Delivery.objects.filter(person_id=town.bo.person_id)
            assert set(rows.values_list("state", flat=True)) == {DeliveryState.SENT}, (
                "all that waited leaves in one message"
            )
    assert [mail["To"] for mail in mail_server.mails].count("bo@eksempel.dk") == 1


def test_an_address_that_no_mail_can_bear_is_told_as_one_that_refuses(
    proposal, as_jobs, mail_server
):
    town, _lived, day = proposal
    with postgres.admin_connect(str(connection.settings_dict["NAME"])) as admin:
        admin.execute(
            f"update {models.Channel._meta.db_table} set address = 'bo@eksempel..dk'"
            " where person_id = %s",
            [town.bo.person_id],
        )
    with clock.at(day), as_jobs():
        assert outbox.empty() == {DeliveryState.WAITING: 1}
        [row] = models.Delivery.objects.filter(ended_at=None)
        assert row.failure == Failure.REFUSED_ADDRESS
    assert mail_server.mails == []


def test_an_open_line_is_never_used(proposal, as_jobs, settings):
    _town, _lived, day = proposal
    heard = []

    class Open:
        async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
            heard.append(envelope.content)
            return "250 kept"

    plain = Controller(Open(), hostname="127.0.0.1", port=free_port())
    plain.start()
    try:
        settings.LANDFAST_MAIL_URL = f"smtp://localhost:{plain.port}"
        with clock.at(day), as_jobs():
            assert outbox.empty() == {DeliveryState.WAITING: 1}
            row = models.Delivery.objects.get(ended_at=None)
            assert row.failure == Failure.NO_SECURE_LINE
    finally:
        plain.stop()
    assert heard == []


def test_a_server_that_is_away_costs_nothing_but_time(proposal, as_jobs, settings):
    _town, _lived, day = proposal
    settings.LANDFAST_MAIL_URL = "smtp://localhost:1"
    with clock.at(day), as_jobs():
        assert outbox.empty() == {DeliveryState.WAITING: 1}
        assert models.Delivery.objects.get(ended_at=None).failure == Failure.NO_SERVER


def test_without_a_server_mails_are_laid_as_files(
    proposal, as_jobs, settings, tmp_path, monkeypatch
):
    _town, _lived, day = proposal
    settings.LANDFAST_MAIL_URL = ""
    monkeypatch.setattr("landfast.jobs.post.mail_folder", lambda: tmp_path / "mail")
    with clock.at(day), as_jobs():
        assert outbox.empty() == {DeliveryState.SENT: 1}
    [file] = (tmp_path / "mail").iterdir()
    assert "Der er nyt til dig" in file.read_text()


def test_an_address_is_asked_before_anything_is_sent_to_it(lived_town, as_jobs, mail_server):
    town = lived_town
    with clock.at(NOON.replace(hour=23)):
        lived = with_team(town, town.bo)
        wants_mail(town.bo)
        proposed(town, lived, town.bo)
        with as_jobs():
            assert outbox.empty() == {DeliveryState.SENT: 1}
    [mail] = mail_server.mails
    assert mail["Subject"] == "Er det din mailadresse?"
    assert re.search(r"/besked/adresse/\S+", mail.get_payload(decode=True).decode())


def test_only_the_jobs_can_read_events_this_way(proposal):
    town, _lived, _day = proposal
    with acting(town.bo), connection.cursor() as cursor:
        cursor.execute("select count(*) from notices_claim(100)")
        assert cursor.fetchone() == (0,)


def test_the_log_is_forgotten_after_ninety_days(proposal, as_jobs):
    _town, _lived, day = proposal
    with clock.at(day), as_jobs():
        outbox.empty()
    with clock.at(day + timedelta(days=91)), as_jobs(), acting(None):
        actions.forget()
        assert not models.Delivery.objects.exists()


def test_a_channel_is_its_persons_alone(proposal):
    town, _lived, _day = proposal
    with as_(town.karen):
        assert not models.Channel.objects.exists()
        assert not models.Delivery.objects.exists()
    with acting(None):
        assert not models.Channel.objects.exists()
    with as_(town.bo):
        assert queries.channel(town.bo).confirmed


def test_what_does_not_fit_is_news_to_who_holds_the_course(lived_town, as_jobs, mail_server):
    town = lived_town
    with clock.at(NOON):
        lived = with_team(town, town.bo)
        confirmed(town.karen, "karen@eksempel.dk")
        with as_jobs():
            outbox.empty()
    mail_server.mails.clear()
    with clock.at(NOON + timedelta(days=1)):
        about = f"plan_wish-{wished(lived, 'Jeg vil bo i Odense')}"
        with as_(lived.citizen):
            ask_correction(
                actor=lived.citizen, course_id=lived.id, about=about, words="Det var Aarhus"
            )
        with as_jobs():
            assert outbox.empty() == {DeliveryState.SENT: 1}
    [mail] = mail_server.mails
    assert "Aarhus" not in mail.as_string()


def test_who_asked_for_a_name_is_told_that_there_is_an_answer(lived_town, as_jobs, mail_server):
    town = lived_town
    didde = town.hire("Didde Databeskytter", town.social, "dpo")
    with clock.at(NOON):
        lived = with_team(town, town.bo)
        confirmed(lived.citizen, "jytte@eksempel.dk")
        with as_(town.bo):
            open_record(town.bo, lived.id, "Planen")
        with as_(lived.citizen):
            look = looks(lived.id)[0].ids[0]
            overseeing.ask_name(actor=lived.citizen, course_id=lived.id, look_id=look)
        with as_jobs():
            outbox.empty()
    mail_server.mails.clear()
    with clock.at(NOON + timedelta(days=1)):
        with as_(didde):
            [asked] = questions(waiting=True)
            overseeing.answer_name(actor=didde, question_id=asked.id, gives=True, words="")
        with as_jobs():
            assert outbox.empty() == {DeliveryState.SENT: 1}
    [mail] = mail_server.mails
    assert mail["To"] == "jytte@eksempel.dk"
    assert "Bo Bostøtte" not in mail.get_payload(decode=True).decode()


def test_an_event_that_nobody_can_read_keeps_no_others_news(proposal, as_jobs, mail_server, caplog):
    town, lived, tomorrow = proposal
    with clock.at(tomorrow):
        with as_(town.karen):
            record(town.karen, "deputy.named", course=lived.id, person="not a key")
        with as_jobs():
            outbox.empty()
            assert actions.collect() == 0
    assert [mail["To"] for mail in mail_server.mails] == ["bo@eksempel.dk"]
    assert "(deputy.named) tells nobody: ValueError" in caplog.text
