"""Who sits in a circle is asked by mail to its next meeting, and answers by mail, link or page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from landfast.access.links import signed
from landfast.circles import models
from landfast.circles.actions import inviting, standing
from landfast.circles.queries.inviting import answers_of, my_invites
from landfast.jobs import outbox
from landfast.journeys.meet_in_circle import days_offered, see_circle
from landfast.kernel import clock
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import LINK, Verdict
from tests.factories.circles import circle
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_
from tests.messages.invited import MONDAY, answer, calendars, said, took, wants_mail

ANNA = "anna@eksempel.dk"
IN_A_WEEK = MONDAY + timedelta(days=7)


@pytest.fixture
def planned(lived_town, at_work, mail_server):
    """Lars has planned the next meeting of the forum; Anna wants mail."""
    with clock.at(MONDAY):
        forum = circle(lived_town)
        wants_mail(lived_town.anna, ANNA)
        sitting = forum.plans(IN_A_WEEK)
        with at_work():
            outbox.empty()
    return forum, sitting


def replies(town, sitting):
    with clock.at(MONDAY + timedelta(hours=3)), as_(town.lars):
        return {row.person.split()[0]: row.reply for row in answers_of(sitting)}


def test_the_invitation_says_when_and_nothing_else(planned, mail_server, lived_town):
    [file] = calendars(mail_server, ANNA)
    event = file.walk("VEVENT")[0]
    assert (file["method"], event["dtstart"].dt) == ("REQUEST", IN_A_WEEK)
    mails = " ".join(said(mail) for mail in mail_server.mails if mail["To"] == ANNA)
    for word in ("Samarbejdsforum", "sager", "Lars", "Rådhuset"):
        assert word not in mails
    assert set(replies(lived_town, planned[1])) == {"Karen", "Solveig", "Anna"}  # Lars leads it


@pytest.mark.parametrize(
    ("partstat", "reply"),
    [("ACCEPTED", "comes"), ("TENTATIVE", "maybe"), ("DECLINED", "declined")],
)
def test_an_answer_from_a_calendar_is_heard(
    planned, at_work, mail_server, lived_town, partstat, reply
):
    [file] = calendars(mail_server, ANNA)
    later = MONDAY + timedelta(hours=2)
    assert took(at_work, answer(file, "bo@eksempel.dk"), later) is Verdict.SOMEBODY_ELSE
    mail = answer(file, ANNA, partstat=partstat, stamp="20261130T113000Z")
    assert took(at_work, mail, later) is Verdict.COUNTS
    assert replies(lived_town, planned[1])["Anna"] == reply


def test_moved_it_is_the_same_entry_and_everybody_is_asked_anew(
    planned, at_work, mail_server, lived_town
):
    forum, sitting = planned
    with clock.at(MONDAY), as_(lived_town.anna):
        inviting.answer(actor=lived_town.anna, sitting_id=sitting, reply=Reply.COMES)
    with clock.at(MONDAY):
        assert forum.plans(IN_A_WEEK + timedelta(days=1)) == sitting
        with at_work():
            outbox.empty()
    first, second = (file.walk("VEVENT")[0] for file in calendars(mail_server, ANNA))
    assert (first["uid"], second["sequence"]) == (second["uid"], 1)
    assert replies(lived_town, sitting)["Anna"] == Reply.ASKED
    with clock.at(MONDAY), as_(lived_town.lars):
        standing.cancel(actor=lived_town.lars, sitting_id=sitting)
    with clock.at(MONDAY), at_work():
        outbox.empty()
    assert calendars(mail_server, ANNA)[-1]["method"] == "CANCEL"


def test_who_leaves_is_told_and_who_comes_new_is_asked(planned, at_work, mail_server, lived_town):
    forum, sitting = planned
    with clock.at(MONDAY), as_(lived_town.anna):
        [own] = models.Seat.objects.filter(person_id=lived_town.anna.person_id)
        standing.unseat(actor=lived_town.anna, circle_id=forum.id, seat_id=own.id)
    with clock.at(MONDAY), as_(lived_town.lars):
        standing.seat(
            actor=lived_town.lars, circle_id=forum.id, person_id=lived_town.bo.person_id,
            unit_id=lived_town.social,
        )  # fmt: skip
    with clock.at(MONDAY), at_work():
        outbox.empty()
    assert calendars(mail_server, ANNA)[-1]["method"] == "CANCEL"
    assert "Bo" in replies(lived_town, sitting)


def test_the_link_answers_without_a_login_and_asks_for_no_substitute(planned, lived_town):
    with as_(lived_town.anna):
        key = models.Invite.objects.get(person_id=lived_town.anna.person_id).uid
    link = reverse("answer_by_link", args=[signed(LINK, key)])
    with clock.at(MONDAY):
        page = Client().get(link).content.decode()
        assert "Lars" in page
        assert "i stedet" not in page
        assert "Samarbejdsforum" not in page
        assert Client().post(link, {"reply": "declined"}).status_code == 422
        sent = {"reply": "declined", "reply_reason": "Kursus"}
        assert Client().post(link, sent).status_code == 302
        another = MONDAY + timedelta(days=9)
        other = {"starts_at": f"{another:%Y-%m-%dT10:00}"}
        proposes = reverse("propose_by_link", args=[signed(LINK, key)])
        assert Client().post(proposes, other).status_code == 302
        with as_(lived_town.lars):
            [anna] = [row for row in answers_of(planned[1]) if row.reply is Reply.DECLINED]
    assert anna.reply_reason == "Kursus"
    assert anna.proposed_at.date() == another.date()


def test_each_answers_for_herself_before_it_begins(planned, lived_town):
    anna, sitting = lived_town.anna, planned[1]
    with clock.at(MONDAY), as_(anna):
        assert [row.sitting_id for row in my_invites(anna)] == [sitting]
        with pytest.raises(Wrong):
            inviting.answer(actor=anna, sitting_id=sitting, reply=Reply.DECLINED)
        inviting.answer(actor=anna, sitting_id=sitting, reply=Reply.DECLINED, reason="Kursus")
        assert models.Invite.objects.count() == 1  # the others' keys are not hers to read
    with clock.at(MONDAY), as_(lived_town.bo), pytest.raises(NotFound):
        inviting.answer(actor=lived_town.bo, sitting_id=sitting, reply=Reply.COMES)
    with clock.at(IN_A_WEEK), as_(anna), pytest.raises(NotNow):
        inviting.answer(actor=anna, sitting_id=sitting, reply=Reply.COMES)


def test_what_did_not_arrive_is_shown_to_who_leads_and_tried_again(
    lived_town, at_work, mail_server
):
    mail_server.refuses.add(ANNA)
    with clock.at(MONDAY):
        forum = circle(lived_town)
        wants_mail(lived_town.anna, ANNA)
        sitting = forum.plans(IN_A_WEEK)
    for hours in (1, 2, 4, 22, 30, 48, 70, 96):  # by day: at night she wants no mail
        with clock.at(MONDAY + timedelta(hours=hours)), at_work():
            outbox.empty()
    with as_(lived_town.lars):
        [row] = [row for row in answers_of(sitting) if row.given_up_at]
        assert row.failure
        inviting.try_again(actor=lived_town.lars, invite_id=row.id)
        assert not [row for row in answers_of(sitting) if row.given_up_at]
    with as_(lived_town.anna), pytest.raises(NotFound):
        inviting.try_again(actor=lived_town.anna, invite_id=row.id)


def test_a_day_is_offered_with_who_is_taken_by_something_else(lived_town):
    with clock.at(MONDAY):
        forum = circle(lived_town)
        with as_(lived_town.lars):
            seen = see_circle(lived_town.lars, forum.id)
            [first, *_] = days_offered(seen.circle, seen.seats)
            assert first.taken == []
        met = prepared_meeting(lived_town)
        with as_(met.lived.citizen):
            from landfast.meetings import actions

            actions.set_frame(
                actor=met.lived.citizen, meeting_id=met.id, frame=frame(starts_at=first.at)
            )
        with as_(lived_town.lars):
            [first, second, *_] = days_offered(seen.circle, seen.seats)
        assert "Karen Koordinator" in first.taken
        assert second.taken == []
        with as_(lived_town.anna):  # who only sits there is told of nobody's time
            assert days_offered(seen.circle, seen.seats)[0].taken == []
