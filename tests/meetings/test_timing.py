"""A meeting finds its time out of what the house knows, and no more is told than that."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landfast.access.actor import SYSTEM
from landfast.directory import places
from landfast.journeys import find_time as journey
from landfast.kernel import clock
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import MeetingState, Reply
from landfast.meetings.rules.timing import TimeWish
from landfast.people import calendars
from landfast.people.rules.calendars import Taken
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_

NOTICE = 3
"""Business days that the format of these meetings wants (M-01)."""
FEED = "https://kalender.example/bo.ics"


@pytest.fixture(autouse=True)
def on_a_monday():
    """Monday 4 January 2027, eight in the morning."""
    with clock.at(datetime(2027, 1, 4, 8, tzinfo=DENMARK)):
        yield


def roomy(town):
    with as_(town.dorte):
        return places.add_room(
            actor=town.dorte, unit_id=town.coordination, name="Stuen", place="Rådhuset", seats=6,
            way=15,
        )  # fmt: skip


def looked(met, actor=None):
    actor = actor or met.karen
    with as_(actor):
        return journey.look_for_time(actor, met.course_id, met.id)


def chosen(met, key, actor=None):
    actor = actor or met.karen
    with as_(actor):
        return journey.choose_time(actor=actor, course_id=met.course_id, meeting_id=met.id, key=key)


def at(days, hour):
    day = add_business_days(today(), days)
    return datetime.combine(day, time(hour), DENMARK)


def taken(actor, *spans):
    """Somebody's own calendar says so."""
    with as_(actor):
        row = calendars.add_calendar(person_id=actor.person_id, address=FEED, login="", password="")
    with as_(SYSTEM):
        calendars.note_taken(calendar_id=row, spans=[Taken(*span) for span in spans])


def free_place(met):
    with as_(met.karen):
        models.Meeting.objects.filter(id=met.id).update(place="")


def test_the_first_hour_that_suits_everybody_is_proposed(town):
    met = prepared_meeting(town)
    free_place(met)
    roomy(town)
    taken(town.bo, (at(NOTICE, 8), at(NOTICE, 12)))
    taken(met.karen, (at(NOTICE, 12), at(NOTICE, 14)))
    found = looked(met).found
    best = found.proposals[0]
    assert (best.starts, best.place) == (at(NOTICE, 14), "Rådhuset")
    assert set(best.coming) == {str(town.bo.person_id), str(town.anna.person_id)}


def test_a_meeting_elsewhere_takes_the_time_and_says_nothing_of_itself(town):
    met, other = prepared_meeting(town), prepared_meeting(town)
    with as_(other.karen):
        models.Meeting.objects.filter(id=met.id).update(place="", starts_at=None)
        models.Meeting.objects.filter(id=other.id).update(starts_at=at(NOTICE, 8), minutes_long=240)
    seen = looked(met)
    assert seen.found.proposals[0].starts == at(NOTICE, 12)
    assert "Jytte" not in repr(seen.search.facts.attendees)


def test_who_does_not_prepare_this_meeting_is_told_of_nobody(town):
    met = prepared_meeting(town)
    taken(town.bo, (at(NOTICE, 8), at(NOTICE, 12)))
    asked = "select count(*) from meetings_taken(%s, %s, %s)"
    for actor, rows in ((met.karen, 1), (met.lived.citizen, 1), (town.anna, 0), (town.lars, 0),
                        (town.vibeke, 0)):  # fmt: skip
        with as_(actor), connection.cursor() as cursor:
            cursor.execute(asked, [met.id, now(), now() + timedelta(days=9)])
            assert cursor.fetchone()[0] == rows, actor
    with as_(town.vibeke), pytest.raises(NotFound):
        journey.look_for_time(town.vibeke, met.course_id, met.id)


