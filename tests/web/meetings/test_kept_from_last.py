"""What was kept for the next meeting: said on the pages and the papers of both meetings."""

from datetime import timedelta

import pytest

from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from landfast.meetings.rules import Stage, ThemeEnd
from landfast.meetings.rules.preparing import Onward
from tests.factories.meetings import frame, running_meeting
from tests.factories.town import as_
from tests.paper.test_papers import words
from tests.web.meetings.test_screens import text, url
from tests.web.meetings.test_sheets import printed

KEPT = "Hvem ringer jeg til?"
FROM_LAST = "Gemt fra sidst"


@pytest.fixture
def met(town):
    """A meeting that ended with its second theme kept, and nothing written on the first."""
    met = running_meeting(town, Stage.CLOSING)
    onward = Onward(now() + timedelta(days=42), False, "")
    with as_(met.karen):
        for theme in queries.meeting(met.id).themes:
            kept = ThemeEnd.PARKED if theme.words == KEPT else ThemeEnd.SPOKEN
            actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=theme.id, ended=kept)
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    return met


def test_how_she_likes_to_meet_is_said_once_and_where_each_time(met):
    her = met.lived.citizen
    with as_(met.karen):
        was = queries.meeting(met.id)
    with as_(her):
        opened = actions.open_meeting(
            actor=her, course_id=met.course_id, format_code="M-01", leader_id=met.karen.person_id
        )
        other = actions.open_meeting(
            actor=her, course_id=met.course_id, format_code="M-02", leader_id=met.karen.person_id
        )
        now_, dialogue = queries.meeting(opened), queries.meeting(other)
    for name in ("breaks", "seating", "speaks_first", "largest", "minutes_long"):
        assert getattr(now_, name) == getattr(was, name), name
    assert was.seating or was.breaks or was.speaks_first
    assert (now_.place, now_.not_to_talk_about, now_.frame_agreed_at) == ("", "", None)
    assert dialogue.seating == ""


def test_the_preparation_and_the_invitation_say_that_it_was_kept(met, signed_in):
    her = met.lived.citizen
    with as_(her):
        met.id = actions.open_meeting(
            actor=her, course_id=met.course_id, format_code="M-01", leader_id=met.karen.person_id
        )
        actions.add_theme(actor=her, meeting_id=met.id, words="Noget nyt")
        actions.set_frame(actor=her, meeting_id=met.id, frame=frame())
    karen = signed_in(met.karen)
    for client in (signed_in(her), karen):
        seen = text(client.get(url("prepare_meeting", met)))
        assert f'{KEPT} <span class="lf-quiet">{FROM_LAST}</span>' in seen
        assert seen.count(FROM_LAST) == 1
    with as_(her):
        actions.call_meeting(actor=her, meeting_id=met.id)
    said = words(printed(karen, "invitation_pdf", met.course_id, met.id))
    assert f"{KEPT} ({FROM_LAST})" in said
    assert said.count(FROM_LAST) == 1


def test_the_paper_of_the_minutes_says_what_became_of_each_theme_as_the_page_does(met, signed_in):
    client = signed_in(met.karen)
    page = text(client.get(url("minutes", met)))
    paper = words(printed(client, "minutes_pdf", met.course_id, met.id))
    for said in ("Gemt til næste møde.", "I talte om det. Der er ikke skrevet noget."):
        assert said in page
        assert said in paper
