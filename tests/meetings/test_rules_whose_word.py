"""Who has been given the word, what a note is, and who reflects. No database."""

from uuid import uuid4

import pytest

from landfast.meetings.rules import dialogue
from landfast.meetings.rules.merging import ActKind, Choice, Clash, choices
from landfast.meetings.rules.turns import (
    TEXT_MAX,
    Answers,
    Expected,
    Said,
    Seat,
    Table,
    check_may_say,
    given_to,
    is_offer_open,
    kind_now,
    next_turn,
    silent_themes,
)
from landfast.meetings.rules.words import Part, TurnKind
from tests.refusing import refusal_of

BO, ANNA = uuid4(), uuid4()
HOME, SLEEP = uuid4(), uuid4()
SEATS = (Seat(BO), Seat(ANNA))
K = TurnKind


def says(kind, seat=None, theme=HOME):
    return Said(theme, kind, seat)


OPENS, BOS, ANNAS = says(K.INPUT), says(K.INPUT, BO), says(K.INPUT, ANNA)
GIVEN = says(K.GIVEN, ANNA)


def table(*log, answers=Answers.NOT_TODAY, **more):
    return Table(SEATS, (HOME, SLEEP), log, answers, **more)


@pytest.mark.parametrize(
    ("log", "who"),
    [
        ((OPENS,), None),
        ((OPENS, GIVEN), ANNA),
        ((OPENS, GIVEN, ANNAS), None),
        ((OPENS, GIVEN, says(K.PARKED)), ANNA),
        ((OPENS, GIVEN, OPENS), ANNA),
        ((OPENS, says(K.GIVEN, uuid4())), None),
        ((says(K.GIVEN, ANNA, SLEEP), OPENS), None),
    ],
    ids=[
        "nobody",
        "given",
        "used",
        "something was parked",
        "she spoke first",
        "who has left",
        "another theme",
    ],
)
def test_the_word_is_whose_it_was_given_until_it_is_used(log, who):
    assert given_to(table(*log), HOME) == who
    if who:
        assert next_turn(table(*log)).seat == who


@pytest.mark.parametrize(
    ("log", "seat", "has_words", "kind"),
    [
        ((), None, True, K.INPUT),
        ((), None, False, K.PASS),
        ((OPENS,), BO, True, K.INPUT),
        ((OPENS,), BO, False, K.PASS),
        ((OPENS, BOS), None, True, K.CITIZEN_RESPONSE),
        ((OPENS, BOS), None, False, K.NO_ANSWER),
    ],
)
def test_a_note_is_what_it_must_be_by_who_spoke_and_when(log, seat, has_words, kind):
    assert kind_now(table(*log, answers=Answers.AFTER_EACH), seat, has_words=has_words) is kind


def test_a_note_of_who_reflects_is_a_reflection_when_its_time_has_come():
    before = Table((Seat(BO),), (HOME,), (OPENS,), Answers.NOT_TODAY, reflectors=(ANNA,))
    after = Table((Seat(BO),), (HOME,), (OPENS, BOS), Answers.NOT_TODAY, reflectors=(ANNA,))
    assert next_turn(after).expected is Expected.REFLECTION
    assert kind_now(after, ANNA, has_words=False) is K.REFLECTION
    assert kind_now(after, BO, has_words=True) is K.INPUT
    assert kind_now(before, ANNA, has_words=True) is K.INPUT


def test_a_theme_that_was_only_closed_or_where_a_word_was_only_given_was_silent():
    log = (OPENS, says(K.CLOSED), says(K.GIVEN, BO, SLEEP), says(K.CLOSED, theme=SLEEP))
    assert silent_themes(table(*log)) == (SLEEP,)
    assert silent_themes(table()) == (HOME, SLEEP)


def test_a_raised_hand_is_heard_whatever_she_chose_but_not_before_it_is_opened():
    assert is_offer_open(table(OPENS, hand_up=True), HOME) is True
    assert is_offer_open(table(hand_up=True), HOME) is False
    assert is_offer_open(table(OPENS, BOS), HOME) is False


@pytest.mark.parametrize(
    ("log", "said", "text", "code"),
    [
        ((), says(K.PASS), "", None),
        ((), OPENS, "x" * TEXT_MAX, None),
        ((), OPENS, "x" * (TEXT_MAX + 1), "too_long"),
        ((OPENS,), says(K.PASS), "", "already_opened"),
        ((OPENS,), OPENS, "Mere om det", None),
        ((OPENS,), says(K.SOLUTION, BO), "Vi ringer", "hers_to_say"),
        ((OPENS,), says(K.SOLUTION), "Vi ringer", None),
    ],
)
def test_she_opens_once_and_may_say_more_and_a_solution_is_nobodys_alone(log, said, text, code):
    assert refusal_of(check_may_say, table(*log), said, text) == code


@pytest.mark.parametrize(
    ("part", "was_there", "is_held", "is_out", "code"),
    [
        (Part.REFLECTOR, True, True, False, None),
        (Part.FACILITATOR, True, True, False, "not_a_reflector"),
        (Part.REFLECTOR, False, True, False, "not_a_reflector"),
        (Part.REFLECTOR, True, False, False, "not_held"),
        (Part.REFLECTOR, True, True, True, "already_out"),
    ],
)
def test_who_reflected_writes_it_herself_until_the_minutes_are_out(
    part, was_there, is_held, is_out, code
):
    facts = {"was_there": was_there, "is_held": is_held, "is_out": is_out}
    assert refusal_of(dialogue.check_reflection, part, **facts) == code
    assert dialogue.may_reflect(part, **facts) is (code is None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" ", "no_words"), ("x" * dialogue.REFLECTION_MAX, None),
        ("x" * (dialogue.REFLECTION_MAX + 1), "too_long"),
    ],
)  # fmt: skip
def test_what_was_heard_is_said_in_words(text, code):
    assert refusal_of(dialogue.check_words, text) == code


@pytest.mark.parametrize(
    ("clash", "act", "is_running", "offered"),
    [
        (Clash.NOTE, ActKind.NOTE, True, (Choice.STANDS, Choice.LATE, Choice.BOTH)),
        (Clash.TURN, ActKind.SAY, True, (Choice.STANDS, Choice.LATE)),
        (Clash.PROMISE, ActKind.ACCEPT, True, (Choice.STANDS, Choice.LATE)),
        (Clash.CHOICE, ActKind.THEME, True, (Choice.STANDS, Choice.LATE)),
        (Clash.RULE, ActKind.HAND, True, (Choice.STANDS,)),
        (Clash.NOTE, ActKind.NOTE, False, (Choice.STANDS,)),
    ],
)
def test_what_stands_can_stay_and_must_when_the_meeting_is_over(clash, act, is_running, offered):
    assert choices(clash, act, is_running=is_running) == offered
