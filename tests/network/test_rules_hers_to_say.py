"""What of her network and of hard days is hers to say. No database."""

import pytest

from landfast.network.rules import SeatAnswer, is_no
from landfast.network.rules.drawing import check_something_to_undo
from landfast.network.rules.helped import check_waits
from landfast.network.rules.telling import check_may_be_let_in, check_may_be_untold
from landfast.network.rules.unwell import (
    LINE_LONGEST,
    LINES,
    LONGEST,
    NOTE_LONGEST,
    check_note,
    check_page,
)
from tests.refusing import refusal_of


@pytest.mark.parametrize("answer", SeatAnswer)
def test_a_no_for_now_and_a_no_for_good_are_both_a_no(answer):
    assert is_no(answer) is (answer in {SeatAnswer.NOT_NOW, SeatAnswer.NEVER})


def test_who_holds_her_course_must_hear_of_it():
    assert refusal_of(check_may_be_untold, holds_course=False) is None
    assert refusal_of(check_may_be_untold, holds_course=True) == "holds_the_course"


def test_who_is_not_to_be_told_does_not_read_for_her():
    assert refusal_of(check_may_be_let_in, is_untold=False) is None
    assert refusal_of(check_may_be_let_in, is_untold=True) == "not_to_be_told"


def test_she_answers_what_waits_and_undoes_what_there_is():
    assert refusal_of(check_waits, waits=True) is None
    assert refusal_of(check_waits, waits=False) == "nothing_waits"
    change = object()
    assert check_something_to_undo(change) is change
    assert refusal_of(check_something_to_undo, None) == "nothing_to_undo"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"reception": "a\n" * LINES}, None),
        ({"reception": "a\n" * (LINES + 1)}, "too_many_lines"),
        ({"reception": "x" * LINE_LONGEST}, None),
        ({"reception": "x" * (LINE_LONGEST + 1)}, "line_too_long"),
        ({"reception": "", "signs": "x" * LONGEST}, None),
        ({"reception": "", "signs": "x" * (LONGEST + 1)}, "too_long"),
    ],
)
def test_any_part_may_stay_empty_and_the_reception_reads_five_lines(words, code):
    assert refusal_of(check_page, words) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [(" ", "no_words"), ("x" * NOTE_LONGEST, None), ("x" * (NOTE_LONGEST + 1), "too_long")],
)
def test_a_note_has_words_that_fit(text, code):
    assert refusal_of(check_note, text) == code
