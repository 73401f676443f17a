"""Passwords of the place: a word that everybody here knows, with a year behind it, is no secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from landfast.kernel.refusals import Wrong
from landfast.people.rules.passwords import OUR_WORDS, check_not_our_words

NAMES = ["Karen Kjær-Test", "Solbjerg Kommune", "Team Nord"]


@pytest.mark.parametrize(
    "guessed",
    ["Landfast2026!!", "kommunekommune", "Solbjerg-2026-nov", "karen12345678", "KJÆR.kjær.1234"],
)  # fmt: skip
def test_the_place_and_the_name_with_a_year_are_refused(guessed):
    with pytest.raises(Wrong) as refusal:
        check_not_our_words(guessed, NAMES)
    assert refusal.value.field == "password"


@pytest.mark.parametrize(
    "own",
    ["739164820571", "min kommune har grønne bænke", "hest-batteri-klips", "karen danser i regnen"],
)  # fmt: skip
def test_a_word_of_the_place_may_stand_among_others_and_digits_alone_are_taken(own):
    check_not_our_words(own, NAMES)


@given(word=some.sampled_from(OUR_WORDS), year=some.integers(0, 99999999))
def test_no_word_of_the_place_is_saved_by_digits(word, year):
    with pytest.raises(Wrong):
        check_not_our_words(f"{word.title()}{year}!", [])
