"""Passwords of the place: a word that everybody here knows, with a year behind it, is no secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from landfast.kernel.refusals import Wrong
from landfast.people.breached import check_not_breached
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


def test_eight_letters_of_ones_own_are_enough_and_seven_are_not():
    check_not_our_words("kommunebænkehat", NAMES)
    with pytest.raises(Wrong):
        check_not_our_words("kommunebænkeha", NAMES)


def test_a_name_that_begins_a_word_of_the_place_leaves_no_letters_over():
    with pytest.raises(Wrong):
        check_not_our_words("landfastlandfast", ["Land Larsen"])


@pytest.mark.parametrize(
    "leaked",
    ["passwordpassword", "123456789012", "QwertyUiop123", "letmeinletmein", "letmeinletmein2026!"],
)  # fmt: skip
def test_what_has_leaked_is_refused(leaked):
    with pytest.raises(Wrong) as refusal:
        check_not_breached(leaked)
    assert (refusal.value.code, refusal.value.field) == ("breached", "password")


@pytest.mark.parametrize("own", ["hest-batteri-klips", "a" * 200, "ååååååååååååå", "kort"])
def test_what_has_not_is_taken(own):
    check_not_breached(own)


@given(word=some.sampled_from(OUR_WORDS), year=some.integers(0, 99999999))
def test_no_word_of_the_place_is_saved_by_digits(word, year):
    with pytest.raises(Wrong):
        check_not_our_words(f"{word.title()}{year}!", [])
