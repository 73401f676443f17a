"""What is refused for good in the room: the words wait for who leads, beside why (C5)."""

from uuid import uuid4

import pytest

from landfast.journeys.act_in_room import settle
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.meetings import actions
from landfast.meetings.queries import acting
from landfast.meetings.rules import Stage, ThemeEnd
from landfast.meetings.rules.acts import Act
from landfast.meetings.rules.merging import ActKind, Clash
from tests.factories.meetings import running_meeting
from tests.factories.plan import accepted
from tests.factories.town import as_
from tests.meetings.test_acts import chooses, does, notes, room_of, saying, telling, waits
from tests.web.mine.test_new_coordinator import hand_over


def why(met):
    (held,) = waits(met)
    return held.act.why.said(str)


def test_a_rule_that_refuses_says_why_beside_the_words_and_they_become_a_note(town):
    met = running_meeting(town)
    act = saying(met, "Først mig", how="input", seat=met.guests["bo"])
    assert does(met, act).clash == Clash.RULE
    assert why(met) == "Borgeren har ordet først. Spring over, hvis det ønskes."
    chooses(met, "late")
    assert notes(met) == ["Først mig"]


@pytest.mark.parametrize(
    ("theme", "told"),
    [(None, "Det, ordene handlede om, er her ikke mere."),
     (uuid4(), "I er gået videre til et andet tema. Se, hvor I er nu.")],
)  # fmt: skip
def test_words_under_a_theme_that_is_not_there_become_a_note_where_the_table_is(town, theme, told):
    met = running_meeting(town)
    act = saying(met, "Jeg sover ikke", theme=theme)
    assert does(met, act).clash == Clash.RULE
    assert why(met) == told
    assert does(met, saying(met, "Det næste")).clash == "", "those behind it go on"
    chooses(met, "late")
    assert notes(met) == ["Det næste", "Jeg sover ikke"]


def test_all_themes_are_closed_and_the_words_are_a_note_all_the_same(town):
    met = running_meeting(town)
    act = saying(met, "Jeg sover ikke", theme=None)
    with as_(met.karen):
        for theme in room_of(met).meeting.themes:
            actions.end_theme(
                actor=met.karen, meeting_id=met.id, theme_id=theme.id, ended=ThemeEnd.PARKED
            )
    assert does(met, act).clash == Clash.RULE
    chooses(met, "late")
    assert notes(met) == ["Jeg sover ikke"]


def test_who_may_not_has_the_words_kept_for_who_leads(town):
    met = running_meeting(town)
    assert does(met, saying(met, "Jeg skriver også"), met.bo).clash == Clash.RULE
    (held,) = waits(met)
    assert (held.by_id, held.act.text) == (met.bo.person_id, "Jeg skriver også")
    assert why(met)
    assert chooses(met, "stands")
    assert notes(met) == []


def test_why_it_went_as_it_did_waits_until_its_maker_is_here(town):
    met = running_meeting(town, Stage.FOLLOW_UP)
    promise = accepted(town, met.lived, met.bo)
    with as_(met.karen):
        actions.note_present(actor=met.karen, meeting_id=met.id, present={met.guests["anna"]})
    assert does(met, telling(met, promise, "not_kept", "Bilen gik i stykker")).clash == Clash.RULE
    with pytest.raises(NotNow):  # said to who chose it; the door is not shut
        chooses(met, "late")
    with as_(met.karen):
        seats = {met.guests["anna"], met.guests["bo"]}
        actions.note_present(actor=met.karen, meeting_id=met.id, present=seats)
    chooses(met, "late")
    assert waits(met) == []


def test_words_about_a_promise_that_is_not_there_wait_too_and_a_bare_press_is_told(town):
    met = running_meeting(town, Stage.FOLLOW_UP)
    gone = Act(uuid4(), ActKind.TELL, "1", about=uuid4(), how="not_kept", text="Bilen")
    assert does(met, gone).clash == Clash.RULE
    assert [one.act.text for one in waits(met)] == ["Bilen"]
    with pytest.raises(NotFound):
        does(met, Act(uuid4(), ActKind.ACCEPT, "1", about=uuid4()))


def test_who_reads_only_is_refused_and_nothing_is_kept_here(town):
    met = running_meeting(town)
    act = saying(met, "Jeg var koordinator")
    hand_over(town, met, town.mads)
    with pytest.raises(NotAllowed):
        does(met, act)
    with as_(town.mads):
        assert acting.held_acts(met.id) == []


def test_nobody_but_who_leads_makes_a_note_of_what_was_refused(town):
    met = running_meeting(town)
    does(met, saying(met, "Jeg skriver også"), met.bo)
    (held,) = waits(met)
    with as_(met.bo), pytest.raises(NotAllowed):
        settle(actor=met.bo, course_id=met.course_id, act_id=held.id, choice="late")
