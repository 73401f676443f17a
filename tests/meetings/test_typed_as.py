"""What was typed under one name is never saved under another's. No database."""

from dataclasses import replace
from itertools import product
from uuid import uuid4

import pytest

from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings.rules.turns import (
    THE_LEADER,
    Answers,
    Expected,
    Said,
    Seat,
    Table,
    is_offer_open,
    next_turn,
    somebody_speaks,
    speaks_on,
)
from landfast.meetings.rules.typed_as import (
    ALL,
    HERS,
    NAMELESS,
    check_same,
    late,
    offered,
    spoken,
    whose,
    whose_now,
)
from landfast.meetings.rules.words import TurnKind

BO, ANNA, OLD = uuid4(), uuid4(), uuid4()
HOME, SLEEP = uuid4(), uuid4()
K = TurnKind
OPENS, BOS = Said(HOME, K.INPUT), Said(HOME, K.INPUT, BO)
ALL_SAID = (OPENS, BOS, Said(HOME, K.INPUT, ANNA))


def table(*log, answers=Answers.BY_HAND, **more):
    return Table((Seat(BO), Seat(ANNA)), (HOME, SLEEP), log, answers, **more)


TABLES = {
    "she opens": table(),
    "she speaks on": table(OPENS, hand_up=True),
    "Bo speaks": table(OPENS),
    "Bo speaks, her hand waits": table(OPENS, hand_up=True, hand_waits=True),
    "she is asked": table(OPENS, BOS, answers=Answers.AFTER_EACH),
    "all have spoken": table(*ALL_SAID),
    "they reflect": table(*ALL_SAID, reflectors=(OLD, THE_LEADER)),
    "without her": table(with_citizen=False),
    "nothing is left": table(Said(HOME, K.CLOSED), Said(SLEEP, K.CLOSED)),
}
NAMES = [HERS, ALL, str(BO), str(ANNA), str(OLD), str(THE_LEADER)]
PRESSES = [
    Said(HOME, kind, seat)
    for kind in K
    for seat in (None, BO, ANNA, OLD, THE_LEADER)
]  # fmt: skip


def is_taken(said, name):
    """Do the words go into this turn?"""
    try:
        check_same(said, "Ord", name)
    except NotNow:
        return False
    return True


@pytest.mark.parametrize("at", TABLES)
def test_no_press_at_any_table_takes_words_as_another_person_s(at):
    pressed = [(spoken(TABLES[at], press, name), name) for name, press in product(NAMES, PRESSES)]
    taken = [(said, name) for said, name in pressed if is_taken(said, name)]
    assert {name for _said, name in taken} == set(NAMES), "each name's own words are taken"
    assert [one for one in taken if whose(one[0]) != one[1] and one[0].kind not in NAMELESS] == []


@pytest.mark.parametrize("at", TABLES)
def test_what_was_left_is_saved_as_theirs_who_said_it_wherever_the_table_is(at):
    assert [whose(late(TABLES[at], HOME, name)) for name in NAMES] == NAMES


@pytest.mark.parametrize("at", TABLES)
def test_the_box_is_offered_to_whose_turn_it_is(at):
    now = next_turn(TABLES[at])
    assert {whose_now(now)} - {""} <= offered(TABLES[at])
    assert (HERS in offered(TABLES[at])) <= TABLES[at].with_citizen


def test_a_name_that_is_none_is_nobody_s_words():
    with pytest.raises(Wrong):
        late(table(), HOME, "x")
    check_same(BOS, "Ord", "")  # a page that did not say
    check_same(BOS, " ", HERS)  # no words, nobody's


def test_her_words_among_the_others_are_an_answer_and_more_of_her_own_is_not():
    assert spoken(table(OPENS), Said(HOME, K.INPUT), HERS).kind is K.CITIZEN_RESPONSE
    assert spoken(table(), Said(HOME, K.INPUT), HERS).kind is K.INPUT
    assert spoken(table(OPENS, hand_up=True), Said(HOME, K.INPUT), HERS).kind is K.INPUT


def test_a_hand_raised_while_somebody_speaks_waits_until_they_have_ended():
    waits = table(OPENS, hand_up=True, hand_waits=True)
    assert somebody_speaks(waits) is True
    assert somebody_speaks(table()) is False
    assert next_turn(waits).seat == BO
    assert is_offer_open(waits, HOME) is False
    assert speaks_on(waits, HOME) is False
    ended = replace(waits, log=(OPENS, BOS), hand_waits=False)
    assert next_turn(ended).expected is Expected.CITIZEN_ANSWERS
