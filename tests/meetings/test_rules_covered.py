"""Covered words in minutes: what stands in their place, who said what, and when. No database."""

import pytest

from landfast.meetings.rules import marks, passages
from landfast.meetings.rules.minutes import who_said
from landfast.meetings.rules.words import MinutesState, TurnKind
from tests.refusing import refusal_of, refused

LINE = "Jytte er gravid igen"


def test_some_read_the_words_and_the_others_the_mark():
    content = {"theme": "Jytte", "said": ["Jytte kom", "Bo kom"], "count": 2}
    covered = marks.put(content, "Jytte", marks.mark(1))
    assert covered == {"theme": "Jytte", "said": ["[udeladt 1] kom", "Bo kom"], "count": 2}
    assert marks.read(covered, {1: marks.for_some("Jytte", 1)}) == {
        "theme": "Jytte", "said": ["Jytte [udeladt for andre, 1] kom", "Bo kom"], "count": 2,
    }  # fmt: skip
    assert marks.read(covered, {2: "en anden"}) == covered


@pytest.mark.parametrize("state", MinutesState)
def test_only_what_is_out_is_covered(state):
    out = state is MinutesState.PUBLISHED
    assert passages.may_redact(state) is out
    assert refusal_of(passages.check_redact, state) == (None if out else "not_out")


def test_a_whole_line_or_some_of_its_words_are_covered():
    assert passages.check_words(LINE, "", "Et barn") == LINE
    assert passages.check_words(LINE, " gravid ", "Et barn") == "gravid"
    assert passages.check_words("Ja", "", "Et barn") == "Ja"


@pytest.mark.parametrize(
    ("chosen", "words", "reason", "code"),
    [
        ("", "", "Et barn", "no_passage"),
        ("x", "", "Et barn", "no_passage"),
        (LINE, "syg", "Et barn", "not_there"),
        (f"{LINE} [udeladt 1]", "", "Et barn", "covered_already"),
        (LINE, "grav", "Et barn", "not_whole"),
        (LINE, "gravid", " ", "no_reason"),
        (LINE, "gravid", "Hun er gravid", "told_in_reason"),
    ],
)
def test_what_cannot_be_covered_is_refused_for_its_own_reason(chosen, words, reason, code):
    assert refusal_of(passages.check_words, chosen, words, reason) == code


def test_it_is_shown_again_in_what_is_out_with_a_reason():
    assert refusal_of(passages.check_lift, is_out=True, reason="En fejl") is None
    assert refusal_of(passages.check_lift, is_out=False, reason="En fejl") == "not_out"
    with refused("no_reason", "reason"):
        passages.check_lift(is_out=True, reason=" ")


@pytest.mark.parametrize(
    ("speaker", "kind", "who"),
    [
        ("Bo", TurnKind.INPUT, "Bo"), ("Bo", TurnKind.REFLECTION, "Bo"),
        ("", TurnKind.REFLECTION, "Karen"), ("", TurnKind.INPUT, ""),
    ],
)  # fmt: skip
def test_a_reflection_without_a_name_is_the_leaders_and_other_words_are_hers(speaker, kind, who):
    assert who_said(speaker, kind, "Karen") == who
