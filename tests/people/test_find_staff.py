"""Who is found by a word, and that none finds nobody."""

import pytest

from landfast.people import queries as people
from tests.factories.town import as_


@pytest.mark.parametrize("words", ["\0", " \0 ", ""])
def test_no_word_finds_nobody(town, words):
    with as_(town.karen):
        assert people.find_staff(words) == []


def test_a_sign_that_the_database_does_not_take_parts_words(town):
    with as_(town.karen):
        assert people.find_staff("\0Karen\0") == people.find_staff("Karen") != []
