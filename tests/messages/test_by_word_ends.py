"""What a person was to say is gone: a channel leads again, it is said, it is past, it has ended."""

import re
from datetime import time, timedelta

from django.urls import reverse

from landfast.access.actions import To, grant, record
from landfast.access.roles import CourseRole
from landfast.course.actions import ending
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.meetings.actions import (
    cancel_meeting,
    make_minutes,
    note_seen_beside,
    set_frame,
    show_minutes,
)
from landfast.messages import actions, models, queries, rules
from landfast.messages.rules import DeliveryState, Failure, Way
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.circles.test_told_and_forgotten import connects
from tests.factories.meetings import frame, is_over
from tests.factories.parts import proxy_of
from tests.factories.town import as_
from tests.messages.by_word import (
    CALLED,
    MOVED,
    called,
    emptied,
    kinds,
    met,
    moves,
    said,
    waits,
)
from tests.web.conftest import enter

__all__ = ["called", "met"]


def test_a_channel_that_leads_again_takes_it_along(called, as_jobs, mail_server):
    her = called.lived.citizen
    with as_(her):
        actions.choose(
            actor=her, way=Way.MAIL, address="jytte@eksempel.dk",
            quiet_from=time(0), quiet_until=time(0),
        )  # fmt: skip
        actions.confirm(actor=her, address="jytte@eksempel.dk")
    assert emptied(as_jobs)[DeliveryState.SENT] >= 1
    assert waits(called.karen, called) == []
    assert "jytte@eksempel.dk" in [mail["To"] for mail in mail_server.mails]


def test_a_channel_that_is_taken_away_leaves_it_to_a_person(called, as_jobs, mail_server):
    """Chosen, then no more, before the day's message left."""
    her = called.lived.citizen
    said(called.karen, called)
    way = {"address": "jytte@eksempel.dk", "quiet_from": time(0), "quiet_until": time(0)}
    with as_(her):
        actions.choose(actor=her, way=Way.MAIL, **way)
        actions.confirm(actor=her, address="jytte@eksempel.dk")
    emptied(as_jobs)  # the mail that asks for the address
    moves(called)
    with as_jobs():
        actions.collect()
    with as_(her):
        actions.choose(actor=her, way=Way.NONE, **way)
    emptied(as_jobs)
    assert kinds(called.karen, called) == [MOVED]
    assert [mail for mail in mail_server.mails if "nyt til dig" in mail["Subject"]] == []


def test_who_has_a_login_now_reads_it_there(called, as_jobs):
    her = called.lived.citizen
    with as_(her):
        people.open_account(person_id=her.person_id, username="jytte", password=None)
    emptied(as_jobs)
    assert kinds(called.karen, called) == [CALLED], "an account without a way in opens nothing"
    with as_(her):
        connects(her)
    emptied(as_jobs)
    assert waits(called.karen, called) == []
    moves(called)
    emptied(as_jobs)
    assert waits(called.karen, called) == []


def test_it_goes_with_the_end_of_the_course(called, as_jobs):
    with as_(called.lived.citizen):
        ending.stop(actor=called.lived.citizen, course_id=called.course_id)
    emptied(as_jobs)
    assert waits(called.karen, called) == []
    with as_(called.lived.citizen):
        states = {row.state for row in queries.deliveries(called.lived.citizen)}
    assert states == {DeliveryState.TAKEN_BACK}


def test_who_reads_for_her_and_cannot_come_in_is_told_too(called, as_jobs):
    """Within their limits, by the name she gave; her own line stands first."""
    said(called.karen, called)
    sister = proxy_of(called.lived)
    emptied(as_jobs)
    assert waits(called.karen, called) == [], "that she let her in is hers to say"
    with as_(called.karen):
        cancel_meeting(actor=called.karen, meeting_id=called.id, reason="Sygdom")
    emptied(as_jobs)
    hers, sisters = waits(called.karen, called)
    assert (hers.name, sisters.person_id) == ("", sister.person_id)
    assert sisters.name
    assert [news.kind for news in sisters.news] == ["meeting.cancelled"]
    page = enter(called.karen).get(reverse("course", args=[called.course_id])).content.decode()
    assert f"Sig det til {sisters.name}, der læser for Jytte" in page


def lately(client, met):
    page = client.get(reverse("course", args=[met.course_id])).content.decode()
    shown = page.partition("Sagt for nylig")[2].partition("</details>")[0]
    return shown, re.findall(r'action="([^"]*fortryd[^"]*)"', shown)


