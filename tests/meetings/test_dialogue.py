"""Åben Dialog (M-02) and the network talk (M-03): domain A12, S000 §2.1 and §2.2."""

from uuid import uuid4

import pytest

from landfast.journeys import hold_dialogue
from landfast.journeys import hold_meeting as journey
from landfast.journeys.hold_dialogue import Heard
from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings import actions, queries
from landfast.meetings.rules import Answers, Stage, TurnKind, dialogue
from landfast.meetings.rules.dialogue import Place
from landfast.meetings.rules.formats import shipped
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.turns import (
    THE_LEADER,
    Expected,
    Said,
    Seat,
    Table,
    check_may_say,
    may_say,
    next_turn,
)
from landfast.meetings.rules.who import At
from tests.factories.meetings import prepared_meeting, running_meeting, say
from tests.factories.town import as_

BO, ANNA, MOTHER, THEME = uuid4(), uuid4(), uuid4(), uuid4()
PLACES = [Place(BO, True), Place(ANNA, True, "reflector"), Place(MOTHER, False)]


def says(kind, seat=None):
    return Said(THEME, TurnKind(kind), seat)


def table(*log, answers=Answers.AFTER_EACH):
    return Table((Seat(BO),), (THEME,), log, answers, (ANNA, THE_LEADER))


def test_in_an_open_dialogue_those_chosen_listen_and_reflect():
    assert dialogue.reflectors(PLACES, "reflectors") == (ANNA,)
    assert [seat.id for seat in dialogue.seats(PLACES, "reflectors")] == [BO, MOTHER]


def test_in_a_network_talk_both_professionals_reflect_the_one_who_leads_too():
    assert dialogue.reflectors([Place(BO, True), Place(MOTHER, False)], "professionals") == (
        BO, THE_LEADER,
    )  # fmt: skip
    assert [seat.id for seat in dialogue.seats(PLACES, "professionals")] == [MOTHER]


def test_who_asks_has_no_turn_to_be_asked_in():
    places = [Place(BO, True, "facilitator"), Place(ANNA, True, "reflector")]
    assert dialogue.seats(places, "reflectors") == ()


def test_other_formats_have_no_reflection():
    assert dialogue.reflectors(PLACES, "") == ()
    assert len(dialogue.seats(PLACES, "")) == 3
    assert dialogue.can_reflect([], "")


def test_a_dialogue_needs_somebody_who_reflects_beside_the_leader():
    assert not dialogue.can_reflect([Place(BO, True)], "reflectors")
    assert not dialogue.can_reflect([Place(MOTHER, False)], "professionals")
    assert dialogue.can_reflect([Place(BO, True)], "professionals")


def test_the_citizen_is_asked_first_then_the_others_then_they_reflect():
    assert next_turn(table()).expected is Expected.CITIZEN_OPENS
    assert not may_say(table(), says("reflection", ANNA))
    assert next_turn(table(says("input"))).seat == BO
    heard = (says("input"), says("pass", BO))
    turn = next_turn(table(*heard))
    assert (turn.expected, turn.seat, turn.waiting) == (Expected.REFLECTION, ANNA, (THE_LEADER,))


def test_while_they_reflect_nobody_is_given_the_word_and_then_she_is():
    begun = (says("input"), says("reflection", ANNA))
    assert next_turn(table(*begun)).seat == THE_LEADER
    with pytest.raises(NotNow, match="tale færdig"):
        check_may_say(table(*begun), says("input", BO), "men")
    assert may_say(table(*begun), says("citizen_response")), "she may always raise her hand"
    after = (*begun, says("reflection", THE_LEADER))
    assert next_turn(table(*after)).expected is Expected.CITIZEN_ANSWERS
    assert next_turn(table(*after, says("citizen_response"))).seat == BO


def test_after_a_reflection_she_is_offered_the_word_though_she_answers_after_the_round():
    log = (says("input"), says("reflection", ANNA), says("reflection", THE_LEADER))
    turn = next_turn(table(*log, answers=Answers.AFTER_ROUND))
    assert turn.expected is Expected.CITIZEN_ANSWERS
    quiet = next_turn(table(*log, answers=Answers.NOT_TODAY))
    assert quiet.expected is Expected.SPEAKER


def test_a_theme_is_not_left_before_the_reflection_and_a_reflection_may_be_without_words():
    heard = (says("input"), says("pass", BO))
    with pytest.raises(NotNow, match="refleksionen"):
        check_may_say(table(*heard), says("closed"))
    check_may_say(table(*heard), says("reflection", ANNA), "")


def test_only_who_reflects_today_reflects():
    with pytest.raises(NotNow, match="reflekterer"):
        check_may_say(table(says("input")), says("reflection", BO), "hej")


