"""Monday says at once what a citizen has done; it goes with an act, or "Jeg har set det"."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.queries import events
from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.course.actions.coordinator import name_second
from landfast.course.queries.lately import mine_lately
from landfast.course.rules.ending import PauseGround
from landfast.insight.asks import TO_HEAR, Asks, asks
from landfast.insight.folding import Group
from landfast.insight.monday import Ask, Waiting
from landfast.insight.monday import monday as read_monday
from landfast.insight.waiting import Waits
from landfast.journeys.pause_course import pause_course
from landfast.journeys.resume_course import resume_course
from landfast.kernel import clock
from landfast.meetings import actions as meetings
from landfast.meetings import models
from landfast.meetings.actions import Guest
from landfast.meetings.rules import Attends, Reply
from landfast.network import actions as network
from landfast.network.rules import SeatAnswer
from landfast.plan import actions as plan
from landfast.plan.rules.words import Went
from landfast.programmes.rules import NeedArea
from landfast.redthread.queries.asked import asked_of_holder
from tests.factories.courses import started_course
from tests.factories.emergencies import numbered, opens
from tests.factories.meetings import prepared_meeting
from tests.factories.plan import accepted, in_days, proposed, with_team
from tests.factories.town import as_


def to_hear(person):
    """What waits to be heard."""
    with as_(person):
        waits = read_monday(person, list(Group)).waits
    asked = [one.asked for one in waits if isinstance(one, Ask)]
    return [one for one in asked if one.what in TO_HEAR]


def heard(person):
    """The same, after the appointment itself."""
    return [one for one in to_hear(person) if one.what is not Asks.APPOINTED]


def to_put_away(person):
    """The address behind "Jeg har set det" of the one row."""
    [row] = heard(person)
    return reverse("note_heard", args=[row.course_id, row.event])


def seen_by_holder(met):
    """What stands in her record of it."""
    with as_(met.lived.citizen):
        return events(met.course_id, ["course.heard"], 1)


def page_of(browser):
    return browser.get(reverse("monday")).content.decode()


@pytest.fixture
def called(town):
    return prepared_meeting(town, call=True)


def says_no(met, attends=Attends.NOT_TODAY):
    with as_(met.lived.citizen):
        meetings.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=attends
        )  # fmt: skip


def test_who_cannot_come_stands_there_with_the_day_and_who_else_has_said_no(
    town, called, signed_in
):
    says_no(called)
    with as_(town.bo):
        meetings.answer_invitation(
            actor=town.bo, participant_id=called.guests["bo"], reply=Reply.DECLINED, reason="Ferie",
            substitute_id=None,
        )  # fmt: skip
    [row] = heard(town.karen)
    assert (row.what, row.about, row.others) == (Asks.CANNOT_COME, called.id, ("Bo Bostøtte",))
    page = page_of(signed_in(town.karen))
    assert "Kan ikke komme til mødet" in page
    assert "Bo Bostøtte har også sagt nej." in page
    assert reverse("find_time", args=[called.course_id, called.id]) in page


def test_a_new_date_is_the_act_that_takes_it_away(town, called):
    says_no(called)
    assert heard(town.karen)
    with as_(town.karen):
        meetings.say_time_wish(
            actor=town.karen, meeting_id=called.id, wish=meetings.timing.TimeWish()
        )  # fmt: skip
    assert heard(town.karen) == []


def test_how_else_she_comes_is_told_until_she_comes_herself(town, called):
    says_no(called, Attends.BY_PHONE)
    [row] = heard(town.karen)
    assert (row.what, row.answer) == (Asks.OTHERWISE, "by_phone")
    says_no(called, Attends.IN_PERSON)
    assert heard(town.karen) == []


def test_a_meeting_that_is_past_is_no_news(town, called):
    says_no(called)
    with clock.at(clock.now() + timedelta(days=12)):
        assert heard(town.karen) == []


def test_a_cancelled_meeting_waits_until_another_is_begun(town, called, signed_in):
    with as_(called.lived.citizen):
        meetings.cancel_meeting(actor=called.lived.citizen, meeting_id=called.id)
    [row] = heard(town.karen)
    assert (row.what, row.about) == (Asks.CANCELLED, called.id)
    assert "Har aflyst jeres møde." in page_of(signed_in(town.karen))
    with as_(town.karen):
        meetings.open_meeting(
            actor=town.karen, course_id=called.course_id, format_code="M-01",
            leader_id=town.karen.person_id,
        )  # fmt: skip
    assert heard(town.karen) == []


def test_a_pause_and_its_end(town):
    lived = with_team(town)
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED, review_on=in_days(20)
        )
    [row] = heard(town.karen)
    assert (row.what, row.when) == (Asks.PAUSED, in_days(20))
    with as_(lived.citizen):
        resume_course(actor=lived.citizen, course_id=lived.id)
    assert [one.what for one in heard(town.karen)] == [Asks.RESUMED]


def test_what_the_coordinator_did_herself_is_no_news_to_her(town):
    lived = with_team(town)
    with as_(town.karen):
        pause_course(
            actor=town.karen, course_id=lived.id, ground=PauseGround.AWAY_SAID_YES,
            review_on=in_days(20),
        )  # fmt: skip
    assert heard(town.karen) == []


def test_a_no_to_a_seat_to_somebody_in_the_team_and_to_a_guest(town, called, signed_in):
    hers = called.lived.citizen
    with as_(hers):
        network.answer_seat(
            actor=hers, course_id=called.course_id, need=NeedArea.HOUSING,
            answer=SeatAnswer.NEVER, is_empty=True,
        )  # fmt: skip
        consent.refuse(
            actor=hers, course_id=called.course_id, recipient=town.anna.person_id, how=How.SELF
        )
        meetings.remove_participant(
            actor=hers, meeting_id=called.id, participant_id=called.guests["bo"]
        )
    page = signed_in(town.karen).get(reverse("monday") + "?vis=venter").content.decode()
    assert {one.what for one in heard(town.karen)} == {
        Asks.NO_SEAT, Asks.LEFT_OUT, Asks.NO_GUEST,
    }  # fmt: skip
    assert "Har sagt nej til, at Anna Afsnit er med og læser." in page
    assert "Vil ikke have Bo Bostøtte med til mødet." in page


def test_a_no_to_a_promise_stands_with_its_words_and_who_said_it(town, signed_in):
    lived = with_team(town, town.bo)
    promise = proposed(town, lived, town.bo)
    with as_(town.bo):
        plan.decline_agreement(actor=town.bo, agreement_id=promise, reason="Jeg holder ferie")
    [row] = heard(town.karen)
    assert (row.what, row.about) == (Asks.SAID_NO, promise)
    assert "Bo Bostøtte har sagt nej til aftalen: Ringer til boligforeningen" in page_of(
        signed_in(town.karen)
    )


def test_a_promise_that_did_not_happen_as_she_says_until_it_is_talked_about(town, signed_in):
    lived = with_team(town, town.bo)
    agreement = accepted(town, lived, town.bo, text="Ringer til banken")
    with as_(town.bo):
        plan.report_agreement(actor=town.bo, agreement_id=agreement, report=plan.Report.KEPT)
    about = {"actor": lived.citizen, "agreement_id": agreement}
    for went, shown in ((Went.HAPPENED, []), (Went.NOT, [Asks.NOT_HAPPENED])):
        with as_(lived.citizen):
            plan.say_went(**about, went=went)
        assert [row.what for row in heard(town.karen)] == shown
    page = page_of(signed_in(town.karen))
    assert "Siger, at det ikke skete: Ringer til banken" in page
    assert reverse("agreement", args=[lived.id, agreement]) in page
    assert heard(town.bo) == []
    with as_(lived.citizen):
        plan.take_back_went(**about)
    assert heard(town.karen) == []
    with as_(lived.citizen):
        plan.say_went(**about, went=Went.NOT)
    assert heard(town.karen)
    with as_(town.karen):
        plan.note_talk(actor=town.karen, agreement_id=agreement, citizen_said_yes=True)
    assert heard(town.karen) == []


def test_one_touch_puts_it_away_for_who_says_so_and_she_can_read_that_it_was_seen(
    town, called, signed_in
):
    says_no(called)
    karen = signed_in(town.karen)
    url = to_put_away(town.karen)
    assert f'action="{url}"' in page_of(karen)
    page = karen.post(url, follow=True).content.decode()
    assert "Det er lagt væk." in page
    assert "Kan ikke komme" not in page
    assert seen_by_holder(called)
    says_no(called, Attends.BY_PHONE)
    assert [one.what for one in heard(town.karen)] == [Asks.OTHERWISE], "what is new is told anew"


def test_nobody_outside_reads_it_or_puts_it_away(town, called, signed_in):
    says_no(called)
    for somebody in (town.bo, town.dorte, town.vibeke):
        assert heard(somebody) == []
    url = to_put_away(town.karen)
    assert signed_in(town.vibeke).post(url).status_code == 404


def test_that_who_holds_the_threads_has_seen_it_is_said_by_nobody_else(town, called, signed_in):
    with as_(town.karen):
        numbered(called.lived.citizen_id)
        name_second(
            actor=town.karen, course_id=called.course_id, person_id=town.mads.person_id
        )  # fmt: skip
    assert opens(town.vibeke) == called.course_id
    says_no(called)
    url = to_put_away(town.karen)
    for browser in (signed_in(town.bo), signed_in(called.lived.citizen), signed_in(town.vibeke)):
        assert browser.post(url).status_code == 403
    signed_in(town.mads).post(url)  # the second, while the holder is there
    signed_in(town.karen).post(reverse("note_heard", args=[called.course_id, called.id]))
    assert seen_by_holder(called) == []
    assert heard(town.karen)


def test_what_she_did_after_the_page_was_opened_is_not_put_away_with_it(town, signed_in):
    lived = with_team(town)
    [appointed] = to_hear(town.karen)
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED, review_on=in_days(20)
        )
    signed_in(town.karen).post(reverse("note_heard", args=[lived.id, appointed.event]))
    assert [one.what for one in to_hear(town.karen)] == [Asks.PAUSED]


def test_to_have_seen_one_thing_is_no_first_act_of_who_was_chosen(town, signed_in):
    lived = with_team(town)
    with as_(lived.citizen):
        pause_course(
            actor=lived.citizen, course_id=lived.id, ground=PauseGround.ASKED, review_on=in_days(20)
        )
    signed_in(town.karen).post(to_put_away(town.karen))
    assert [one.what for one in to_hear(town.karen)] == [Asks.APPOINTED]


def test_each_guest_she_says_no_to_is_told_and_put_away_alone(town, signed_in):
    met = prepared_meeting(town, call=True)
    guests = [met.guests[name] for name in ("bo", "anna")]
    for guest in guests:
        with as_(met.lived.citizen):
            meetings.remove_participant(
                actor=met.lived.citizen, meeting_id=met.id, participant_id=guest
            )
    told = heard(town.karen)
    assert {one.who for one in told} == {town.bo.name, town.anna.name}
    signed_in(town.karen).post(reverse("note_heard", args=[met.course_id, told[0].event]))
    assert heard(town.karen) == told[1:]


def test_to_have_seen_it_is_nothing_that_happened_in_her_course(town, signed_in):
    lived = started_course(town)
    [appointed] = to_hear(town.karen)
    with as_(town.karen):
        last = mine_lately()[lived.id].last_at
    with clock.at(clock.now() + timedelta(hours=2)):
        signed_in(town.karen).post(reverse("note_heard", args=[lived.id, appointed.event]))
        assert to_hear(town.karen) == []
        with as_(town.karen):
            assert mine_lately()[lived.id].last_at == last
            waits = read_monday(town.karen).waits
    assert [one.due.what for one in waits if isinstance(one, Waiting)] == [Waits.BEGIN]


def test_what_a_later_version_asks_is_passed_over(town):
    lived = with_team(town)
    with as_(town.karen):
        rows = asked_of_holder([lived.id], [lived.id])
    assert asks([row._replace(what="of_a_later_version") for row in rows], ()) == []
    assert asks(rows, ())


def test_who_is_chosen_as_coordinator_reads_it_until_she_has_done_something(town):
    lived = started_course(town)
    with as_(lived.citizen):
        plan.add_wish(
            actor=lived.citizen, course_id=lived.id, area=NeedArea.HOUSING, words="Et sted at bo"
        )
    with as_(town.karen):
        assert [
            one.asked.what for one in read_monday(town.karen).waits if isinstance(one, Ask)
        ] == [Asks.APPOINTED, Asks.WISH]


def test_somebody_close_whom_she_took_off_is_told_without_a_name_until_she_is_back(
    town, called, signed_in
):
    hers, sister = called.lived.citizen, called.guests["sister"]
    with as_(hers):
        relation = models.Participant.objects.get(id=sister).relation_id
        meetings.remove_participant(actor=hers, meeting_id=called.id, participant_id=sister)
    [row] = heard(town.karen)
    assert (row.what, row.who, row.about) == (Asks.NO_GUEST, "", called.id)
    page = page_of(signed_in(town.karen))
    assert "Har taget en af sine nærmeste af listen til mødet." in page
    assert reverse("prepare_meeting", args=[called.course_id, called.id]) in page
    with as_(hers):
        meetings.add_participant(
            actor=hers, meeting_id=called.id, guest=Guest("Hun må gerne", relation_id=relation)
        )  # fmt: skip
    assert heard(town.karen) == []
