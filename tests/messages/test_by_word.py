"""To whom no channel leads, a person says it: an act, the outbox, Mandag, and it is noted."""

import re
from datetime import time, timedelta
from functools import partial
from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse

from landfast.access.actions import To, grant, record
from landfast.access.queries import events
from landfast.access.roles import CourseRole
from landfast.consent import actions as consent
from landfast.course.actions import ending
from landfast.insight.folding import Group
from landfast.insight.monday import monday
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotNow
from landfast.meetings.actions import (
    call_meeting,
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
from tests.factories.meetings import frame, is_over, prepared_meeting
from tests.factories.parts import proxy_of
from tests.factories.plan import proposed, with_team
from tests.factories.town import as_
from tests.own import KEPT
from tests.web.conftest import enter

CALLED, MOVED = "meeting.called", "meeting.frame_set"


@pytest.fixture
def met(lived_town):
    """Jytte, who has no login and no channel, has said yes to a meeting; all before is read."""
    return KEPT.stood("a meeting", partial(prepared_meeting, lived_town))


def moves(met, days=12):
    """The coordinator moves it; it was called by her."""
    with as_(met.karen):
        set_frame(
            actor=met.karen, meeting_id=met.id, frame=frame(starts_at=now() + timedelta(days=days))
        )


def emptied(as_jobs):
    with as_jobs():
        return outbox.empty()


def waits(actor, met):
    with as_(actor):
        return queries.to_say([met.course_id])


def kinds(actor, met):
    return [news.kind for one in waits(actor, met) for news in one.news]


@pytest.fixture
def called(lived_town, as_jobs):
    """She has heard of all that was; then the meeting was called, and the outbox read it."""
    return KEPT.stood("a meeting that is called", partial(calls, lived_town, as_jobs))


def calls(town, as_jobs):
    met = prepared_meeting(town)
    emptied(as_jobs)
    with as_(met.karen):
        for one in queries.to_say([met.course_id]):
            actions.note_said(
                actor=met.karen, course_id=met.course_id, person_id=one.person_id, until=one.until
            )
        call_meeting(actor=met.karen, meeting_id=met.id)
    emptied(as_jobs)
    return met


def said(actor, met):
    [one] = waits(actor, met)
    with as_(actor):
        return actions.note_said(
            actor=actor, course_id=met.course_id, person_id=one.person_id, until=one.until
        )


def test_a_notice_that_no_channel_brings_waits_for_who_holds_the_threads(called, lived_town):
    [one] = waits(called.karen, called)
    assert (one.person_id, one.name, one.failed_at) == (called.lived.citizen.person_id, "", None)
    assert [news.kind for news in one.news] == [CALLED]
    assert one.news[0].starts_at > now()
    for other in (called.bo, called.anna, lived_town.dorte, lived_town.nina, called.lived.citizen):
        assert waits(other, called) == []


def test_one_line_a_person_however_much_is_new(called, as_jobs):
    for days in (12, 13):
        moves(called, days)
    emptied(as_jobs)
    [one] = waits(called.karen, called)
    assert [news.kind for news in one.news] == [CALLED, MOVED]
    assert one.news[1].starts_at.date() == (now() + timedelta(days=13)).date()
    page = enter(called.karen).get(reverse("monday")).content.decode()
    assert page.count("Sig det til Jytte") == 1
    text = re.sub(r"\s+", " ", page)
    assert "Der blev indkaldt til et møde: " in text
    assert text.count("Mødet har fået en ny tid eller et nyt sted: ") == 1, "the last alone"


@pytest.mark.parametrize("courses", [1, 6])
def test_mandag_keeps_its_eight_questions_however_many_wait(
    lived_town, as_jobs, courses, django_assert_max_num_queries
):
    for number in range(courses):
        lived = with_team(lived_town, lived_town.bo, name=f"Borger {number}")
        proposed(lived_town, lived, lived_town.bo)
        with as_(lived_town.karen):
            record(lived_town.karen, "plan.agreement_break", course=lived.id)
    emptied(as_jobs)
    with as_(lived_town.karen), django_assert_max_num_queries(8):
        seen = monday(lived_town.karen, list(Group))
    assert len(seen.to_say) == courses


def test_what_came_before_a_fresh_start_is_no_word_to_who_came_after(lived_town, as_jobs):
    """She who holds it since goes on; who comes after reads nothing of it, and is not asked."""
    with clock.at(now() - timedelta(days=5)):
        called = prepared_meeting(lived_town)
        with as_(called.karen):
            call_meeting(actor=called.karen, meeting_id=called.id)
        emptied(as_jobs)
    with as_(called.lived.citizen):
        consent.start_fresh(
            actor=called.lived.citizen, course_id=called.course_id,
            since=today() - timedelta(days=2),
        )  # fmt: skip
    assert kinds(called.karen, called) == [CALLED]
    with as_(called.karen):
        grant(called.karen, called.course_id, [
            To(CourseRole.DEPUTY, "Dækker", person=lived_town.nina.person_id),
        ])  # fmt: skip
    assert waits(lived_town.nina, called) == []
    assert "Sig det" not in enter(lived_town.nina).get(reverse("monday")).content.decode()


def test_said_is_kept_with_who_and_when_and_is_gone(called):
    batch = said(called.karen, called)
    assert waits(called.karen, called) == []
    with as_(called.karen):
        [kept] = events(called.course_id, ["notices.said"], limit=1)
        assert kept.actor == "Karen Koordinator"
        batch = kept.facts.pop("batch")
        assert kept.facts == {"person": str(called.lived.citizen.person_id), "many": 1}
        assert queries.said_at(called.course_id, UUID(batch))
        assert queries.said_at(called.course_id, batch)
    with as_(called.lived.citizen):
        row = models.Delivery.objects.get(sent_as=batch)
        assert (row.state, row.said_by_id) == (DeliveryState.TOLD, called.karen.person_id)
        assert row.ended_at == row.handed_at


def test_it_is_taken_back_by_a_touch_and_waits_as_before(called):
    before = waits(called.karen, called)
    batch = said(called.karen, called)
    with as_(called.bo), pytest.raises(NotAllowed):
        actions.take_back_said(actor=called.bo, course_id=called.course_id, batch=batch)
    with as_(called.karen):
        actions.take_back_said(actor=called.karen, course_id=called.course_id, batch=batch)
        assert queries.said_at(called.course_id, batch) is None
        assert [one.kind for one in events(called.course_id, ["notices.unsaid"])]
        with pytest.raises(NotNow):
            actions.take_back_said(actor=called.karen, course_id=called.course_id, batch=batch)
    assert waits(called.karen, called) == before


def test_what_came_after_the_page_was_shown_waits_still(called, as_jobs):
    [shown] = waits(called.karen, called)
    moves(called)
    emptied(as_jobs)
    with as_(called.karen):
        actions.note_said(
            actor=called.karen, course_id=called.course_id, person_id=shown.person_id,
            until=shown.until,
        )  # fmt: skip
    assert kinds(called.karen, called) == [MOVED]


def test_it_is_said_once(called):
    [shown] = waits(called.karen, called)
    said(called.karen, called)
    with as_(called.karen), pytest.raises(NotNow):
        actions.note_said(
            actor=called.karen, course_id=called.course_id, person_id=shown.person_id,
            until=shown.until,
        )  # fmt: skip


def test_nobody_notes_it_in_a_course_they_do_not_hold(called, lived_town):
    [shown] = waits(called.karen, called)
    for other in (called.bo, lived_town.nina, called.lived.citizen):
        with as_(other), connection.cursor() as cursor:
            cursor.execute(
                "select notices_say(%s, %s, %s, %s)",
                [called.course_id, shown.person_id, now(), called.id],
            )
            assert cursor.fetchone() == (0,), other
    assert waits(called.karen, called) == [shown]


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