def test_what_was_said_lately_is_taken_back_from_her_page_on_any_day(called, as_jobs):
    said(called.karen, called)
    with clock.at(now() + timedelta(days=13)):
        karen = enter(called.karen)
        shown, undo = lately(karen, called)
        assert "Karen Koordinator sagde det til Jytte" in shown
        assert lately(enter(called.bo), called)[1] == [], "it is hers to say and to take back"
        assert karen.post(undo[0]).status_code in {302, 303}
        assert kinds(called.karen, called) == [CALLED]
        assert undo[0] not in lately(karen, called)[1]


def test_after_a_fortnight_what_was_said_is_said(called):
    said(called.karen, called)
    with clock.at(now() + timedelta(days=15)):
        assert lately(enter(called.karen), called) == ("", [])


def test_who_reads_for_her_hears_that_her_meeting_was_moved(called, as_jobs):
    said(called.karen, called)
    sister = proxy_of(called.lived)
    with as_(called.karen):
        moved = frame(starts_at=frame().starts_at + timedelta(days=1))
        set_frame(actor=called.karen, meeting_id=called.id, frame=moved)
    emptied(as_jobs)
    told = {row.person_id: [news.kind for news in row.news] for row in waits(called.karen, called)}
    assert told[sister.person_id] == ["meeting.frame_set"]


def test_old_ones_are_not_lost(called, as_jobs):
    with clock.at(now() + timedelta(days=200)), as_jobs():
        actions.forget()
    assert kinds(called.karen, called) == [CALLED]


def test_what_was_given_up_is_kept_until_it_is_said_where_she_cannot_read_it(met):
    her = met.lived.citizen
    with as_(her):
        row = models.Delivery.objects.create(
            person_id=her.person_id, state=DeliveryState.DEAD, next_try_at=now(), tries=5,
            created_at=now() - timedelta(days=100), ended_at=now() - timedelta(days=100),
            failure=Failure.REFUSED_ADDRESS,
        )  # fmt: skip

    def is_kept():
        actions.forget()
        with as_(her):
            return models.Delivery.objects.filter(id=row.id).exists()

    assert is_kept()
    assert waits(met.karen, met)
    with as_(her):
        people.open_account(person_id=her.person_id, username="jytte", password=None)
        connects(her)
    assert not is_kept()


def test_nobody_is_asked_to_remind_of_a_meeting_that_was(called, as_jobs):
    said(called.karen, called)
    for hours in (1, -1):
        with as_(called.karen):
            record(
                called.karen, "meeting.near", course=called.course_id,
                starts_at=now() + timedelta(hours=hours), to=[],
            )  # fmt: skip
    emptied(as_jobs)
    emptied(as_jobs)
    [one] = waits(called.karen, called)
    assert [news.starts_at > now() for news in one.news] == [True]
    page = enter(called.karen).get(reverse("monday")).content.decode()
    assert "Husk mødet: " in page


def test_a_meeting_that_was_held_is_not_called_and_minutes_that_were_seen_are_not_ready(
    called, as_jobs
):
    assert kinds(called.karen, called) == [CALLED]
    is_over(called)
    emptied(as_jobs)
    assert kinds(called.karen, called) == []
    with as_(called.karen):
        minutes = make_minutes(actor=called.karen, meeting_id=called.id)
        show_minutes(actor=called.karen, minutes_id=minutes)
    emptied(as_jobs)
    assert kinds(called.karen, called) == ["minutes.shown"]
    with as_(called.karen):
        note_seen_beside(actor=called.karen, minutes_id=minutes)
    emptied(as_jobs)
    assert waits(called.karen, called) == []


def test_a_day_that_is_over_calls_nobody(called, as_jobs):
    for days in (1, -1):
        with as_(called.karen):
            record(
                called.karen, CALLED, course=called.course_id,
                starts_at=now() + timedelta(days=days), to=[],
            )  # fmt: skip
    emptied(as_jobs)
    [one] = waits(called.karen, called)
    assert all(news.starts_at > now() for news in one.news)


def test_what_she_did_beside_somebody_is_not_told_to_her():
    assert rules.is_to_say(MOVED, {})
    assert not rules.is_to_say("plan.agreement_accept", {"beside": True})
    assert not rules.is_to_say("circle.case_told", {})


def test_the_second_gets_it_while_the_coordinator_is_away(called, lived_town):
    mads = lived_town.mads
    with as_(called.karen):
        grant(called.karen, called.course_id, [
            To(CourseRole.SECOND, "Makker", person=mads.person_id),
        ])  # fmt: skip
    line, page = "Sig det til Jytte", enter(mads)

    def shown():
        return line in page.get(reverse("monday")).content.decode()

    assert not shown()
    with as_(called.karen):
        people.note_leave(
            person_id=called.karen.person_id, starts_on=today() - timedelta(days=1),
            ends_on=today() + timedelta(days=5), kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    assert shown()
    said(mads, called)
    assert not shown()