def test_choosing_sets_time_place_and_room_and_another_cannot_have_them(town):
    met, other = prepared_meeting(town), prepared_meeting(town)
    free_place(met)
    free_place(other)
    room = roomy(town)
    with as_(met.karen):
        models.Meeting.objects.update(starts_at=None)
    key = looked(met).found.proposals[0].key
    assert key == looked(other).found.proposals[0].key
    chosen(met, key)
    with as_(met.karen):
        row = models.Meeting.objects.get(id=met.id)
        assert (row.starts_at, row.place, row.room_id) == (at(NOTICE, 8), "Stuen, Rådhuset", room)
        assert row.frame_agreed_at is None  # another wrote it: she has not said yes
    with pytest.raises(NotNow) as refused:
        chosen(other, key)
    assert refused.value.code == "time_is_taken"


def test_the_citizens_own_choice_is_her_yes(town):
    met = prepared_meeting(town)
    citizen = met.lived.citizen
    chosen(met, looked(met, citizen).found.proposals[0].key, citizen)
    with as_(citizen):
        assert queries.meeting(met.id).frame_agreed_at


def test_a_typed_place_gives_the_room_back(town):
    met = prepared_meeting(town)
    free_place(met)
    roomy(town)
    chosen(met, looked(met).found.proposals[0].key)
    with as_(met.karen):
        row = models.Meeting.objects.get(id=met.id)
        kept = {name: getattr(row, name) for name in actions.Frame.__dataclass_fields__}
        actions.set_frame(
            actor=met.karen, meeting_id=met.id, frame=actions.Frame(**kept | {"place": "Hjemme"})
        )
        assert models.Meeting.objects.get(id=met.id).room_id is None


def test_a_late_no_is_proposed_anew_and_all_are_asked_again(town):
    met = prepared_meeting(town, call=True)
    with as_(town.anna):
        row = models.Participant.objects.get(meeting=met.id, person=town.anna.person_id)
        actions.answer_invitation(
            actor=town.anna, participant_id=row.id, reply=Reply.DECLINED, reason="Kursus"
        )
    seen = looked(met)
    assert [one.name for one in seen.declined] == ["Anna Afsnit"]
    assert seen.stands_at not in {one.starts for one in seen.found.proposals}
    chosen(met, seen.found.proposals[0].key)
    with as_(met.karen):
        after = queries.meeting(met.id)
        assert (after.state, after.starts_at) == (
            MeetingState.CALLED, seen.found.proposals[0].starts,
        )  # fmt: skip
        assert {one.reply for one in after.guests if not one.by_duty} == {Reply.ASKED}


def test_somebody_who_listens_comes_with_the_time(town):
    met = prepared_meeting(town, "M-02")
    with as_(met.karen):
        models.Participant.objects.filter(meeting=met.id).update(part="")
    key = looked(met).found.proposals[0].key
    chosen(met, key)
    with as_(met.karen):
        assert queries.meeting(met.id).can_reflect


def test_what_she_wishes_is_kept_and_stands(town):
    met = prepared_meeting(town)
    citizen = met.lived.citizen
    wish = TimeWish(weekdays=(4,), first=today(), last=today() + timedelta(days=20))
    with as_(citizen):
        journey.say_wish(actor=citizen, meeting_id=met.id, wish=wish)
    assert {one.starts.weekday() for one in looked(met).found.proposals} == {4}
    with as_(town.anna), pytest.raises(NotAllowed):
        journey.say_wish(actor=town.anna, meeting_id=met.id, wish=wish)


def test_seven_people_in_five_houses_cost_as_many_questions_as_two(town):
    met = prepared_meeting(town)
    with (
        as_(met.karen),
        CaptureQueriesContext(
            connection,
        ) as few,
    ):
        journey.look_for_time(met.karen, met.course_id, met.id)
    with as_(met.lived.citizen):
        for n in range(5):
            person = town.hire(f"Nr{n} Nielsen", town.ward, "ward_staff")
            actions.ask_guest(
                actor=met.lived.citizen, meeting_id=met.id,
                guest=actions.Guest("Kender mig", person.person_id, role="ward_staff"),
            )  # fmt: skip
    with as_(met.karen), CaptureQueriesContext(connection) as many:
        seen = journey.look_for_time(met.karen, met.course_id, met.id)
    assert len(seen.search.facts.attendees) == 8
    assert len(many) <= len(few)
    assert len(few) <= 26