@pytest.mark.parametrize(
    ("part", "code", "professional", "refused"),
    [
        ("reflector", "M-02", True, None),
        ("", "M-01", False, None),
        ("reflector", "M-02", False, Wrong),
        ("facilitator", "M-03", True, NotNow),
        ("facilitator", "M-01", True, NotNow),
        ("king", "M-02", True, Wrong),
    ],
)
def test_parts_are_for_professionals_where_the_format_has_them(part, code, professional, refused):
    rules, one = shipped()[code].chosen_parts, At("ward_staff", "", professional)
    if refused is None:
        dialogue.check_part(part, rules, one)
        return
    with pytest.raises(refused):
        dialogue.check_part(part, rules, one)


def test_no_agenda_beforehand_and_no_call_without_somebody_who_reflects(town):
    met = prepared_meeting(town, "M-02")
    with as_(met.lived.citizen):
        actor = met.lived.citizen
        with pytest.raises(NotNow, match="ingen dagsorden"):
            actions.add_theme(actor=actor, meeting_id=met.id, words="Mit hjem")
        actions.give_part(
            actor=actor, meeting_id=met.id, participant_id=met.guests["anna"], part=""
        )
        assert "Mindst én reflektant" in queries.meeting(met.id).missing
        with pytest.raises(NotNow, match="lytter og reflekterer"):
            actions.call_meeting(actor=actor, meeting_id=met.id)


def test_a_relative_is_not_asked_to_reflect(town):
    met = prepared_meeting(town, "M-02")
    with as_(met.karen), pytest.raises(Wrong):
        actions.give_part(
            actor=met.karen, meeting_id=met.id, participant_id=met.guests["sister"],
            part="reflector",
        )  # fmt: skip


def open_theme(met):
    with as_(met.karen):
        actions.add_theme(actor=met.karen, meeting_id=met.id, words="Hvem kan jeg ringe til?")


def test_a_network_talk_is_held_and_its_reflections_stand_in_the_minutes(town):
    met = running_meeting(town, code="M-03")
    open_theme(met)
    say(met, TurnKind.INPUT, "Jeg ligger vågen")
    say(met, TurnKind.REFLECTION, "Jeg hørte, at nætterne er lange", met.guests["bo"])
    say(met, TurnKind.REFLECTION, "", met.guests["anna"])
    say(met, TurnKind.REFLECTION, "Jeg hørte et ønske om ro", THE_LEADER)
    say(met, TurnKind.CITIZEN_RESPONSE, "Ja, sådan er det")
    say(met, TurnKind.PASS, "", met.guests["sister"])
    say(met, TurnKind.CLOSED)
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
        journey.end(actor=met.karen, meeting_id=met.id, onward=Onward(None, True, "Vi ringes"))
        (row,) = queries.minutes_of(met.id)
    assert row.content["themes"][0]["said"].splitlines() == [
        "Bo Bostøtte: Jeg hørte, at nætterne er lange",
        "Karen Koordinator: Jeg hørte et ønske om ro",
    ]


def test_in_an_open_dialogue_the_responsibility_is_spoken_at_the_end(town):
    met = running_meeting(town, Stage.CLOSING, "M-02")
    onward = Onward(None, True, "Vi ringes")
    with as_(met.karen), pytest.raises(Wrong) as refused:
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=onward)
    assert refused.value.field == "responsibility"
    spoken = Onward(None, True, "Vi ringes", "Bo ringer til boligforeningen")
    with as_(met.karen):
        actions.end_meeting(actor=met.karen, meeting_id=met.id, onward=spoken)
        assert queries.meeting(met.id).responsibility == "Bo ringer til boligforeningen"


def test_a_dialogue_goes_from_the_frame_to_what_she_wants_to_talk_about(town):
    met = running_meeting(town, Stage.FRAME, "M-02")
    with as_(met.karen):
        with pytest.raises(NotNow):
            actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.FOLLOW_UP)
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.THEMES)


def test_what_was_said_without_a_screen_is_written_down_afterwards(town):
    met = running_meeting(town, code="M-02")
    seats = {met.guests["bo"]: "Jeg kan komme om aftenen", met.guests["anna"]: "Jeg hørte en sorg"}
    heard = Heard("Mine nætter", "Jeg sover ikke", seats, "Det er rigtigt", "Vi prøver i 14 dage")
    with as_(met.karen):
        hold_dialogue.write_afterwards(actor=met.karen, meeting_id=met.id, heard=heard)
        room = queries.room(met.id, met.course_id)
    assert room.next.expected is Expected.DONE
    assert [entry.line.kind for entry in room.log] == [
        "input", "input", "no_answer", "pass", "reflection", "citizen_response", "solution",
        "closed",
    ]  # fmt: skip


def test_nothing_said_is_not_written_down(town):
    met = running_meeting(town, code="M-02")
    with as_(met.karen), pytest.raises(Wrong) as refused:
        hold_dialogue.write_afterwards(
            actor=met.karen, meeting_id=met.id, heard=Heard("Nætter", " ", {}, "", "")
        )
    assert refused.value.field == "citizen"
    with as_(met.karen):
        assert not queries.meeting(met.id).themes
