"""Mails around a meeting: the reminder before, and how it was afterwards."""

from datetime import datetime, time, timedelta
from email.header import decode_header, make_header

import pytest

from landfast.jobs import invitations, outbox
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK
from landfast.meetings import actions
from landfast.meetings.actions import ending, letters
from tests.factories.meetings import frame, leaves
from tests.factories.town import as_
from tests.messages.invited import AUNT, MONDAY, calendars, said, subjects, wants_mail

FRIDAY = (MONDAY + timedelta(days=4)).date()


def test_everybody_is_reminded_once_on_the_business_day_before(met, at_work, mail_server):
    with clock.at(MONDAY + timedelta(days=2)), at_work():
        outbox.empty()  # what waited from the day of the invitation
    mail_server.mails.clear()
    friday = datetime.combine(FRIDAY, time(7, 30), DENMARK)
    for moment in (friday - timedelta(days=1, hours=-4), friday):
        with clock.at(moment), at_work():
            outbox.empty()
    assert mail_server.mails == []
    for hours in (2, 3, 26):
        with clock.at(friday + timedelta(hours=hours)), at_work():
            outbox.empty()
    [aunts] = [mail for mail in mail_server.mails if mail["To"] == AUNT]
    [bos] = [mail for mail in mail_server.mails if mail["To"] == "bo@eksempel.dk"]
    assert str(make_header(decode_header(aunts["Subject"]))) == "Husk et møde"
    assert bos["Subject"] == "Der er nyt til dig i Landfast"


def test_nobody_is_reminded_of_a_time_that_she_has_not_said_yes_to(met, at_work, mail_server):
    moved = MONDAY + timedelta(days=7, hours=1)
    wants_mail(met.lived.citizen, "jytte@eksempel.dk")
    with clock.at(MONDAY + timedelta(days=3)):
        with at_work():
            outbox.empty()
        mail_server.mails.clear()
        with as_(met.karen):
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=moved))
    friday = datetime.combine(FRIDAY, time(9, 30), DENMARK)
    with clock.at(friday):
        with at_work():
            outbox.empty()
        assert subjects(mail_server, AUNT) == subjects(mail_server, "bo@eksempel.dk") == []
        assert subjects(mail_server, "jytte@eksempel.dk") == ["Der er nyt til dig i Landfast"]
        with as_(met.lived.citizen):
            actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
    for hours in (1, 2):
        with clock.at(friday + timedelta(hours=hours)), at_work():
            outbox.empty()
    assert subjects(mail_server, AUNT) == ["Mødet er ændret"], "the letter reminds of it too"


def test_a_yes_of_the_past_reminds_of_nothing_that_was_changed_since(met, at_work, mail_server):
    friday = datetime.combine(FRIDAY, time(9, 30), DENMARK)
    with clock.at(friday):
        with at_work():
            letters.remind()
        with as_(met.karen):
            moved = frame(starts_at=MONDAY + timedelta(days=7), place="Rådhuset")
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
        mail_server.mails.clear()
        with at_work():
            invitations.send()
    assert subjects(mail_server, AUNT) == []


def test_who_was_there_without_a_login_is_asked_how_it_was_once(met, at_work, mail_server):
    with clock.at(MONDAY + timedelta(days=7)), as_(met.karen):
        there = {met.guests["sister"], met.guests["bo"]}
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=there)
    mail_server.mails.clear()
    # while it runs, nobody is asked; left open, it closes itself, and she is asked
    with clock.at(MONDAY + timedelta(days=7, hours=1)), at_work():
        invitations.send()
    assert mail_server.mails == []
    with clock.at(MONDAY + timedelta(days=8)), at_work():
        ending.close_left_open()
    for hours in (1, 2, 30):
        with clock.at(MONDAY + timedelta(days=8, hours=hours)), at_work():
            invitations.send()
    [mail] = mail_server.mails
    assert mail["To"] == AUNT
    assert "Hvordan var mødet?" in str(make_header(decode_header(mail["Subject"])))
    assert calendars(mail_server, AUNT) == [], "no calendar file for what is over"
    hers = ("Jytte", "søster", "Hjemme", "Strandby", "Karen", str(met.course_id), str(met.id))
    assert [word for word in hers if word in said(mail)] == []


@pytest.mark.parametrize("how", ["death", "stop"])
def test_once_the_course_is_over_nobody_is_asked_how_it_was(met, at_work, mail_server, how):
    with clock.at(MONDAY + timedelta(days=7)):
        with as_(met.karen):
            actions.start_meeting(
                actor=met.karen, meeting_id=met.id, present={met.guests["sister"]}
            )
    with clock.at(MONDAY + timedelta(days=8)):
        with at_work():
            ending.close_left_open()
        leaves(met, how)
    mail_server.mails.clear()
    with clock.at(MONDAY + timedelta(days=8, hours=1)), at_work():
        invitations.send()
    asked = [str(make_header(decode_header(mail["Subject"]))) for mail in mail_server.mails]
    assert [one for one in asked if "Hvordan var mødet?" in one] == []
