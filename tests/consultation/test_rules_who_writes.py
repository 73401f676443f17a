"""What may be asked and answered, and by whom. No database."""

import pytest

from landfast.consultation import rules
from landfast.consultation.rules import ABOUT_MAX, NAME_MAX, TEXT_MAX
from tests.refusing import refusal_of, refused


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "nothing_said"), (" \n", "nothing_said"), ("x" * TEXT_MAX, None),
     ("x" * (TEXT_MAX + 1), "too_long")],
)  # fmt: skip
def test_something_is_asked_and_not_a_whole_record(text, code):
    assert refusal_of(rules.check_words, text) == code


@pytest.mark.parametrize(
    ("name", "about", "code", "field"),
    [
        (" ", "Misbrug", "nothing_said", "name"),
        ("Rusforum", "", "nothing_said", "about"),
        ("x" * (NAME_MAX + 1), "Misbrug", "too_long", "name"),
        ("Rusforum", "x" * (ABOUT_MAX + 1), "too_long", "about"),
    ],
)
def test_a_forum_says_what_it_is_called_and_what_one_can_ask_it(name, about, code, field):
    with refused(code, field):
        rules.check_forum(name, about)


def test_a_forums_name_may_be_as_long_as_its_field():
    assert refusal_of(rules.check_forum, "x" * NAME_MAX, "x" * ABOUT_MAX) is None


def test_after_thanks_nothing_more_is_written():
    assert refusal_of(rules.check_still_open, is_closed=True) == "question_closed"
    assert refusal_of(rules.check_still_open, is_closed=False) is None


@pytest.mark.parametrize(
    ("is_asker", "is_asked", "code"),
    [(True, False, None), (False, True, None), (False, False, "not_asked")],
)
def test_who_asked_and_who_was_asked_write_and_the_team_only_reads(is_asker, is_asked, code):
    assert refusal_of(rules.check_may_answer, is_asker=is_asker, is_asked=is_asked) == code


def test_only_who_asked_closes_the_question():
    assert refusal_of(rules.check_asker, is_asker=True) is None
    assert refusal_of(rules.check_asker, is_asker=False) == "not_your_question"
