"""Kept for the next meeting: it stands there, once, and is hers to take off (domain A5)."""

import importlib
from datetime import timedelta

import pytest
from django.db import connections

from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import Stage, TurnKind
from landfast.meetings.rules.kept import kept_of
from landfast.meetings.rules.passages import Cover
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.words import ThemeEnd
from tests.factories.meetings import frame, running_meeting, say, settle_themes
from tests.factories.town import as_
from tests.meetings.test_minutes import published as published_minutes
from tests.meetings.test_minutes import shown
from tests.own import settled

MARKED = importlib.import_module("landfast.meetings.migrations.0100_kept_was_carried").MARKED
KEPT = "Hvem ringer jeg til?"
MONEY = "Mine penge"


def in_six_weeks():
    return Onward(now() + timedelta(days=42), False, "")


def ends(met):
    """The second of her two themes is kept, the first was talked about."""
    with as_(met.karen):
        for theme in queries.meeting(met.id).themes:
            kept = ThemeEnd.PARKED if theme.words == KEPT else ThemeEnd.SPOKEN
            actions.end_theme(actor=met.karen, meeting_id=met.id, theme_id=theme.id, ended=kept)
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=in_six_weeks())


def opens(met, who, code="M-01"):
    with as_(who):
        return actions.open_meeting(
            actor=who, course_id=met.course_id, format_code=code, leader_id=met.karen.person_id
        )


def takes_off(met, meeting):
    with as_(met.lived.citizen):
        (theme,) = queries.meeting(meeting).themes
        actions.remove_theme(actor=met.lived.citizen, meeting_id=meeting, theme_id=theme.id)


def calls(met, meeting, *themes):
    hers = met.lived.citizen
    with as_(hers):
        for text in themes:
            actions.add_theme(actor=hers, meeting_id=meeting, words=text)
        actions.set_frame(actor=hers, meeting_id=meeting, frame=frame())
        actions.call_meeting(actor=hers, meeting_id=meeting)


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
    takes_off(met, new)
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


def parks(met, text):
    """*Gem det til senere* within the first theme, which is then left, with the other."""
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    say(met, TurnKind.PARKED, text)
    settle_themes(met, met.karen)


def sees_and_sends(met, minutes):
    hers = met.lived.citizen
    with as_(hers):
        actions.see_minutes(actor=hers, minutes_id=minutes)
    with as_(met.karen):
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=[met.guests["bo"]])


def writes_kept(met, minutes, parked):
    """What the minutes tell was kept within the first theme."""
    (theme, *_rest) = models.Minutes.objects.get(id=minutes).content["themes"]
    told = {theme["theme"]: {"parked": parked}}
    actions.edit_minutes(actor=met.karen, minutes_id=minutes, citizen_said="", themes=told)


def corrects(met, minutes, parked):
    with as_(met.karen):
        new = actions.correct_minutes(actor=met.karen, minutes_id=minutes, reason="Forkert linje")
        writes_kept(met, new, parked)
        actions.show_minutes(actor=met.karen, minutes_id=new)
    sees_and_sends(met, new)


def covers(met, minutes):
    """The line that was kept is covered."""
    with as_(met.karen):
        actions.redact_minutes(
            actor=met.karen, minutes_id=minutes, line="t0parked-0", kind=Cover.COVERED,
            reason="Om en anden",
        )  # fmt: skip


def closes_by_itself(met):
    """Nobody ended it; the clock does, two days on."""
    with clock.at(now() + timedelta(days=2)), as_(None):
        assert actions.close_left_open() == 1


def ended_with_words_kept(town, *more):
    """A meeting with words kept within a theme, and the next, opened before it ended."""
    met = running_meeting(town)
    new = opens(met, met.karen)
    parks(met, "\n".join((MONEY, *more)))
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=in_six_weeks())
    return met, new


def test_what_was_kept_within_a_theme_waits_until_the_minutes_go_out(town):
    met, new = ended_with_words_kept(town)
    assert words(met, new) == []
    minutes = shown(met)
    with as_(met.karen):
        writes_kept(met, minutes, "Mit budget")
    assert words(met, new) == []
    sees_and_sends(met, minutes)
    assert words(met, new) == ["Mit budget"]
    with as_(met.karen):
        assert [theme.is_kept for theme in queries.meeting(new).themes] == [True]


def test_a_meeting_opened_while_the_minutes_are_written_has_what_they_tell_when_they_are_out(town):
    met, new = ended_with_words_kept(town)
    with as_(met.karen):
        actions.cancel_meeting(actor=met.karen, meeting_id=new, reason="Jytte er indlagt")
    new = opens(met, met.lived.citizen)
    assert words(met, new) == []
    minutes = published_minutes(met, "bo")
    assert words(met, new) == [MONEY]
    # and what she takes off stays off, also when the minutes are corrected
    takes_off(met, new)
    corrects(met, minutes, f"{MONEY}\nMit lån")
    assert words(met, new) == ["Mit lån"]


