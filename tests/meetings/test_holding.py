"""The meeting is held (product C5)."""

from datetime import timedelta

import pytest

from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import Answers, Attends, Stage, TurnKind
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.turns import Expected, Said
from tests.factories.meetings import held_meeting, prepared_meeting, running_meeting, say
from tests.factories.town import as_


def room_of(met):
    with as_(met.karen):
        return queries.room(met.id, met.course_id)


def test_a_meeting_begins_with_the_frame_and_takes_one_step_at_a_time(town):
    met = running_meeting(town, Stage.FRAME)
    assert room_of(met).meeting.stage is Stage.FRAME
    with as_(met.karen), pytest.raises(NotNow, match="et trin"):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.THEMES)


def test_only_the_leader_begins_it_and_only_once(town):
    met = prepared_meeting(town, call=True)
    with as_(met.bo), pytest.raises(NotAllowed):
        actions.start_meeting(actor=met.bo, meeting_id=met.id, present=[])
    with as_(met.karen):
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=[])
        with pytest.raises(NotNow):
            actions.start_meeting(actor=met.karen, meeting_id=met.id, present=[])


def test_the_citizen_opens_then_each_in_turn(town):
    met = running_meeting(town)
    assert room_of(met).next.expected is Expected.CITIZEN_OPENS
    say(met, TurnKind.INPUT, "Jeg sover to timer")
    turn = room_of(met).next
    assert (turn.expected, turn.seat) == (Expected.SPEAKER, met.guests["bo"])


def test_a_second_scribe_is_told_and_nothing_is_overwritten(town):
    met = running_meeting(town)
    room = room_of(met)
    said = Said(room.next.theme, TurnKind.INPUT)
    with as_(met.karen):
        actions.say(actor=met.karen, meeting_id=met.id, seq=room.seq, said=said, text="Første")
        with pytest.raises(NotNow, match="Din tekst er her stadig"):
            actions.say(actor=met.karen, meeting_id=met.id, seq=room.seq, said=said, text="Anden")
    assert [entry.line.text for entry in room_of(met).log] == ["Første"]


def test_a_theme_of_another_meeting_is_refused(town):
    met = running_meeting(town)
    said = Said(met.id, TurnKind.INPUT)
    with as_(met.karen), pytest.raises(NotNow):
        actions.say(actor=met.karen, meeting_id=met.id, seq=1, said=said, text="x")


def test_when_she_is_not_there_her_word_is_read_and_nobody_waits_for_an_answer(town):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        actions.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.OWN_WORD,
            own_word="Jeg kan ikke mere lige nu",
        )  # fmt: skip
    with as_(met.karen):
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=met.guests.values())
        for stage in (Stage.FOLLOW_UP, Stage.THEMES):
            actions.move_to(actor=met.karen, meeting_id=met.id, stage=stage)
    assert room_of(met).table.answers is Answers.NOT_TODAY


def test_who_is_not_there_is_not_waited_for(town):
    met = running_meeting(town)
    with as_(met.karen):
        actions.note_present(actor=met.karen, meeting_id=met.id, present=[met.guests["anna"]])
    assert [seat.id for seat in room_of(met).table.seats] == [met.guests["anna"]]


@pytest.mark.parametrize(
    ("onward", "field"),
    [
        (Onward(None, False, ""), "next_on"),
        (Onward(None, True, " "), "no_next_reason"),
        (Onward(now() - timedelta(days=1), False, ""), "next_on"),
        (Onward(now() + timedelta(days=1), True, "x"), "no_next"),
    ],
)
def test_a_meeting_does_not_end_without_saying_what_next(town, onward, field):
    met = running_meeting(town, Stage.CLOSING)
    with as_(met.karen), pytest.raises(Wrong) as refused:
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)
    assert refused.value.field == field


def test_an_explicit_none_is_an_answer(town):
    met = running_meeting(town, Stage.CLOSING)
    with as_(met.karen):
        none = Onward(None, True, "Jytte ringer selv, når hun vil mødes igen")
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=none)
        assert queries.next_meeting(met.course_id) is None


def test_no_closing_round_no_end(town):
    met = running_meeting(town)
    with as_(met.karen), pytest.raises(NotNow, match="afslutningsrunden"):
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=Onward(None, True, "x"))


def test_the_notes_of_the_turns_are_hers_and_the_leaders(town):
    met = running_meeting(town)
    say(met, TurnKind.INPUT, "Kun for bordet")
    for actor, count in ((met.karen, 1), (met.lived.citizen, 1), (met.bo, 0), (town.dorte, 0)):
        with as_(actor):
            assert models.Turn.objects.count() == count, actor.name


def test_a_whole_meeting_can_be_held(town):
    met = held_meeting(town)
    with as_(met.lived.citizen):
        (row,) = queries.meetings_of(met.course_id)
    assert row.state == "held"
    assert row.next_on
