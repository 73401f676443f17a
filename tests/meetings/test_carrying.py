"""Kept for the next meeting: it stands there, once, and is hers to take off (domain A5)."""

from datetime import timedelta

import pytest

from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from landfast.meetings.rules import Stage
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.words import ThemeEnd
from tests.factories.meetings import running_meeting
from tests.factories.town import as_

NEXT = Onward(now() + timedelta(days=42), False, "")
KEPT = "Hvem ringer jeg til?"


def ends(met, onward=NEXT):
    """The second of her two themes is kept, the first was talked about."""
    with as_(met.karen):
        for theme in queries.meeting(met.id).themes:
            kept = ThemeEnd.PARKED if theme.words == KEPT else ThemeEnd.SPOKEN
            actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=theme.id, ended=kept)
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)


def opens(met, who, code="M-01"):
    with as_(who):
        return actions.open_meeting(
            actor=who, course_id=met.course_id, format_code=code, leader_id=met.karen.person_id
        )


def words(met, meeting):
    with as_(met.karen):
        return [theme.words for theme in queries.meeting(meeting).themes]


@pytest.mark.parametrize("who", ["citizen", "karen"])
def test_what_was_kept_stands_in_the_next_meeting_whoever_prepares_it(town, who):
    met = running_meeting(town, Stage.CLOSING)
    ends(met)
    new = opens(met, met.karen if who == "karen" else met.lived.citizen)
    assert words(met, new) == [KEPT]


def test_it_comes_once_and_does_not_come_back_when_she_took_it_off(town):
    met = running_meeting(town, Stage.CLOSING)
    ends(met)
    hers = met.lived.citizen
    new = opens(met, hers)
    with as_(hers):
        (theme,) = queries.meeting(new).themes
        actions.remove_theme(actor=hers, meeting_id=new, theme_id=theme.id)
    assert words(met, new) == []
    assert KEPT not in words(met, opens(met, met.karen))


def test_a_meeting_called_off_gives_it_to_the_one_after(town):
    met = running_meeting(town, Stage.CLOSING)
    ends(met)
    new = opens(met, met.karen)
    with as_(met.karen):
        actions.cancel_meeting(actor=met.karen, meeting_id=new, reason="Jytte er indlagt")
    assert words(met, opens(met, met.karen)) == [KEPT]


def test_a_meeting_that_lies_ahead_already_takes_it_when_this_one_ends(town):
    met = running_meeting(town, Stage.CLOSING)
    new = opens(met, met.karen)
    assert words(met, new) == []
    ends(met)
    assert words(met, new) == [KEPT]


def test_a_meeting_without_an_agenda_leaves_it_for_the_one_after(town):
    met = running_meeting(town, Stage.CLOSING)
    ends(met)
    assert words(met, opens(met, met.karen, "M-02")) == []
    assert words(met, opens(met, met.karen)) == [KEPT]


def test_what_she_kept_is_not_taken_up_without_her(town):
    met = running_meeting(town, Stage.CLOSING)
    ends(met)
    with as_(met.karen):
        forum = actions.open_meeting(
            actor=met.karen, course_id=met.course_id, format_code="M-09",
            leader_id=met.karen.person_id,
            because=actions.Because("Det haster", "consent", "Jytte sagde ja i går"),
        )  # fmt: skip
    assert KEPT not in words(met, forum)
    assert words(met, opens(met, met.karen)) == [KEPT]