def test_the_next_meeting_follows_a_correction_of_what_was_kept(town):
    met, new = ended_with_words_kept(town, "Min søn")
    minutes = published_minutes(met, "bo")
    assert words(met, new) == [MONEY, "Min søn"]
    corrects(met, minutes, MONEY)
    assert words(met, new) == [MONEY]


def test_what_is_covered_in_the_minutes_leaves_the_next_meeting_and_comes_back_with_them(town):
    met, new = ended_with_words_kept(town)
    minutes = published_minutes(met, "bo")
    covers(met, minutes)
    assert words(met, new) == []
    assert words(met, opens(met, met.karen)) == []
    with as_(met.karen):
        (passage,) = models.Passage.objects.all()
        actions.show_again(actor=met.karen, passage_id=passage.id, reason="Det er hendes eget")
    assert words(met, new) == [MONEY]


def test_what_is_covered_stays_where_it_has_been_talked_about(town):
    met, new = ended_with_words_kept(town)
    minutes = published_minutes(met, "bo")
    with as_(met.karen):
        (theme,) = queries.meeting(new).themes
        models.Theme.objects.filter(id=theme.id).update(ended=ThemeEnd.SPOKEN)
    covers(met, minutes)
    assert words(met, new) == [MONEY]


def test_recalled_minutes_take_back_what_they_told_and_leave_what_stood_on_the_agenda(town):
    met = running_meeting(town)
    new = opens(met, met.karen)
    say(met, TurnKind.INPUT, "Jeg sover ikke")
    say(met, TurnKind.PARKED, MONEY)
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
    ends(met)
    minutes = published_minutes(met, "bo")
    assert words(met, new) == [KEPT, MONEY]
    with as_(met.karen):
        actions.recall_minutes(actor=met.karen, minutes_id=minutes, reason="Til en forkert")
    assert words(met, new) == [KEPT]


def test_a_whole_theme_that_the_minutes_cover_does_not_come_along():
    covered = {"words": "[udeladt 1]", "parked": "Min søn [udeladt 2]\nMine penge"}
    assert kept_of(KEPT, ThemeEnd.PARKED, covered, is_out=True) == [MONEY]
    assert kept_of(KEPT, ThemeEnd.PARKED, covered, is_out=False) == []
    assert kept_of(KEPT, ThemeEnd.PARKED, {}, is_out=False) == [KEPT]
    assert kept_of(KEPT, ThemeEnd.SPOKEN, {}, is_out=False) == []


def kept_and_left_open(met):
    with as_(met.karen):
        for theme in queries.meeting(met.id).themes:
            if theme.words == KEPT:
                actions.end_theme(
                    actor=met.karen, meeting_id=met.id, theme_id=theme.id, ended=ThemeEnd.PARKED
                )
    closes_by_itself(met)


def test_a_meeting_that_closed_by_itself_gives_on_what_was_kept_when_its_minutes_are_made(town):
    met = running_meeting(town)
    new = opens(met, met.karen)
    kept_and_left_open(met)
    assert words(met, new) == []
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    assert words(met, new) == [KEPT]
    # and what she takes off does not come back when it is called
    takes_off(met, new)
    calls(met, new, "Noget andet")
    assert words(met, new) == ["Noget andet"]


def test_nobody_made_minutes_of_it_and_the_next_takes_it_when_it_is_called(town):
    met = running_meeting(town)
    new = opens(met, met.karen)
    kept_and_left_open(met)
    calls(met, new)
    assert words(met, new) == [KEPT]


def test_what_she_had_written_there_herself_and_took_off_does_not_come_back(town):
    met = running_meeting(town)
    new = opens(met, met.karen)
    with as_(met.lived.citizen):
        actions.add_theme(actor=met.lived.citizen, meeting_id=new, words=KEPT)
    kept_and_left_open(met)
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    takes_off(met, new)
    calls(met, new, "Noget andet")
    assert words(met, new) == ["Noget andet"]


def test_what_was_carried_before_that_was_marked_is_marked_by_the_upgrade(own_database):
    met = running_meeting(settled())
    new = opens(met, met.karen)
    kept_and_left_open(met)
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    takes_off(met, new)
    owner = connections["owner"]
    before, owner.settings_dict["NAME"] = owner.settings_dict["NAME"], own_database
    with owner.cursor() as cursor:
        cursor.execute("update meetings_meeting set carried_at = null")
        cursor.execute(MARKED)
        assert cursor.rowcount == 1
    owner.close()
    owner.settings_dict["NAME"] = before
    calls(met, new, "Noget andet")
    assert words(met, new) == ["Noget andet"]
