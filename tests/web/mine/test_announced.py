"""A new coordinator on her page: who comes, when and why, or that nobody said it in time (B6)."""

import pytest

from landfast.journeys.hand_over import offer_course
from landfast.meetings import queries as meetings
from landfast.meetings.actions import open_meeting
from tests.course.test_announcing import offered, says_yes
from tests.factories.courses import started_course
from tests.factories.meetings import load_formats
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    load_formats()
    return started_course(town)


def test_her_page_says_who_comes_and_she_asks_to_meet_both_once(town, lived, signed_in):
    says_yes(town, offered(town, lived, 5))
    me = signed_in(lived.citizen)
    page = me.get("/mit/").content.decode()
    assert "er Mads Makker din koordinator" in page
    assert "Jeg skal på barsel" in page
    for _again in range(2):
        assert me.post(f"/mit/{lived.id}/moed-begge/").status_code == 302
    with as_(lived.citizen):
        [row] = meetings.meetings_of(lived.id)
        found = meetings.meeting(row.id, lived.id)
    assert [guest.person_id for guest in found.guests] == [town.mads.person_id]
    assert row.leader_id == town.karen.person_id


def test_who_has_said_yes_to_a_day_is_not_asked_until_it_is_there(town, lived, signed_in):
    offer = offered(town, lived, 5)
    mads = signed_in(town.mads)
    assert "Svar på spørgsmålet" in mads.get("/mine-borgere/").content.decode()
    says_yes(town, offer)
    page = mads.get("/mine-borgere/").content.decode()
    assert "Du har sagt ja, fra" in page
    assert "Svar på spørgsmålet" not in page


def test_a_change_without_notice_says_so(town, lived, signed_in):
    with as_(town.karen):
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Er syg"
        )
    assert says_yes(town, offer)
    page = signed_in(lived.citizen).get("/mit/").content.decode()
    assert "Vi nåede ikke at sige dagen til dig først" in page


def test_her_list_says_that_she_meets_both(town, lived, signed_in):
    both = "Karen Koordinator og Mads Makker er der begge."
    with as_(lived.citizen):
        open_meeting(
            actor=lived.citizen, course_id=lived.id, format_code="M-01",
            leader_id=town.karen.person_id,
        )  # fmt: skip
    says_yes(town, offered(town, lived, 5))
    me = signed_in(lived.citizen)
    assert both not in me.get("/mit/moeder/").content.decode(), "one alone is no meeting of both"
    me.post(f"/mit/{lived.id}/moed-begge/")
    page = me.get("/mit/moeder/").content.decode()
    assert page.count(both) == 1
    assert "Så møder du Mads Makker sammen med en, du kender." in page
