"""Invitations through a real mail server: who is asked, what changes, what does not arrive."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.jobs import invitations
from landfast.kernel import clock
from landfast.meetings import actions, models
from landfast.meetings.actions import inviting
from landfast.messages.rules import DeliveryState
from tests.factories.meetings import frame
from tests.factories.town import as_
from tests.messages.invited import AUNT, MONDAY, calendars, said, subjects
from tests.web.conftest import enter


def test_who_is_asked_gets_an_invitation_that_says_nothing_of_her(met, mail_server):
    [sent] = calendars(mail_server, "bo@eksempel.dk")
    [aunts] = calendars(mail_server, AUNT)
    assert sent["method"] == aunts["method"] == "REQUEST"
    one, other = (file.walk("VEVENT")[0] for file in (sent, aunts))
    assert one["dtstart"].dt == MONDAY + timedelta(days=7)
    assert one["uid"] != other["uid"]
    assert str(other["attendee"]) == f"mailto:{AUNT}"
    assert str(one["url"]).endswith("/invitationer/")
    assert "http" not in str(other["description"])  # others see a calendar
    hers = ("Jytte", "søster", "Hjemme", "Strandby", "Karen", str(met.course_id), str(met.id))
    for mail in mail_server.mails:
        assert [word for word in hers if word.lower() in said(mail).lower()] == []
        assert mail["To"] in {"bo@eksempel.dk", AUNT}
    [mail] = [mail for mail in mail_server.mails if mail["To"] == AUNT]
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/calendar"]
    assert mail.get_payload()[1].get_param("method") == "REQUEST"


def test_a_new_time_waits_for_her_yes_and_is_the_same_entry_once_more(met, at_work, mail_server):
    moved = MONDAY + timedelta(days=8)
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=moved))
        with at_work():
            invitations.send()
        assert len(calendars(mail_server, AUNT)) == 1
        with as_(met.lived.citizen):
            actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
        with at_work():
            invitations.send()
            invitations.send()
    first, second = calendars(mail_server, AUNT)
    one, two = (file.walk("VEVENT")[0] for file in (first, second))
    assert (two["uid"], two["sequence"], two["dtstart"].dt) == (one["uid"], 1, moved)


def test_who_is_asked_to_a_moved_meeting_is_not_written_to_before_her_yes(
    met, at_work, mail_server
):
    asked = "moster@eksempel.dk"
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            moved = frame(starts_at=MONDAY + timedelta(days=8))
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
            inviting.set_address(
                actor=met.karen, meeting_id=met.id, participant_id=met.guests["sister"],
                address=asked,
            )  # fmt: skip
        with at_work():
            invitations.send()
        assert calendars(mail_server, asked) == []
        with as_(met.lived.citizen):
            actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
        with at_work():
            invitations.send()
    [file] = calendars(mail_server, asked)
    assert file.walk("VEVENT")[0]["dtstart"].dt == moved.starts_at


def test_a_new_time_of_a_meeting_that_she_does_not_lead_waits_for_nobody(met, at_work, mail_server):
    moved = MONDAY + timedelta(days=8)
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            asked_to = models.Format.objects.filter(citizen="invited", replaced_at=None)[0]
            models.Meeting.objects.filter(id=met.id).update(format=asked_to)
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=moved))
        with at_work():
            invitations.send()
    assert [file.walk("VEVENT")[0]["dtstart"].dt for file in calendars(mail_server, AUNT)] == [
        MONDAY + timedelta(days=7), moved,
    ]  # fmt: skip


@pytest.mark.parametrize("off_the_list", [True, False])
def test_who_is_no_longer_asked_is_told_and_who_never_was_is_not(
    met,
    at_work,
    mail_server,
    off_the_list,
):
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.lived.citizen):
            if off_the_list:
                actions.remove_participant(
                    actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"]
                )
            else:
                actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
        with at_work():
            invitations.send()
            invitations.send()
    _asked, ended = calendars(mail_server, AUNT)
    event = ended.walk("VEVENT")[0]
    assert (ended["method"], event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 1)
    subject = subjects(mail_server, AUNT)[-1]
    assert subject == ("Du skal ikke med til et møde" if off_the_list else "Mødet er aflyst")
    assert len(calendars(mail_server, "bo@eksempel.dk")) == (1 if off_the_list else 2)


def test_what_ends_an_entry_names_the_time_that_was_told(met, at_work, mail_server):
    # given a meeting that was moved, and waits for her yes
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            moved = frame(starts_at=MONDAY + timedelta(days=8))
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
        with as_(met.lived.citizen):
            actions.remove_participant(
                actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"]
            )
        with at_work():
            invitations.send()
    # then who is off the list does not read the time that nobody has been told
    _asked, ended = calendars(mail_server, AUNT)
    assert ended.walk("VEVENT")[0]["dtstart"].dt == MONDAY + timedelta(days=7)


def test_what_does_not_arrive_is_shown_and_tried_again(met, at_work, mail_server):
    mail_server.refuses.add(AUNT)
    moved = MONDAY + timedelta(days=8)
    with clock.at(MONDAY), as_(met.lived.citizen):
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=frame(starts_at=moved))
    with clock.at(MONDAY + timedelta(hours=1)), at_work():
        invitations.send()
    with clock.at(MONDAY + timedelta(hours=1)), as_(met.karen):  # at once: trying again is in vain
        [invite] = models.Invite.objects.exclude(given_up_at=None)
        assert invite.failure == "refused_address"
    mail_server.refuses.clear()
    with clock.at(MONDAY + timedelta(hours=40)):
        with as_(met.karen):
            inviting.try_again(actor=met.karen, meeting_id=met.id, invite_id=invite.id)
        with at_work():
            invitations.send()
    assert len(calendars(mail_server, AUNT)) == 2


def test_a_server_that_says_not_now_is_asked_again(met, at_work, mail_server):
    """Greylisting: the first try is always put off, and the address is as good as any."""
    mail_server.puts_off.add(AUNT)
    moved = MONDAY + timedelta(days=8)
    with clock.at(MONDAY), as_(met.lived.citizen):
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=frame(starts_at=moved))
    with clock.at(MONDAY + timedelta(hours=1)), at_work():
        invitations.send()
    with clock.at(MONDAY + timedelta(hours=1)), as_(met.karen):
        [invite] = models.Invite.objects.exclude(failure="")
        assert invite.given_up_at is None
    with clock.at(MONDAY + timedelta(hours=1)):
        page = enter(met.karen).get(reverse("invites", args=[met.course_id, met.id]))
    sister = met.guests["sister"]
    [hers] = [one for one in page.context["shown"] if one.line.guest.id == sister]
    assert "Er ikke kommet frem endnu" in str(hers.letter)
    assert hers.letter_at is None  # the hour of the letter before is no hour of this one
    mail_server.puts_off.clear()
    with clock.at(MONDAY + timedelta(hours=2)), at_work():
        invitations.send()
    assert len(calendars(mail_server, AUNT)) == 2


def test_one_letter_that_cannot_be_made_keeps_nobody_elses_back(
    met, at_work, mail_server, monkeypatch
):
    """What breaks on one is tried again later, each time later, and the others have theirs."""
    moved, before = MONDAY + timedelta(days=8), len(mail_server.mails)
    made = invitations._words

    def breaks_on_hers(waiting):
        if waiting.person_id is None:
            raise RuntimeError("the words of a letter")
        return made(waiting)

    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=moved))
        with as_(met.lived.citizen):
            actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
        monkeypatch.setattr(invitations, "_words", breaks_on_hers)
        with at_work():
            counted = invitations.send()
            assert counted[DeliveryState.WAITING] == 1
            assert counted[DeliveryState.SENT] >= 1
            assert invitations.send() == {}
        assert {mail["To"] for mail in mail_server.mails[before:]} == {"bo@eksempel.dk"}
    monkeypatch.setattr(invitations, "_words", made)
    with clock.at(MONDAY + timedelta(hours=2)), at_work():
        invitations.send()
    assert [mail["To"] for mail in mail_server.mails[before:]].count(AUNT) == 1
