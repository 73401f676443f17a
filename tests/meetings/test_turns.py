"""Whose turn it is: the test list of domain A5."""

from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings.rules import Answers, Attends, TurnKind
from landfast.meetings.rules.turns import (
    ANSWERS,
    HEARD,
    Expected,
    Said,
    Seat,
    Table,
    answers_today,
    check_may_say,
    is_held_without,
    may_say,
    next_turn,
)

BO, ANNA, MOTHER = uuid4(), uuid4(), uuid4()
HOME, SLEEP = uuid4(), uuid4()
SEATS = (Seat(BO), Seat(ANNA), Seat(MOTHER, is_professional=False))


def table(*log: Said, answers: Answers = Answers.AFTER_EACH) -> Table:
    return Table(SEATS, (HOME, SLEEP), log, answers)


def says(kind: str, seat=None, theme=HOME) -> Said:
    return Said(theme, TurnKind(kind), seat)


OPENS = says("input")


def test_the_citizen_speaks_first():
    assert next_turn(table()).expected is Expected.CITIZEN_OPENS
    with pytest.raises(NotNow, match="først"):
        check_may_say(table(), says("input", BO), "hej")


def test_the_citizen_may_leave_the_first_word_to_others():
    assert next_turn(table(says("pass"))).seat == BO


def test_one_at_a_time_and_those_who_wait_are_known():
    turn = next_turn(table(OPENS))
    assert (turn.expected, turn.seat, turn.waiting) == (Expected.SPEAKER, BO, (ANNA, MOTHER))


def test_after_each_the_citizen_is_offered_the_word():
    spoken = table(OPENS, says("input", BO))
    assert next_turn(spoken).expected is Expected.CITIZEN_ANSWERS
    assert not may_say(spoken, says("input", ANNA))


@pytest.mark.parametrize("answer", sorted(ANSWERS))
def test_an_answer_a_correction_or_none_lets_the_next_speak(answer):
    spoken = table(OPENS, says("input", BO), says(answer))
    assert next_turn(spoken).seat == ANNA


def test_no_answer_needs_an_offer_and_no_words():
    assert not may_say(table(OPENS), says("no_answer"))
    check_may_say(table(OPENS, says("input", BO)), says("no_answer"), "")


def test_a_professional_who_passes_is_heard():
    assert next_turn(table(OPENS, says("pass", BO))).seat == ANNA


def test_a_theme_is_left_when_every_professional_was_heard_and_a_relative_may_be_silent():
    heard = table(OPENS, says("pass", BO), says("pass", ANNA))
    assert next_turn(heard).seat == MOTHER
    assert may_say(heard, says("closed"))
    assert not may_say(table(OPENS, says("pass", BO)), says("closed"))


def test_the_next_theme_comes_when_one_is_left_and_then_the_round_is_over():
    log = (OPENS, says("pass", BO), says("pass", ANNA), says("closed"))
    assert next_turn(table(*log)).theme == SLEEP
    second = (Said(SLEEP, said.kind, said.seat) for said in log)
    assert next_turn(table(*log, *second)).expected is Expected.DONE


def test_a_theme_that_was_left_takes_no_more_words():
    log = (OPENS, says("pass", BO), says("pass", ANNA), says("closed"))
    with pytest.raises(NotNow, match="andet tema"):
        check_may_say(table(*log), says("input", BO), "og en ting til")


def test_she_may_choose_to_answer_after_the_round():
    after = Answers.AFTER_ROUND
    first = table(OPENS, says("input", BO), answers=after)
    assert next_turn(first).seat == ANNA
    done = table(OPENS, says("input", BO), says("pass", ANNA), says("pass", MOTHER), answers=after)
    assert next_turn(done).expected is Expected.CITIZEN_ANSWERS
    assert not may_say(done, says("closed"))


def test_she_may_choose_not_to_answer_today_and_still_raise_her_hand():
    log = table(OPENS, says("input", BO), answers=Answers.NOT_TODAY)
    assert next_turn(log).seat == ANNA
    assert may_say(log, says("correction"))


def test_a_citizen_who_is_not_there_is_not_asked_aloud():
    assert answers_today(Answers.AFTER_EACH, Attends.OWN_WORD) is Answers.NOT_TODAY
    assert answers_today(Answers.AFTER_EACH, Attends.BY_PHONE) is Answers.AFTER_EACH
    assert answers_today(Answers.AFTER_ROUND, Attends.REPRESENTED) is Answers.AFTER_ROUND


def test_something_can_be_parked_at_any_time():
    assert may_say(table(), says("parked"))
    assert may_say(table(OPENS, says("input", BO)), says("parked"))


def test_a_turn_needs_words_and_not_a_book():
    with pytest.raises(Wrong, match="Skriv kort"):
        check_may_say(table(), OPENS, "  ")
    with pytest.raises(Wrong, match="for lang"):
        check_may_say(table(), OPENS, "x" * 4001)


def test_a_stranger_has_no_seat():
    with pytest.raises(NotNow, match="ikke med"):
        check_may_say(table(OPENS), says("input", uuid4()), "hej")


ACTS = st.builds(
    Said,
    st.sampled_from((HOME, SLEEP)),
    st.sampled_from(list(TurnKind)),
    st.sampled_from((None, BO, ANNA, MOTHER)),
)


@settings(max_examples=150)
@given(st.lists(ACTS, max_size=60))
def test_whatever_is_tried_nobody_speaks_over_the_citizen(tries):
    """For any sequence of allowed acts (domain A5, tests)."""
    log: list[Said] = []
    for said in tries:
        if not may_say(table(*log), said):
            continue
        before = [x for x in log if x.theme == said.theme]
        if said.kind in HEARD and said.seat is not None:
            assert any(x.seat is None and x.kind in HEARD for x in before), "citizen first"
            words = [
                x for x in before
                if x.kind in ANSWERS or x.kind is TurnKind.INPUT
            ]  # fmt: skip
            assert not words or words[-1].seat is None, "the word was not offered"
        if said.kind is TurnKind.CLOSED:
            heard = {x.seat for x in before if x.kind in HEARD}
            assert {BO, ANNA} <= heard, "a professional was not heard"
        log.append(said)


@settings(max_examples=60)
@given(st.data())
def test_the_one_whose_turn_it_is_may_always_speak(data):
    """No dead end: following what is expected ends every theme."""
    log: list[Said] = []
    for _ in range(60):
        turn = next_turn(table(*log))
        if turn.expected is Expected.DONE:
            break
        said = {
            Expected.CITIZEN_OPENS: st.sampled_from((says("input"), says("pass"))),
            Expected.SPEAKER: st.sampled_from((says("input", turn.seat), says("pass", turn.seat))),
            Expected.CITIZEN_ANSWERS: st.sampled_from([says(kind) for kind in sorted(ANSWERS)]),
            Expected.TOGETHER: st.just(says("closed")),
        }[turn.expected]
        chosen = data.draw(said)
        act = Said(turn.theme, chosen.kind, chosen.seat)
        check_may_say(table(*log), act, "ord")
        log.append(act)
    assert next_turn(table(*log)).expected is Expected.DONE


@pytest.mark.parametrize("attends", [*Attends, None])
def test_only_by_her_own_word_is_a_meeting_held_without_her(attends):
    assert is_held_without(attends) is (attends in {Attends.NOT_TODAY, Attends.POINTS})
