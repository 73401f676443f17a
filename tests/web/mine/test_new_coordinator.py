"""After a hand-over her first page says who has come, until she has read it or they have met."""

import pytest

from landfast.course.queries.own import own_courses
from landfast.course.rules.handover import is_told_of
from landfast.journeys.hand_over import accept_course, offer_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel.clock import now
from landfast.meetings import actions
from landfast.meetings.rules import Stage
from landfast.meetings.rules.preparing import Onward
from tests.factories.meetings import held_meeting, prepared_meeting, settle_themes
from tests.factories.town import as_

TOLD = "Din nye koordinator er Mads Makker, fra "


def hand_over(town, met, taker):
    with as_(town.karen):
        offer = offer_course(
            actor=town.karen, course_id=met.course_id, taker=taker.person_id, reason="Går ned i tid"
        )
    with as_(taker):
        accept_course(actor=taker, handover_id=offer)


@pytest.fixture
def met(town):
    return prepared_meeting(town, call=True)


def test_the_first_coordinator_is_no_news(met, signed_in):
    assert "Din nye koordinator" not in signed_in(met.lived.citizen).get("/mit/").content.decode()


def test_she_is_told_until_she_has_read_it(town, met, signed_in):
    hand_over(town, met, town.mads)
    me = signed_in(met.lived.citizen)
    page = me.get("/mit/").content.decode()
    assert TOLD in page
    assert "Karen Koordinator er ikke din koordinator mere" in page
    assert me.post(f"/mit/{met.course_id}/ny-koordinator/").status_code == 302
    assert TOLD not in me.get("/mit/").content.decode()


def test_the_coming_meeting_is_with_the_new_one(town, met, signed_in):
    hand_over(town, met, town.mads)
    page = signed_in(met.lived.citizen).get("/mit/moeder/").content.decode()
    assert "Møde med Mads Makker" in page
    assert "Møde med Karen" not in page


def test_a_held_meeting_stays_with_the_one_who_led_it(town, signed_in):
    met = held_meeting(town)
    hand_over(town, met, town.mads)
    assert "Møde med Karen" in signed_in(met.lived.citizen).get("/mit/moeder/").content.decode()


def test_it_is_no_news_when_they_have_met(town, met, signed_in):
    hand_over(town, met, town.mads)
    me = signed_in(met.lived.citizen)
    with as_(town.mads):
        actions.start_meeting(actor=town.mads, meeting_id=met.id, present=set())
    assert TOLD in me.get("/mit/").content.decode(), "not before the meeting has been held"
    with as_(town.mads):
        actions.move_to(actor=town.mads, meeting_id=met.id, stage=Stage.FOLLOW_UP)
        actions.move_to(actor=town.mads, meeting_id=met.id, stage=Stage.THEMES)
        actions.move_to(actor=town.mads, meeting_id=met.id, stage=Stage.CLOSING)
    settle_themes(met, by=town.mads)
    with as_(town.mads):
        actions.end_meeting(
            actor=town.mads, meeting_id=met.id, onward=Onward(None, True, "Vi ringes ved"),
            closing_words="",
        )  # fmt: skip
    assert TOLD not in me.get("/mit/").content.decode()


def test_the_rule_counts_only_what_came_after_she_or_he_began():
    since = now()
    earlier, later = since.replace(year=since.year - 1), since.replace(year=since.year + 1)
    assert is_told_of(since, seen_at=None, met_at=None)
    assert is_told_of(since, seen_at=earlier, met_at=earlier)
    assert not is_told_of(since, seen_at=later, met_at=None)
    assert not is_told_of(since, seen_at=None, met_at=later)


def test_cover_is_no_new_coordinator_but_leads_the_meeting(town, met, signed_in):
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    me = signed_in(met.lived.citizen)
    assert "Din nye koordinator" not in me.get("/mit/").content.decode()
    assert f"Møde med {town.dorte.name}" in me.get("/mit/moeder/").content.decode()


def test_who_it_was_before_is_known_with_the_course(town, met):
    with as_(met.lived.citizen):
        assert own_courses(met.lived.citizen)[0].former == ""
    hand_over(town, met, town.mads)
    with as_(met.lived.citizen):
        [course] = own_courses(met.lived.citizen)
    assert course.former == town.karen.name
    assert course.held.holder.since is not None


def test_only_she_says_that_she_has_read_it(town, met, signed_in):
    assert signed_in(town.karen).post(f"/mit/{met.course_id}/ny-koordinator/").status_code == 403
